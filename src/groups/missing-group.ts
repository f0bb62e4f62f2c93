import { AppError } from '../broker/errors';
import { readPrivilegedUser } from '../broker/privileged-user/privileged-user';
import type { GroupId } from '../shared/ids';
import type { GroupPorts } from './ports';

/**
 * Returns the failure for a group that Confluence doesn't show to the caller: asks as the privileged user.
 *
 * NOT_FOUND: it doesn't exist; with `notChecked` if nobody else could be asked. ATLASSIAN_REFUSED: it exists, hidden from the caller.
 */
export async function whyMissing(ports: GroupPorts, groupId: GroupId): Promise<AppError> {
  const { state } = await readPrivilegedUser(ports);
  if (state.name !== 'healthy') return new AppError({ code: 'NOT_FOUND', what: 'group', notChecked: true });
  return (await ports.privilegedReader.group(state.accountId, groupId)) === undefined
    ? new AppError({ code: 'NOT_FOUND', what: 'group' })
    : new AppError({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
}
