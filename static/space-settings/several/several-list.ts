import type { GroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import type { MemberLine, MemberList } from '../../people-list/member-list';
import { namedAccounts, onceEach, type AskedChanges } from '../lists/decisions';
import {
  countByGroup,
  namedGroups,
  nobodyText,
  operationOf,
  tooLongText,
  unreadOf,
  type Effect,
  type LineProblem,
  type ListedLine,
  type ListForGroup,
} from '../lists/list-lines';
import type { BroughtList } from '../lists/use-list';

/** Most groups that one list changes: each is a plan of its own. */
export const MOST_GROUPS_LISTED = 10;

/** Holds the wishes of a list for one group, by the numbers of the people. */
interface GroupInList {
  group: GroupRow;
  wanted: { number: number; operation: ListedLine['operation'] }[];
}

/** A list for several groups. Whoever it names for more than one of them is looked up once. */
export interface SeveralList extends ListForGroup {
  groups: GroupInList[];
  /** Counts the people who are listed without a group. */
  withoutGroup: number;
}

/** The changes that a list asks for in one group. */
export interface AskedOfGroup extends AskedChanges {
  group: GroupRow;
}

/** Takes a list for these groups of a space. `others`: the group of whoever is listed without one. */
export function severalOf(
  { people, problems }: MemberList,
  spaceGroups: readonly GroupRow[],
  { effect, others }: { effect: Effect; others?: GroupRow | undefined },
): SeveralList {
  const byName = new Map(spaceGroups.map((group) => [group.groupName.toLowerCase(), group]));
  function groupOf({ group }: MemberLine): GroupRow | undefined {
    return group === undefined ? others : byName.get(group.toLowerCase());
  }
  const here = people.filter((person) => groupOf(person) !== undefined && tooLongText(person) === undefined);
  const lines = linesOf(here, effect);
  const numbers = new Map(lines.map((line) => [keyOf(line), line.number]));
  const groups = new Map<string, GroupInList>();
  for (const person of here) {
    const group = groupOf(person);
    const number = numbers.get(keyOf(person));
    if (group === undefined || number === undefined) continue;
    const listed = groups.get(group.groupId) ?? { group, wanted: [] };
    listed.wanted.push({ number, operation: operationOf(person.action ?? effect) });
    groups.set(group.groupId, listed);
  }
  const unread = unreadOf(problems);
  const left = people.filter((person) => groupOf(person) === undefined);
  return {
    effect,
    lines,
    groups: [...groups.values()],
    problems: [...unread, ...tooLong(people)].toSorted((one, other) => one.line - other.line),
    repeated: problems.length - unread.length,
    elsewhere: countByGroup(left.filter(({ group }) => group !== undefined)),
    withoutGroup: left.filter(({ group }) => group === undefined).length,
  };
}

/** Says why a list can't be taken for several groups; undefined if it can. */
export function severalProblem(list: SeveralList, longest: number): string | undefined {
  const { groups, lines, elsewhere } = list;
  if (groups.length > MOST_GROUPS_LISTED) {
    return say(SEVERAL.tooManyGroups, { n: groups.length, most: MOST_GROUPS_LISTED });
  }
  const long = groups.find(({ wanted }) => wanted.length > longest);
  if (long !== undefined) {
    return say(SEVERAL.tooManyFor, { group: long.group.groupName, n: longest, count: long.wanted.length });
  }
  if (lines.length > 0) return undefined;
  return elsewhere.length > 0 ? say(SEVERAL.noneHere, { groups: namedGroups(elsewhere) }) : nobodyText(list.problems);
}

/** Returns what is asked for in each group, after what was decided. Somebody who can't be added can still be removed. */
export function askedOfGroups({ groups }: SeveralList, { sorted, decisions }: BroughtList): AskedOfGroup[] {
  const accounts = new Map(namedAccounts(sorted, decisions).map(({ item, accountId }) => [item.number, accountId]));
  const removable = new Map(sorted.cantBeAdded.map(({ item, outcome }) => [item.number, outcome.accountId]));
  return groups.map(({ group, wanted }) => {
    const named = wanted.flatMap(({ number, operation }) => {
      const accountId = accounts.get(number) ?? (operation === 'removeMember' ? removable.get(number) : undefined);
      return accountId === undefined ? [] : [{ line: number, accountId, operation }];
    });
    return { group, ...onceEach(named) };
  });
}

/** Numbers the people, each once. Somebody who is to be added anywhere is looked up as such. */
function linesOf(people: readonly MemberLine[], effect: Effect): ListedLine[] {
  const lines = new Map<string, ListedLine>();
  for (const person of people) {
    const { line, kind, text, action } = person;
    const key = keyOf(person);
    const known = lines.get(key);
    const operation = known?.operation === 'addMember' ? 'addMember' : operationOf(action ?? effect);
    lines.set(
      key,
      known === undefined ? { number: lines.size + 1, line, kind, text, operation } : { ...known, operation },
    );
  }
  return [...lines.values()];
}

function tooLong(people: readonly MemberLine[]): LineProblem[] {
  return people.flatMap((person) => {
    const problem = tooLongText(person);
    return problem === undefined ? [] : [{ line: person.line, text: person.text, problem }];
  });
}

function keyOf({ kind, text }: Pick<MemberLine, 'kind' | 'text'>): string {
  return JSON.stringify([kind, kind === 'accountId' ? text : text.toLowerCase()]);
}
