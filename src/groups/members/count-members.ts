import type { GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';

/** Tells how many people a group of this space has. */
export async function countMembers(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId }: { groupId: GroupId },
): Promise<{ total: number }> {
  await recordOfSpace(ports, space, groupId);
  return { total: await ports.directory.countMembers(groupId) };
}
