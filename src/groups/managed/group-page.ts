import type { GroupPage } from '../../shared/groups/views';
import type { SpaceId } from '../../shared/ids';
import { rowOf } from '../group-row';
import type { GroupRecords } from '../ports';

/** Returns one page of a space's groups, from the records alone. */
export async function groupPage(records: GroupRecords, spaceId: SpaceId, after?: string): Promise<GroupPage> {
  const page = await records.ofSpace(spaceId, after);
  return { groups: page.records.map(rowOf), ...(page.next !== undefined && { next: page.next }) };
}
