import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { changePrivilegedUser, withoutNominee } from './change-privileged-user';
import { viewOf } from './privileged-user';

/** Withdraws the request, for a Confluence admin. */
export async function cancelNomination(
  ports: BrokerPorts,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> {
  return viewOf(
    await changePrivilegedUser(ports, admin, { action: 'cancelNomination', version, change: withoutNominee }),
  );
}
