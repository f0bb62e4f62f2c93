import { AppError } from '../../broker/errors';
import type { GroupChangeability } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import { readStoredForGroup, refreshGroup } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { protectionRefusal } from '../protection';
import { blockedGroup } from './blocked-group';

/**
 * Tells why a group of this space can't be changed, as a write would find it, before anybody tries. Where the access that it gives can't be read now,
 * nothing is told.
 *
 * Fails with GROUP_OF_ANOTHER_SPACE before anything else is read, NOT_FOUND, or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function mayChangeGroup(
  ports: GroupPorts,
  begun: InSpace,
  { groupId }: { groupId: GroupId },
): Promise<GroupChangeability> {
  const stored = await readStoredForGroup(ports, begun.space, groupId);
  const { group, access } = await refreshGroup(ports, begun, { stored, anew: false });
  if (group === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  const refusal = protectionRefusal(group, access, stored.rules, stored.record.grantsProductAccess);
  const blocked = blockedGroup(refusal === 'PROTECTION_UNKNOWN' ? undefined : refusal, stored.rules);
  return blocked === undefined ? {} : { blocked };
}
