// Records of which group belongs to which space: rows of a custom entity, with an index by space and one over the site.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';

import { AppError } from '../../broker/errors';
import type { GroupRecord } from '../../groups/facts';
import type { GroupRecords } from '../../groups/ports';
import type { SpaceId } from '../../shared/ids';
import { omitUndefined } from '../omit-undefined';
import { readMany } from './batches';
import { isRefused, reading, writing, writingUnless } from './failures';
import { GROUP_RECORD, SITE } from './keys';

export interface Row extends GroupRecord {
  site: string;
  /** Sorts the site's records by space and name. */
  sortKey: string;
}

/** Returns the record of a row. */
export function recordOf({ site: _site, sortKey: _sortKey, ...record }: Row): GroupRecord {
  return record;
}

/** Creates the records of this installation. The port describes how each method fails. */
export function createGroupRecords(): GroupRecords {
  return {
    get: (groupId) =>
      reading(async () => {
        const row = await entity().get(groupId);
        return row && recordOf(row);
      }),
    ofSpace: (spaceId, after) => reading(() => ofSpace(spaceId, after)),
    all: (after) => reading(() => all(after)),
    add,
    replace,
    remove,
    named: (spaceId, groupName) => reading(() => named(spaceId, groupName)),
    recorded: (ids) =>
      reading(async () => {
        const rows = await readMany<Row>(GROUP_RECORD, [...new Set(ids)]);
        return new Map(
          ids.flatMap((id) => {
            const row = rows.get(id);
            return row === undefined ? [] : [[id, recordOf(row)]];
          }),
        );
      }),
  };
}

function entity() {
  return kvs.entity<Row>(GROUP_RECORD);
}

async function ofSpace(spaceId: SpaceId, after?: string) {
  const rows = await readPage('by-space', spaceId, after);
  return cut(rows, endOfPage(rows), ({ record }) => record.groupName);
}

interface SortedRecord {
  record: GroupRecord;
  sortKey: string;
}

const RECORDS_A_PAGE = 25;

/** Reads a page and one more record, which tells whether there is a next page. */
async function readPage(index: 'by-space' | 'by-site', partition: string, after?: string): Promise<SortedRecord[]> {
  const byIndex = entity()
    .query()
    .index(index, { partition: [partition] });
  const query = after === undefined ? byIndex : byIndex.where(WhereConditions.greaterThan(after));
  const { results } = await query
    .sort(Sort.ASC)
    .limit(RECORDS_A_PAGE + 1)
    .getMany();
  return results.map(({ value }) => ({ record: recordOf(value), sortKey: value.sortKey }));
}

function cut(rows: readonly SortedRecord[], end: number, nextOf: (last: SortedRecord) => string) {
  const page = rows.slice(0, end);
  const last = page.at(-1);
  const records = page.map(({ record }) => record);
  return last === undefined || rows.length <= end ? { records } : { records, next: nextOf(last) };
}

/** Returns the length of a page. Two records of a space can have one name, if a group was deleted outside the app: a page never ends between them. */
function endOfPage(rows: readonly SortedRecord[]): number {
  const name = rows[RECORDS_A_PAGE]?.record.groupName;
  const end = rows.findIndex(({ record }) => record.groupName === name);
  return name === undefined || end < 1 ? RECORDS_A_PAGE : end;
}

async function all(after?: string) {
  const rows = await readPage('by-site', SITE, after);
  return cut(rows, RECORDS_A_PAGE, ({ sortKey }) => sortKey);
}

function add(record: GroupRecord): Promise<void> {
  async function isConflict() {
    return (await entity().get(record.groupId)) !== undefined;
  }
  return writingUnless(isConflict, 'record', () =>
    entity().set(record.groupId, rowOf(record), { keyPolicy: 'FAIL_IF_EXISTS' }),
  );
}

/** Most characters of a stored name. An index holds 900 bytes, at most 3 for each character: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const MAX_STORED_NAME = 255;

/** Makes a row of exactly the attributes that manifest.yml declares: the store refuses any other one. */
function rowOf(record: GroupRecord): Row {
  return omitUndefined({
    site: SITE,
    sortKey: sortKeyOf(record),
    groupId: record.groupId,
    spaceId: record.spaceId,
    groupName: record.groupName.slice(0, MAX_STORED_NAME),
    origin: record.origin,
    deletable: record.deletable,
    grantsProductAccess: record.grantsProductAccess,
    recordedBy: record.recordedBy,
    recordedAt: record.recordedAt,
    attemptId: record.attemptId,
    runId: record.runId,
    refused: record.refused,
  });
}

/** Most characters of a name in a sort key: leaves room for both ids within the 200 characters that a page can send back. */
const MAX_NAME_IN_SORT_KEY = 100;

function sortKeyOf({ spaceId, groupName, groupId }: GroupRecord): string {
  const name = groupName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '_')
    .slice(0, MAX_NAME_IN_SORT_KEY);
  return `${spaceId}#${name}#${groupId}`;
}

function replace(record: GroupRecord, before: GroupRecord): Promise<void> {
  async function isConflict() {
    return !isUnchanged(await entity().get(record.groupId), before);
  }
  const conditions = isStill(before);
  return writingUnless(isConflict, 'record', () =>
    kvs.transact().set<Row>(record.groupId, rowOf(record), { entityName: GROUP_RECORD, conditions }).execute(),
  );
}

/** Tells whether a record still has the same space, rights and date. */
function isUnchanged(now: GroupRecord | undefined, before: GroupRecord): boolean {
  return now?.spaceId === before.spaceId && now.deletable === before.deletable && now.recordedAt === before.recordedAt;
}

function isStill(before: GroupRecord) {
  return new Filter<Row>()
    .and('spaceId', FilterConditions.equalTo(before.spaceId))
    .and('deletable', FilterConditions.equalTo(before.deletable))
    .and('recordedAt', FilterConditions.equalTo(before.recordedAt));
}

function remove(before: GroupRecord): Promise<boolean> {
  return writing(async () => {
    try {
      const options = { entityName: GROUP_RECORD, conditions: isStill(before) };
      await kvs.transact().delete<Row>(before.groupId, options).execute();
      return true;
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
      const now = await entity().get(before.groupId);
      if (now === undefined) return false;
      throw isUnchanged(now, before) ? thrown : new AppError({ code: 'CONFLICT', what: 'record' }, thrown);
    }
  });
}

async function named(spaceId: SpaceId, groupName: string): Promise<GroupRecord[]> {
  const { results } = await entity()
    .query()
    .index('by-space', { partition: [spaceId] })
    .where(WhereConditions.equalTo(groupName.slice(0, MAX_STORED_NAME)))
    .limit(RECORDS_A_PAGE)
    .getMany();
  return results.map(({ value }) => recordOf(value));
}
