// Changes of which space a group belongs to, as a part of the transaction that stores the outcomes of their attempts.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, type kvs } from '@forge/kvs';

import type { GroupRecord, RecordChange, SettingVersions, StoredChange } from '../../groups/facts';
import { omitUndefined } from '../omit-undefined';
import { readMany } from './batches';
import { isStill, isUnchanged, recordIn, rowOf, type FreeRow, type Row } from './group-record-rows';
import { GROUP_RECORD, SETTING } from './keys';
import type { RecordMark } from './record-mark';
import type { Row as Setting } from './versioned';

type Transaction = ReturnType<typeof kvs.transact>;
type SettingRow = Setting<unknown>;

/** Tells changes of records from those of memberships. */
export function isOfRecord(change: StoredChange): change is RecordChange {
  return 'added' in change || 'removed' in change;
}

/**
 * Adds changes of records to a transaction, an operation each, on condition that nobody has changed them since they were read. One more operation sets the mark
 * where records are added, and one checks each setting that they were decided by. Returns the new mark.
 */
export function addRecordChanges(
  transaction: Transaction,
  changes: readonly RecordChange[],
  mark: RecordMark,
): number | undefined {
  if (areUnmarked(changes)) throw new Error('Nobody knows whether these groups have records');
  for (const change of changes) {
    const { groupId } = change;
    if ('added' in change) {
      transaction.set<Row>(groupId, rowOf(change.added), { entityName: GROUP_RECORD });
    } else {
      transaction.delete<Row>(groupId, { entityName: GROUP_RECORD, conditions: isStill(change.removed) });
    }
  }
  for (const [key, version] of Object.entries(settingsOf(changes))) {
    const conditions = new Filter<SettingRow>().and('version', FilterConditions.equalTo(version));
    transaction.check<SettingRow>(key, { entityName: SETTING, conditions });
  }
  const before = markOf(changes);
  return before === undefined ? undefined : mark.set(transaction, before);
}

/** Returns the settings that changes were decided by, all of one reading, with their versions. */
export function settingsOf(changes: readonly RecordChange[]): SettingVersions {
  const settings = changes.map((change) => ('added' in change ? change.settings : undefined));
  return settings.find((one) => one !== undefined) ?? {};
}

/** Returns the mark that must still stand. Undefined: no record is added. */
export function markOf(changes: readonly RecordChange[]): number | undefined {
  return changes.flatMap((change) => ('added' in change ? (change.mark ?? []) : []))[0];
}

/** Tells whether it isn't known since when groups have no record, or not of all of them alike. */
export function areUnmarked(changes: readonly RecordChange[]): boolean {
  const mark = markOf(changes);
  return changes.some((change) => 'added' in change && (change.mark === undefined || change.mark !== mark));
}

/** Reads the records again, in one request, and before them the mark in another where records are added. Returns the changes that can still be stored. */
export async function stillPossible(changes: readonly RecordChange[], last: RecordMark): Promise<RecordChange[]> {
  const mark = changes.some((change) => 'added' in change) ? await last.readAgain() : undefined;
  const rows = await readMany<Row | FreeRow>(
    GROUP_RECORD,
    changes.map(({ groupId }) => groupId),
  );
  return changes
    .filter((change) => isPossible(change, recordIn(rows.get(change.groupId))))
    .map((change) => ('added' in change ? omitUndefined({ ...change, mark }) : change));
}

function isPossible(change: RecordChange, now: GroupRecord | undefined): boolean {
  return 'added' in change ? now === undefined : isUnchanged(now, change.removed);
}
