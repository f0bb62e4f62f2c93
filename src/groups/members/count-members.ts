import type { Ports } from '../../broker/ports';
import type { GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';

/** How many people a group of this space has. */
export const countMembers = async (
  ports: Ports,
  { space }: InSpace,
  { groupId }: { groupId: GroupId },
): Promise<{ total: number }> => {
  await recordOfSpace(ports, space, groupId);
  return { total: await ports.directory.countMembers(groupId) };
};
