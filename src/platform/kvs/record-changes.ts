// Changes of which space a group belongs to, as a part of the transaction that stores the outcomes of their attempts.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import type { kvs } from '@forge/kvs';

import type { GroupRecord, RecordChange, StoredChange } from '../../groups/facts';
import { readMany } from './batches';
import { isFree, isStill, isUnchanged, recordIn, rowOf, type FreeRow, type Row } from './group-record-rows';
import { GROUP_RECORD } from './keys';
import { seedRow } from './seed-row';

type Transaction = ReturnType<typeof kvs.transact>;

/** Tells changes of records from those of memberships. */
export function isOfRecord(change: StoredChange): change is RecordChange {
  return 'added' in change || 'removed' in change;
}

/** Holds the places of the records that are added, so that `addRecordChanges` can ask that nobody took them: a request each, side by side. */
export async function holdPlaces(changes: readonly RecordChange[]): Promise<void> {
  const added = changes.filter((change) => 'added' in change);
  await Promise.all(added.map(({ groupId }) => seedRow<FreeRow>(GROUP_RECORD, groupId, { groupId })));
}

/** Adds changes of records to a transaction, an operation each, on condition that nobody has changed them since they were read. */
export function addRecordChanges(transaction: Transaction, changes: readonly RecordChange[]): void {
  for (const change of changes) {
    const { groupId } = change;
    if ('added' in change) {
      transaction.set<Row>(groupId, rowOf(change.added), { entityName: GROUP_RECORD, conditions: isFree() });
    } else {
      transaction.delete<Row>(groupId, { entityName: GROUP_RECORD, conditions: isStill(change.removed) });
    }
  }
}

/** Reads the records again, in one request. Returns the changes that can still be stored. */
export async function stillPossible(changes: readonly RecordChange[]): Promise<RecordChange[]> {
  const rows = await readMany<Row | FreeRow>(
    GROUP_RECORD,
    changes.map(({ groupId }) => groupId),
  );
  return changes.filter((change) => isPossible(change, recordIn(rows.get(change.groupId))));
}

function isPossible(change: RecordChange, now: GroupRecord | undefined): boolean {
  return 'added' in change ? now === undefined : isUnchanged(now, change.removed);
}
