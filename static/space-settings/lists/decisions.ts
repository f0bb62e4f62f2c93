import type { LineVerdict } from '../../../src/shared/groups/lists';
import type { AccountId } from '../../../src/shared/ids';
import type { ListedLine } from './list-lines';

/** A line of a list, with whom it names. */
export interface ResolvedLine<Verdict extends LineVerdict = LineVerdict> {
  item: ListedLine;
  outcome: Verdict;
}

type Of<Is extends LineVerdict['is']> = ResolvedLine<Extract<LineVerdict, { is: Is }>>[];

/** The lines of a list by whom they name. */
export interface SortedLines {
  found: Of<'found'>;
  confirm: Of<'confirm'>;
  choose: Of<'choose'>;
  none: Of<'none'>;
  cantBeAdded: Of<'cantBeAdded'>;
  notLookedUp: Of<'notLookedUp'>;
}

/** Holds what a person decided, by the number of the line. */
export interface Decisions {
  confirmed: ReadonlySet<number>;
  chosen: ReadonlyMap<number, AccountId>;
}

/** One change that a list asks for. */
export interface AskedChange {
  line: number;
  accountId: AccountId;
  operation: ListedLine['operation'];
}

/** The changes that a list asks for, each person once. */
export interface AskedChanges {
  people: AskedChange[];
  /** Counts the lines that name somebody whom another line names. */
  repeated: number;
  /** Counts the people who are to be added and to be removed, and so are neither. */
  contradictory: number;
}

export const UNDECIDED: Decisions = { confirmed: new Set(), chosen: new Map() };

/** Sorts the lines of a list by whom they name. Somebody who can't be added can still be removed. */
export function sortLines(lines: readonly ResolvedLine[]): SortedLines {
  const sorted: SortedLines = { found: [], confirm: [], choose: [], none: [], cantBeAdded: [], notLookedUp: [] };
  for (const { item, outcome } of lines) {
    const verdict = verdictFor(item, outcome);
    (sorted[verdict.is] as ResolvedLine[]).push({ item, outcome: verdict });
  }
  return sorted;
}

/** Returns the changes that a list asks for, after what was decided. */
export function askedChanges(sorted: SortedLines, decisions: Decisions): AskedChanges {
  return onceEach(
    namedAccounts(sorted, decisions)
      .map(({ item, accountId }) => ({ line: item.number, accountId, operation: item.operation }))
      .toSorted((one, other) => one.line - other.line),
  );
}

/** Returns whom the lines of a list name, after what was decided. */
export function namedAccounts(
  { found, confirm, choose }: SortedLines,
  { confirmed, chosen }: Decisions,
): { item: ListedLine; accountId: AccountId }[] {
  return [
    ...found.map(({ item, outcome }) => ({ item, accountId: outcome.accountId })),
    ...confirm
      .filter(({ item }) => confirmed.has(item.number))
      .map(({ item, outcome }) => ({ item, accountId: outcome.accountId })),
    ...choose.flatMap(({ item }) => {
      const accountId = chosen.get(item.number);
      return accountId === undefined ? [] : [{ item, accountId }];
    }),
  ];
}

/** Takes each person once. Somebody who is to be added and to be removed is neither. */
export function onceEach(named: readonly AskedChange[]): AskedChanges {
  const first = new Map<AccountId, AskedChange>();
  const contradictory = new Set<AccountId>();
  for (const change of named) {
    const before = first.get(change.accountId);
    if (before === undefined) first.set(change.accountId, change);
    else if (before.operation !== change.operation) contradictory.add(change.accountId);
  }
  return {
    people: [...first.values()].filter(({ accountId }) => !contradictory.has(accountId)),
    repeated: named.length - first.size,
    contradictory: contradictory.size,
  };
}

/** Counts the lines that don't name one person yet. */
export function unsettled(sorted: SortedLines, { confirmed, chosen }: Decisions): number {
  const { confirm, choose, none, cantBeAdded, notLookedUp } = sorted;
  const open = [confirm.length - confirmed.size, choose.length - chosen.size];
  return open.reduce((sum, count) => sum + count, none.length + cantBeAdded.length + notLookedUp.length);
}

function verdictFor({ operation }: ListedLine, verdict: LineVerdict): LineVerdict {
  return verdict.is === 'cantBeAdded' && operation === 'removeMember'
    ? { is: 'found', accountId: verdict.accountId }
    : verdict;
}
