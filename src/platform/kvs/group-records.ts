// Which group belongs to which space: rows of a custom entity, with an index by space and one over the site.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';

import type { GroupRecord } from '../../domain/groups';
import type { GroupRecords } from '../../domain/ports';
import type { SpaceId } from '../../shared/ids';
import { readMany } from './batches';
import { reading, writing, writingUnless } from './failures';
import { GROUP_RECORD, SITE } from './keys';

interface Row extends GroupRecord {
  site: string;
  /** Sorts the site's records by space and name. */
  position: string;
}

const RECORDS_A_PAGE = 25;
/** An index holds 900 bytes of a name, which has at most 3 a character: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const MAX_STORED_NAME = 255;
/** Leaves room for both ids within the 200 characters of a position that comes back from a page. */
const MAX_NAME_IN_POSITION = 100;

const entity = () => kvs.entity<Row>(GROUP_RECORD);

const positionOf = ({ spaceId, groupName, groupId }: GroupRecord): string => {
  const name = groupName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '_')
    .slice(0, MAX_NAME_IN_POSITION);
  return `${spaceId}#${name}#${groupId}`;
};

const rowOf = (record: GroupRecord): Row => ({
  ...record,
  groupName: record.groupName.slice(0, MAX_STORED_NAME),
  site: SITE,
  position: positionOf(record),
});

const recordOf = ({ site: _site, position: _position, ...record }: Row): GroupRecord => record;

const readPage = async (
  index: 'by-space' | 'by-site',
  partition: string,
  after: string | undefined,
): Promise<Row[]> => {
  const query = entity()
    .query()
    .index(index, { partition: [partition] });
  if (after !== undefined) query.where(WhereConditions.greaterThan(after));
  // One more than is shown tells whether there is a next page.
  const { results } = await query
    .sort(Sort.ASC)
    .limit(RECORDS_A_PAGE + 1)
    .getMany();
  return results.map(({ value }) => value);
};

/** Two records of a space can have one name, if a group was deleted outside: a page never ends between them. */
const endOfPage = (rows: readonly Row[]): number => {
  const first = rows[RECORDS_A_PAGE];
  if (first === undefined) return rows.length;
  const end = rows.findIndex(({ groupName }) => groupName === first.groupName);
  return end > 0 ? end : RECORDS_A_PAGE;
};

const ofSpace = async (spaceId: SpaceId, after?: string) => {
  const rows = await readPage('by-space', spaceId, after);
  const page = rows.slice(0, endOfPage(rows));
  const last = page.at(-1);
  return {
    records: page.map(recordOf),
    ...(last !== undefined && page.length < rows.length ? { next: last.groupName } : {}),
  };
};

const all = async (after?: string) => {
  const rows = await readPage('by-site', SITE, after);
  const page = rows.slice(0, RECORDS_A_PAGE);
  const last = page.at(-1);
  return {
    records: page.map(recordOf),
    ...(last !== undefined && page.length < rows.length ? { next: last.position } : {}),
  };
};

const replace = (record: GroupRecord, spaceId: SpaceId): Promise<void> => {
  const isConflict = async () => (await entity().get(record.groupId))?.spaceId !== spaceId;
  const conditions = new Filter<Row>().and('spaceId', FilterConditions.equalTo(spaceId));
  return writingUnless(isConflict, 'record', () =>
    kvs.transact().set<Row>(record.groupId, rowOf(record), { entityName: GROUP_RECORD, conditions }).execute(),
  );
};

const add = (record: GroupRecord): Promise<void> => {
  const isConflict = async () => (await entity().get(record.groupId)) !== undefined;
  return writingUnless(isConflict, 'record', () =>
    entity().set(record.groupId, rowOf(record), { keyPolicy: 'FAIL_IF_EXISTS' }),
  );
};

/** The records of this installation. See the port for how each method fails. */
export const createGroupRecords = (): GroupRecords => ({
  get: (groupId) =>
    reading(async () => {
      const row = await entity().get(groupId);
      return row && recordOf(row);
    }),
  ofSpace: (spaceId, after) => reading(() => ofSpace(spaceId, after)),
  all: (after) => reading(() => all(after)),
  add,
  replace,
  remove: (groupId) => writing(() => entity().delete(groupId)),
  recorded: (ids) =>
    reading(async () => {
      const rows = await readMany<Row>(GROUP_RECORD, ids);
      return new Set(ids.filter((id) => rows.has(id)));
    }),
});
