import type { Ports } from '../domain/ports';
import type { GroupId } from '../shared/ids';
import { recordOfSpace } from './steps/group-case';
import type { InSpace } from './steps/in-space';

/** How many people a group of this space has. */
export const countMembers = async (
  ports: Ports,
  { space }: InSpace,
  { groupId }: { groupId: GroupId },
): Promise<{ total: number }> => {
  await recordOfSpace(ports, space, groupId);
  return { total: await ports.directory.countMembers(groupId) };
};
