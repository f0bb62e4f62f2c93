import type { GroupPage } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { groupPage, readGroupPage, type PageRequest } from './group-page';

/** Returns a page of this space's groups, by name or the last changed first, all or those whose name holds a text. Reads stored data only. */
export async function listGroups(
  { groupRecords, settings }: GroupPorts,
  { space }: InSpace,
  request: PageRequest,
): Promise<GroupPage> {
  const [page, { value: rules }] = await Promise.all([
    readGroupPage(groupRecords, space.spaceId, request),
    settings.rules(),
  ]);
  return groupPage(page, rules);
}
