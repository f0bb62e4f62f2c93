import type { GroupPage } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { groupPage } from './group-page';

/** Returns more of this space's groups. */
export async function listGroups(
  { groupRecords }: GroupPorts,
  { space }: InSpace,
  { after }: { after?: string | undefined },
): Promise<GroupPage> {
  return groupPage(groupRecords, space.spaceId, after);
}
