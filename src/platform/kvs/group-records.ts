// Records of which group belongs to which space: rows of a custom entity, written on condition that they're still as they were read.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import { AppError } from '../../broker/errors';
import type { GroupRecord } from '../../groups/facts';
import type { GroupRecords } from '../../groups/store-ports';
import type { GroupId } from '../../shared/ids';
import { readMany } from './batches';
import { isRefused, reading, writing, writingUnless } from './failures';
import { all, hasAtLeast, named, ofSpace, ofSpaceByChange, startingWith } from './group-record-lists';
import {
  isFree,
  isStill,
  isUnchanged,
  isUntouched,
  recordIn,
  rowOf,
  type FreeRow,
  type Row,
} from './group-record-rows';
import { search } from './group-record-search';
import { GROUP_RECORD } from './keys';
import { createRecordMark, type RecordMark } from './record-mark';
import { seedRow } from './seed-row';

/** Creates the records of this installation. The port describes how each method fails. */
export function createGroupRecords(mark = createRecordMark()): GroupRecords {
  return {
    get: (groupId) => reading(() => get(groupId)),
    ofSpace: (spaceId, after) => reading(() => ofSpace(spaceId, after)),
    ofSpaceByChange: (spaceId, before) => reading(() => ofSpaceByChange(spaceId, before)),
    search: (spaceId, wanted, after) => reading(() => search(spaceId, wanted, after)),
    all: (after) => reading(() => all(after)),
    startingWith: (text, after) => reading(() => startingWith(text, after)),
    add: (record) => add(record, mark),
    replace: (record, before) => writing(() => replace(record, before)),
    remove: (before) => writing(() => remove(before)),
    named: (spaceId, groupName) => reading(() => named(spaceId, groupName)),
    hasAtLeast: (spaceId, many) => reading(() => hasAtLeast(spaceId, many)),
    recorded: (ids) => reading(() => recorded(ids)),
  };
}

async function get(groupId: GroupId): Promise<GroupRecord | undefined> {
  return recordIn(await entity().get(groupId));
}

function entity() {
  return kvs.entity<Row>(GROUP_RECORD);
}

async function recorded(ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupRecord>> {
  const rows = await readMany<Row>(GROUP_RECORD, [...new Set(ids)]);
  return new Map(
    ids.flatMap((id) => {
      const record = recordIn(rows.get(id));
      return record === undefined ? [] : [[id, record]];
    }),
  );
}

function add(record: GroupRecord, mark: RecordMark): Promise<void> {
  const { groupId } = record;
  async function isConflict() {
    return (await get(groupId)) !== undefined;
  }
  return writingUnless(isConflict, 'record', async () => {
    // A place may be left of somebody who didn't come so far. On any other row the condition doesn't hold.
    await seedRow<FreeRow>(GROUP_RECORD, groupId, { groupId });
    const options = { entityName: GROUP_RECORD, conditions: isFree() };
    const transaction = kvs.transact().set<Row>(groupId, rowOf(record), options);
    mark.set(transaction);
    await transaction.execute();
  });
}

/** Tries to write a record: memberships of its group may be changed meanwhile. */
const TRIES = 5;

/** Replaces a record and keeps its last change as it is by then. */
async function replace(record: GroupRecord, before: GroupRecord): Promise<void> {
  let seen = before;
  for (let tries = 1; ; tries += 1) {
    try {
      const options = { entityName: GROUP_RECORD, conditions: isUntouched(seen) };
      await kvs
        .transact()
        .set<Row>(record.groupId, rowOf(withChangeOf(seen, record)), options)
        .execute();
      return;
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
      const now = await get(record.groupId);
      if (now === undefined || !isUnchanged(now, before) || now.replacedBy !== before.replacedBy)
        throw new AppError({ code: 'CONFLICT', what: 'record' }, thrown);
      if (now.lastChange === seen.lastChange || tries === TRIES) throw thrown;
      seen = now;
    }
  }
}

function withChangeOf({ lastChange }: GroupRecord, { lastChange: _other, ...record }: GroupRecord): GroupRecord {
  return { ...record, ...(lastChange !== undefined && { lastChange }) };
}

async function remove(before: GroupRecord): Promise<boolean> {
  try {
    const options = { entityName: GROUP_RECORD, conditions: isStill(before) };
    await kvs.transact().delete<Row>(before.groupId, options).execute();
    return true;
  } catch (thrown) {
    if (!isRefused(thrown)) throw thrown;
    const now = await get(before.groupId);
    if (now === undefined) return false;
    throw isUnchanged(now, before) ? thrown : new AppError({ code: 'CONFLICT', what: 'record' }, thrown);
  }
}
