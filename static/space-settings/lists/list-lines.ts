import { LIST_FORM } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { memberFaultText } from '../../people-list/member-fault';
import type { MemberLine, MemberList, MemberProblem } from '../../people-list/member-list';

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

/** Takes a list for one group: each person once, and why the other lines can't be taken. */
export function listOf({ people, problems }: MemberList, groupName: string, effect: Effect): ListForGroup {
  const taken = people.map((person) => ({ person, problem: problemIn(person, groupName, effect) }));
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
  const unread = unreadOf(problems);
  return {
    effect,
    lines,
    problems: [...unread, ...wrong].toSorted((one, other) => one.line - other.line),
    repeated: problems.length - unread.length,
    elsewhere: countByGroup(people.filter((person) => isElsewhere(person, groupName))),
  };
}

/** Says why nothing of a list can be taken; undefined if there is somebody in it, and not more people than the rules allow. */
export function listProblem({ lines, problems, elsewhere }: ListForGroup, longest: number): string | undefined {
  if (lines.length > longest) return say(LIST_FORM.tooMany, { n: longest, count: lines.length });
  if (lines.length > 0) return undefined;
  return elsewhere.length > 0 ? elsewhereText(elsewhere) : nobodyText(problems);
}

/** Says why a list names nobody who can be taken: its first problem, and how many more there are. */
export function nobodyText([first, ...more]: readonly LineProblem[]): string {
  if (first === undefined) return LIST_FORM.empty;
  const text = say(LIST_FORM.problem, first);
  return more.length === 0 ? text : say(LIST_FORM.moreProblems, { first: text, n: more.length });
}

/** Says how many people are listed for other groups, and what to do with them; undefined if none are. */
export function elsewhereText(elsewhere: ListForGroup['elsewhere']): string | undefined {
  const [first, ...more] = elsewhere;
  if (first === undefined) return undefined;
  const groups = namedGroups(elsewhere);
  return say(more.length === 0 ? LIST_FORM.elsewhere : LIST_FORM.inSeveral, { n: countIn(elsewhere), groups });
}

/** Returns the lines that can't be read. Somebody who is named again is no problem. */
export function unreadOf(problems: readonly MemberProblem[]): LineProblem[] {
  return problems.flatMap(({ line, text, why }) =>
    why.code === 'repeated' ? [] : [{ line, text, problem: memberFaultText(why) }],
  );
}

/** Says why a person of a list can't be looked up; undefined if they can be. */
export function tooLongText({ text }: Pick<MemberLine, 'text'>): string | undefined {
  return text.length > MOST_CHARACTERS ? LIST_FORM.tooLong : undefined;
}

export function operationOf(action: Effect): ListedLine['operation'] {
  return action === 'remove' ? 'removeMember' : 'addMember';
}

/** Counts people by the group that they are listed for. */
export function countByGroup(people: readonly MemberLine[]): ListForGroup['elsewhere'] {
  const counts = new Map<string, { group: string; n: number }>();
  for (const { group = '' } of people) {
    const key = group.toLowerCase();
    counts.set(key, { group: counts.get(key)?.group ?? group, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Names some groups, with how many people are listed for each. */
export function namedGroups(elsewhere: ListForGroup['elsewhere']): string {
  const shown = elsewhere.slice(0, GROUPS_NAMED).map((one) => say(LIST_FORM.groupCount, one));
  const rest = elsewhere.length - shown.length;
  return [...shown, ...(rest > 0 ? [say(LIST_FORM.moreGroups, { n: rest })] : [])].join(', ');
}

/** Counts people who are listed for other groups. */
export function countIn(elsewhere: ListForGroup['elsewhere']): number {
  return elsewhere.reduce((sum, { n }) => sum + n, 0);
}

function isElsewhere({ group }: MemberLine, groupName: string): boolean {
  return group !== undefined && group.toLowerCase() !== groupName.toLowerCase();
}

function problemIn(person: MemberLine, groupName: string, effect: Effect): string | undefined {
  const { group = '', action } = person;
  if (isElsewhere(person, groupName)) return say(LIST_FORM.otherGroup, { group });
  return effect === 'wholeGroup' && action === 'remove' ? LIST_FORM.removesInWhole : tooLongText(person);
}
