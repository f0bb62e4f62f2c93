import { requirePrivilegedUser, type StoredPrivilegedUser } from '../broker/privileged-user/privileged-user';
import type { GroupId } from '../shared/ids';
import { explained } from './explain-refusal';
import type { GroupAccess } from './facts';
import type { GroupPorts } from './ports';

/**
 * Reads the access that membership of these groups gives, as the privileged user.
 *
 * Fails with PRIVILEGED_USER_UNAVAILABLE: nobody usable is set, or Forge wouldn't act as them, which is checked first.
 */
export async function readGroupAccess(
  ports: GroupPorts,
  known: StoredPrivilegedUser,
  ids: readonly GroupId[],
): Promise<(groupId: GroupId) => GroupAccess> {
  const { accountId } = requirePrivilegedUser(known);
  function read() {
    return ports.privilegedReader.accessOf(accountId, ids);
  }
  const access = await explained(ports, { known, action: 'readGroupAccess' }, read);
  return (groupId) => access.get(groupId) ?? 'unknown';
}
