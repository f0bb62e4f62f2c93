import type { GroupPage } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { groupPage } from './group-page';

/** More of this space's groups. */
export const listGroups = async (
  { groupRecords }: GroupPorts,
  { space }: InSpace,
  { after }: { after?: string | undefined },
): Promise<GroupPage> => groupPage(groupRecords, space.spaceId, after);
