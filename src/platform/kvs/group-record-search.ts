// A search through the records of one space, in either order of its list.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import type { RecordPage, RecordSearch } from '../../groups/store-ports';
import type { GroupOrder } from '../../shared/groups/views';
import type { SpaceId } from '../../shared/ids';
import { MOST_ROWS, readRows, RECORDS_A_PAGE, type Stretch } from './group-record-lists';
import { recordOf, type Row } from './group-record-rows';

/** Most requests of one search. */
const MOST_ROUNDS = 4;

/** Searches the records of a space. The port describes where a page ends. */
export async function search(
  spaceId: SpaceId,
  { text, order }: RecordSearch,
  after: string | undefined,
): Promise<RecordPage> {
  const wanted = text.toLowerCase();
  const found: Row[] = [];
  let position = after;
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const { rows, isLast } = await readSome(spaceId, order, position);
    for (const row of rows.filter(({ groupName }) => groupName.toLowerCase().includes(wanted))) {
      if (found.length >= RECORDS_A_PAGE && row.groupName !== found.at(-1)?.groupName) {
        return pageOf(found, positionOf(found.at(-1), order));
      }
      found.push(row);
    }
    if (isLast) return pageOf(found, undefined);
    position = positionOf(rows.at(-1), order);
  }
  return pageOf(found, position);
}

/** Reads as many rows as one request can. It never ends between two of one name where names are the positions. */
async function readSome(spaceId: SpaceId, order: GroupOrder, position: string | undefined) {
  const rows = await readRows(stretchOf(spaceId, order, position), MOST_ROWS);
  const isLast = rows.length < MOST_ROWS;
  const end = rows.findIndex(({ groupName }) => groupName === rows.at(-1)?.groupName);
  return { rows: isLast || order === 'change' || end < 1 ? rows : rows.slice(0, end), isLast };
}

function stretchOf(spaceId: SpaceId, order: GroupOrder, position: string | undefined): Stretch {
  return order === 'name'
    ? { index: 'by-space', partition: spaceId, after: position }
    : { index: 'by-space-change', partition: spaceId, before: position };
}

function positionOf(row: Row | undefined, order: GroupOrder): string | undefined {
  return order === 'name' ? row?.groupName : row?.lastChange;
}

function pageOf(rows: readonly Row[], next: string | undefined): RecordPage {
  return { records: rows.map(recordOf), ...(next !== undefined && { next }) };
}
