import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { changePrivilegedUser } from './change-privileged-user';
import { readPrivilegedUser, viewOf } from './privileged-user';
import type { PrivilegedUserSetting } from './state';

/**
 * Lifts the pause. Nothing that waited goes on by itself. Idempotent.
 *
 * Fails with CONFLICT if the setting changed since `version`: nobody lifts a pause that they haven't seen.
 */
export async function resumeChanges(
  ports: BrokerPorts,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> {
  const known = await readPrivilegedUser(ports);
  if (known.stored.value.paused === undefined) return viewOf(known);
  return viewOf(await changePrivilegedUser(ports, admin, { action: 'resumeChanges', version, change: withoutPause }));
}

function withoutPause({ paused: _lifted, ...rest }: PrivilegedUserSetting): PrivilegedUserSetting {
  return rest;
}
