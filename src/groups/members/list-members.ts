import type { MemberPage } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';

/** Returns more members of a group of this space. */
export async function listMembers(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId, start }: { groupId: GroupId; start: number },
): Promise<MemberPage> {
  await recordOfSpace(ports, space, groupId);
  return ports.directory.members(groupId, start);
}
