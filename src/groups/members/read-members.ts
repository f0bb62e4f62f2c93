import { forbidden } from '../../broker/errors';
import type { NamedMemberPage } from '../../shared/groups/member-views';
import type { GroupId } from '../../shared/ids';
import { MOST_MEMBERS_READ } from '../../shared/limits';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import { whyMissing } from '../missing-group';
import type { GroupPorts } from '../ports';

/**
 * Reads one page of a group of this space, as Confluence shows its members to the caller, with their names.
 *
 * Fails with FORBIDDEN (GROUP_TOO_LARGE) if the group has more members than are read for a list, and as `openGroup` does if it's gone.
 */
export async function readMembers(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId, start }: { groupId: GroupId; start: number },
): Promise<NamedMemberPage> {
  await recordOfSpace(ports, space, groupId);
  const page = await ports.directory.namedMembers(groupId, start);
  if (page.total > MOST_MEMBERS_READ) throw forbidden('GROUP_TOO_LARGE');
  // A group that is gone has an empty page of members, as if everybody had left.
  const isEmpty = page.total === 0;
  if (isEmpty && (await ports.directory.group(groupId)) === undefined) throw await whyMissing(ports, groupId);
  return page;
}
