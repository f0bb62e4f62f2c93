import type { GroupOrder, GroupPage, ListedGroup } from '../../shared/groups/views';
import type { SpaceId } from '../../shared/ids';
import type { GroupRecord } from '../facts';
import { rowOf } from '../group-row';
import { nameRefusal } from '../protection';
import type { StoredRules } from '../rules/stored-rules';
import type { GroupRecords, RecordPage } from '../store-ports';
import { lastChangeOf } from './last-change';

/** The part of a list that is read: after a position, in an order, and of the groups whose name holds a text. */
export interface PageRequest {
  after?: string | undefined;
  order?: GroupOrder | undefined;
  search?: string | undefined;
}

/** Reads one page of the records of a space's groups. */
export function readGroupPage(
  records: GroupRecords,
  spaceId: SpaceId,
  { after, order = 'name', search }: PageRequest = {},
): Promise<RecordPage> {
  if (search !== undefined) return records.search(spaceId, { text: search, order }, after);
  return order === 'name' ? records.ofSpace(spaceId, after) : records.ofSpaceByChange(spaceId, after);
}

/** Returns what the list shows of a page of records, before anything is asked of Confluence. */
export function groupPage({ records, next }: RecordPage, rules: StoredRules): GroupPage {
  return { groups: records.map((record) => listed(record, rules)), ...(next !== undefined && { next }) };
}

function listed(record: GroupRecord, rules: StoredRules): ListedGroup {
  const blocked = nameRefusal(record.groupName, rules);
  return { ...rowOf(record), changedAt: lastChangeOf(record).at, ...(blocked !== undefined && { blocked }) };
}
