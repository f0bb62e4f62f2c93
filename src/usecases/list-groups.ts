import type { Ports } from '../domain/ports';
import type { GroupPage } from '../shared/views';
import { groupPage } from './steps/group-page';
import type { InSpace } from './steps/in-space';

/** More of this space's groups. */
export const listGroups = async (
  { groupRecords }: Ports,
  { space }: InSpace,
  { after }: { after?: string | undefined },
): Promise<GroupPage> => groupPage(groupRecords, space.spaceId, after);
