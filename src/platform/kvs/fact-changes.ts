// Changes of facts of memberships, as a part of the transaction that stores the outcomes of their attempts.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { FilterConditions, type kvs } from '@forge/kvs';

import { fiveAtATime } from '../../broker/side-by-side';
import type { FactChange } from '../../groups/facts';
import { baseAgain, type Based } from '../../groups/members/base-again';
import { readTogether } from './batches';
import { isUntouched, lastChangeKey, recordOf, rowOf, type Row } from './group-record-rows';
import { GROUP_RECORD, MEMBERSHIP_FACT, membershipKey } from './keys';
import { factOf, factRow, type FactRow } from './membership-rows';

type Transaction = ReturnType<typeof kvs.transact>;

/**
 * Adds facts to a transaction, and the record of their group with its last change renewed, on condition that nothing was changed in the group since
 * that record was read. All changes of one group must hold the same reading of its record: see `areApart`.
 *
 * Takes one operation for each change that stores or removes a fact, and one for each group.
 */
export function addFactChanges(transaction: Transaction, changes: readonly FactChange[]): void {
  for (const { record, accountId, before, after } of changes) {
    const key = membershipKey(record.groupId, accountId);
    if (after !== undefined) transaction.set<FactRow>(key, factRow(after), { entityName: MEMBERSHIP_FACT });
    else if (before !== undefined) transaction.delete(key, { entityName: MEMBERSHIP_FACT });
  }
  const lastOfGroup = new Map(changes.map((change) => [change.record.groupId, change]));
  for (const { record, at, attemptId } of lastOfGroup.values()) {
    const { groupName, recordedBy } = record;
    const conditions = isUntouched(record)
      .and('groupName', FilterConditions.equalTo(groupName))
      .and('recordedBy', FilterConditions.equalTo(recordedBy));
    const row = rowOf({ ...record, lastChange: lastChangeKey(at, attemptId) });
    transaction.set<Row>(record.groupId, row, { entityName: GROUP_RECORD, conditions });
  }
}

/** Tells whether changes of one group are based on different readings of its record: then `readAgain` comes first. */
export function areApart(changes: readonly FactChange[]): boolean {
  const seen = new Map<string, string>();
  return changes.some(({ record: { groupId, lastChange = '', replacedBy = '' } }) => {
    const reading = `${lastChange}#${replacedBy}`;
    if (seen.has(groupId)) return seen.get(groupId) !== reading;
    seen.set(groupId, reading);
    return false;
  });
}

/**
 * Reads again, in one request, what at most 12 changes are based on, and looks at the memberships of which that doesn't tell enough: see `baseAgain`.
 *
 * Returns what can be stored of each, by the ids of their attempts.
 */
export async function readAgain(changes: readonly FactChange[]): Promise<ReadonlyMap<string, Based>> {
  const all = new Map<string, Based>();
  if (changes.length === 0) return all;
  const groupIds = [...new Set(changes.map(({ record }) => record.groupId))];
  const rows = await readTogether([
    ...groupIds.map((key) => ({ entityName: GROUP_RECORD, key })),
    ...changes.map((change) => ({ entityName: MEMBERSHIP_FACT, key: keyOf(change) })),
  ]);
  async function base(change: FactChange): Promise<void> {
    const record = rows(GROUP_RECORD, change.record.groupId) as Row | undefined;
    const fact = rows(MEMBERSHIP_FACT, keyOf(change)) as FactRow | undefined;
    all.set(
      change.attemptId,
      await baseAgain(change, { record: record && recordOf(record), fact: fact && factOf(fact) }),
    );
  }
  for (const some of fiveAtATime(changes)) await Promise.all(some.map(base));
  return all;
}

function keyOf({ record, accountId }: FactChange): string {
  return membershipKey(record.groupId, accountId);
}
