import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { changePrivilegedUser } from './change-privileged-user';
import { viewOf } from './privileged-user';
import { withoutPeopleChosen } from './state';

/** Stops acting as anybody: neither the privileged user nor a nominee remains. */
export async function removePrivilegedUser(
  ports: BrokerPorts,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> {
  return viewOf(
    await changePrivilegedUser(ports, admin, { action: 'removePrivilegedUser', version, change: withoutPeopleChosen }),
  );
}
