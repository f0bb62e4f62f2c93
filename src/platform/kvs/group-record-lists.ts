// Lists of records, each by an index: a space's by name or last change, the site's by space or name.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import type { GroupRecord } from '../../groups/facts';
import type { RecordPage } from '../../groups/store-ports';
import type { SpaceId } from '../../shared/ids';
import { recordOf, storedName, type Row } from './group-record-rows';
import { GROUP_RECORD, SITE } from './keys';

export const RECORDS_A_PAGE = 25;

/** Lists by name. Two records of a space can have one name, if a group was deleted outside the app: a page never ends between them. */
export async function ofSpace(spaceId: SpaceId, after?: string): Promise<RecordPage> {
  const rows = await readRows({ index: 'by-space', partition: spaceId, after });
  return cut(rows, endOfPage(rows), ({ groupName }) => groupName);
}

/** Lists the last changed first. */
export async function ofSpaceByChange(spaceId: SpaceId, before?: string): Promise<RecordPage> {
  const rows = await readRows({ index: 'by-space-change', partition: spaceId, before });
  return cut(rows, RECORDS_A_PAGE, ({ lastChange }) => lastChange);
}

/** Lists by space and name. */
export async function all(after?: string): Promise<RecordPage> {
  const rows = await readRows({ index: 'by-site', partition: SITE, after });
  return cut(rows, RECORDS_A_PAGE, ({ sortKey }) => sortKey);
}

/** Lists by name the records whose name begins like this, in any case. */
export async function startingWith(text: string, after?: string): Promise<RecordPage> {
  const start = text.toLowerCase();
  const rows = await readRows({ index: 'by-name', partition: SITE, ...(after === undefined ? { start } : { after }) });
  const wanted = rows.filter(({ nameKey }) => nameKey?.startsWith(start) === true);
  return cut(wanted, RECORDS_A_PAGE, ({ nameKey }) => nameKey);
}

/** Lists the records of exactly this name. */
export async function named(spaceId: SpaceId, groupName: string): Promise<GroupRecord[]> {
  const { results } = await query('by-space', spaceId)
    .where(WhereConditions.equalTo(storedName(groupName)))
    .limit(RECORDS_A_PAGE)
    .getMany();
  return results.map(({ value }) => recordOf(value));
}

/** Most rows of one reading: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const MOST_ROWS = 100;

/** Tells whether a space has at least so many records. */
export async function hasAtLeast(spaceId: SpaceId, many: number): Promise<boolean> {
  let counted = 0;
  let cursor: string | undefined;
  do {
    const rows = query('by-space', spaceId).limit(Math.min(MOST_ROWS, many - counted));
    const { results, nextCursor } = await (cursor === undefined ? rows : rows.cursor(cursor)).getMany();
    counted += results.length;
    cursor = nextCursor;
  } while (cursor !== undefined && counted < many);
  return counted >= many;
}

type Index = 'by-space' | 'by-space-change' | 'by-site' | 'by-name';

/** A stretch of an index: after a position, before one, or with a beginning. */
export interface Stretch {
  index: Index;
  partition: string;
  after?: string | undefined;
  before?: string | undefined;
  start?: string;
}

/** Reads rows of a stretch: unless told otherwise a page and one more row, which tells whether there is a next page. */
export async function readRows(
  { index, partition, after, before, start }: Stretch,
  limit = RECORDS_A_PAGE + 1,
): Promise<Row[]> {
  const rows = query(index, partition);
  if (after !== undefined) rows.where(WhereConditions.greaterThan(after));
  if (before !== undefined) rows.where(WhereConditions.lessThan(before));
  if (start !== undefined && start !== '') rows.where(WhereConditions.beginsWith(start));
  const { results } = await rows
    .sort(index === 'by-space-change' ? Sort.DESC : Sort.ASC)
    .limit(limit)
    .getMany();
  return results.map(({ value }) => value);
}

function query(index: Index, partition: string) {
  return kvs
    .entity<Row>(GROUP_RECORD)
    .query()
    .index(index, { partition: [partition] });
}

function cut(rows: readonly Row[], end: number, nextOf: (last: Row) => string | undefined): RecordPage {
  const page = rows.slice(0, end);
  const last = page.at(-1);
  const next = last === undefined || rows.length <= end ? undefined : nextOf(last);
  return { records: page.map(recordOf), ...(next !== undefined && { next }) };
}

function endOfPage(rows: readonly Row[]): number {
  const name = rows[RECORDS_A_PAGE]?.groupName;
  const end = rows.findIndex(({ groupName }) => groupName === name);
  return name === undefined || end < 1 ? RECORDS_A_PAGE : end;
}
