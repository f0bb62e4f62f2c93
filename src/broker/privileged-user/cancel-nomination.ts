import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { changePrivilegedUser, withoutNominee } from './change-privileged-user';
import { viewOf } from './privileged-user';

/** A Confluence admin takes the question back. */
export const cancelNomination = async (
  ports: BrokerPorts,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> =>
  viewOf(await changePrivilegedUser(ports, 'cancelNomination', admin, version, withoutNominee));
