import { LIST_FORM } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { memberFaultText } from '../../people-list/member-fault';
import type { MemberLine, MemberList, MemberProblem } from '../../people-list/member-list';
import { readMembers } from '../../people-list/read-members';

/** The effect of a list on a group. A line that names an action of its own has that one. */
export type Effect = 'add' | 'remove' | 'wholeGroup';

/** A person whom a list names, and the change that is asked for. */
export interface ListedLine {
  /** Its place among the people of the list, from 1: several can share a line. */
  number: number;
  line: number;
  kind: 'accountId' | 'email' | 'name';
  text: string;
  operation: 'addMember' | 'removeMember';
}

/** A line that can't be taken, and the sentence that says why. */
export interface LineProblem {
  line: number;
  text: string;
  problem: string;
}

/** A pasted list, as it is meant for one group. */
export interface ListForGroup {
  effect: Effect;
  lines: ListedLine[];
  problems: LineProblem[];
  /** Counts the lines that name somebody whom a line before them names. */
  repeated: number;
  /** Counts the people who are listed for other groups, by group; each is a problem, too. */
  elsewhere: { group: string; n: number }[];
}

/** Other groups that a sentence names. */
const GROUPS_NAMED = 5;

/** Most characters that a person is looked up by. */
const MOST_CHARACTERS = 255;

/** Reads a pasted list for one group: each person once, and why the other lines can't be taken. */
export function listFor(pasted: string, groupName: string, effect: Effect): ListForGroup {
  return listOf(readMembers(pasted), groupName, effect);
}

/** Takes a list that was read, such as by the Frame for files, for one group. */
export function listOf({ people, problems }: MemberList, groupName: string, effect: Effect): ListForGroup {
  const taken = people.map((person) => ({ person, problem: problemFor(person, groupName, effect) }));
  const wrong = taken.flatMap(({ person: { line, text }, problem }) =>
    problem === undefined ? [] : [{ line, text, problem }],
  );
  const lines = taken
    .filter(({ problem }) => problem === undefined)
    .map(({ person: { line, kind, text, action } }, index) => ({
      number: index + 1,
      line,
      kind,
      text,
      operation: operationOf(action ?? effect),
    }));
  const unread = problems.filter((problem) => !isRepeated(problem));
  return {
    effect,
    lines,
    problems: [...unread.map(described), ...wrong].toSorted((one, other) => one.line - other.line),
    repeated: problems.length - unread.length,
    elsewhere: countByGroup(people.filter((person) => isElsewhere(person, groupName))),
  };
}

/** Says why nothing of a list can be taken; undefined if there is somebody in it, and not more people than the rules allow. */
export function listProblem({ lines, problems, elsewhere }: ListForGroup, longest: number): string | undefined {
  if (lines.length > longest) return say(LIST_FORM.tooMany, { n: longest, count: lines.length });
  if (lines.length > 0) return undefined;
  if (elsewhere.length > 0) return elsewhereText(elsewhere);
  const [first, ...more] = problems;
  if (first === undefined) return LIST_FORM.empty;
  const text = say(LIST_FORM.problem, first);
  return more.length === 0 ? text : say(LIST_FORM.moreProblems, { first: text, n: more.length });
}

/** Says how many people are listed for other groups, and what to do with them; undefined if none are. */
export function elsewhereText(elsewhere: ListForGroup['elsewhere']): string | undefined {
  const [first, ...more] = elsewhere;
  if (first === undefined) return undefined;
  const shown = elsewhere.slice(0, GROUPS_NAMED).map((one) => say(LIST_FORM.groupCount, one));
  const rest = elsewhere.length - shown.length;
  const groups = [...shown, ...(rest > 0 ? [say(LIST_FORM.moreGroups, { n: rest })] : [])].join(', ');
  return say(more.length === 0 ? LIST_FORM.elsewhere : LIST_FORM.inSeveral, { n: countIn(elsewhere), groups });
}

/** Counts people who are listed for other groups. */
export function countIn(elsewhere: ListForGroup['elsewhere']): number {
  return elsewhere.reduce((sum, { n }) => sum + n, 0);
}

function countByGroup(people: readonly MemberLine[]): ListForGroup['elsewhere'] {
  const counts = new Map<string, { group: string; n: number }>();
  for (const { group = '' } of people) {
    const key = group.toLowerCase();
    counts.set(key, { group: counts.get(key)?.group ?? group, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()];
}

function isElsewhere({ group }: MemberLine, groupName: string): boolean {
  return group !== undefined && group.toLowerCase() !== groupName.toLowerCase();
}

function problemFor(person: MemberLine, groupName: string, effect: Effect): string | undefined {
  const { text, group = '', action } = person;
  if (isElsewhere(person, groupName)) return say(LIST_FORM.otherGroup, { group });
  if (effect === 'wholeGroup' && action === 'remove') return LIST_FORM.removesInWhole;
  return text.length > MOST_CHARACTERS ? LIST_FORM.tooLong : undefined;
}

function operationOf(action: Effect): ListedLine['operation'] {
  return action === 'remove' ? 'removeMember' : 'addMember';
}

function isRepeated({ why }: MemberProblem): boolean {
  return why.code === 'repeated';
}

function described({ line, text, why }: MemberProblem): LineProblem {
  return { line, text, problem: memberFaultText(why) };
}
