import type { MembersView } from '../../shared/groups/member-views';
import type { GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { readMembersView } from './members-view';

/** Returns more members of a group of this space. */
export async function listMembers(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId, start }: { groupId: GroupId; start: number },
): Promise<MembersView> {
  await recordOfSpace(ports, space, groupId);
  return readMembersView(ports, groupId, start);
}
