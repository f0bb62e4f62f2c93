import { audited } from '../../broker/audit/audited';
import type { GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';

/**
 * Gives a group of this space a role in it, in place of the one that it has, with the caller's own right: Confluence decides whether they may.
 *
 * Fails with GROUP_OF_ANOTHER_SPACE, NOT_FOUND (the caller may not manage roles here, or the site has none), INVALID_INPUT (there is no such role), or as
 * every write does.
 */
export async function assignRole(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { groupId, roleId }: { groupId: GroupId; roleId: string },
): Promise<{ assigned: true }> {
  const { groupName } = await recordOfSpace(ports, space, groupId);
  await audited(ports, {
    entry: { action: 'assignRole', caller, spaceId: space.spaceId, groupId, groupName },
    effect: () => ports.spaceAccess.assign(space.spaceId, groupId, roleId),
  });
  return { assigned: true };
}
