import type { Ports } from '../../broker/ports';
import type { MemberPage } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';

/** More members of a group of this space. */
export const listMembers = async (
  ports: Ports,
  { space }: InSpace,
  { groupId, start }: { groupId: GroupId; start: number },
): Promise<MemberPage> => {
  await recordOfSpace(ports, space, groupId);
  return ports.directory.members(groupId, start);
};
