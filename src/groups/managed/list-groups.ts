import type { Ports } from '../../broker/ports';
import type { GroupPage } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import { groupPage } from './group-page';

/** More of this space's groups. */
export const listGroups = async (
  { groupRecords }: Ports,
  { space }: InSpace,
  { after }: { after?: string | undefined },
): Promise<GroupPage> => groupPage(groupRecords, space.spaceId, after);
