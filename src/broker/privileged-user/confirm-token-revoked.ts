import type { PrivilegedUserView } from '../../shared/broker/views';
import { changeAs } from '../change-as';
import { AppError } from '../errors';
import { instant } from '../instant';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { readPrivilegedUser, viewOf } from './privileged-user';
import { waitsForRevocation } from './state';

/**
 * Records that the API token of an older version is revoked, who said so, and when. Only Atlassian could prove it.
 *
 * Fails with CONFLICT if the setting changed since `version`, or if there isn't a token to revoke.
 */
export async function confirmTokenRevoked(
  ports: BrokerPorts,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> {
  const { value, version: stored } = await ports.settings.privilegedUser();
  const { oldToken } = value;
  if (stored !== version || oldToken === undefined || !waitsForRevocation(value)) {
    throw new AppError({ code: 'CONFLICT', what: 'settings' });
  }
  const revoked = { by: admin.caller, at: instant(ports.clock) };
  await changeAs(ports, admin, {
    entries: [{ action: 'confirmTokenRevoked' }],
    write: () => ports.settings.savePrivilegedUser({ ...value, oldToken: { ...oldToken, revoked } }, version),
  });
  return viewOf(await readPrivilegedUser(ports));
}
