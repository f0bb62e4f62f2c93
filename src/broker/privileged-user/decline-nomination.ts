import type { PrivilegedUserView } from '../../shared/broker/views';
import type { CallerFacts } from '../access';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { changePrivilegedUser, withoutNominee } from './change-privileged-user';
import { nomineeViewOf, viewOf } from './privileged-user';

/** Declines a nomination, for the nominee. */
export async function declineNomination(
  ports: BrokerPorts,
  { facts, ...nominee }: OnSite & { facts: CallerFacts },
  { version }: { version: number },
): Promise<PrivilegedUserView> {
  const known = await changePrivilegedUser(ports, nominee, {
    action: 'declineNomination',
    version,
    change: withoutNominee,
  });
  return facts.confluenceAdmin ? viewOf(known) : nomineeViewOf(known);
}
