import type { PrivilegedUserView } from '../../shared/broker/views';
import { instant } from '../instant';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { changePrivilegedUser } from './change-privileged-user';
import { readPrivilegedUser, viewOf } from './privileged-user';
import type { PrivilegedUserSetting } from './state';

/**
 * Pauses all changes: from this moment the app makes no call as the privileged user. Idempotent: whoever paused first stays named.
 *
 * Fails with CONFLICT if the setting changed since `version`, and changes aren't paused.
 */
export async function pauseChanges(
  ports: BrokerPorts,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> {
  const known = await readPrivilegedUser(ports);
  if (known.stored.value.paused !== undefined) return viewOf(known);
  const paused = { by: admin.caller, at: instant(ports.clock) };
  function change(setting: PrivilegedUserSetting): PrivilegedUserSetting {
    return { ...setting, paused };
  }
  return viewOf(await changePrivilegedUser(ports, admin, { action: 'pauseChanges', version, change }));
}
