import type { CallerFacts } from '../domain/access';
import type { Ports } from '../domain/ports';
import type { PrivilegedUserView } from '../shared/views';
import { changePrivilegedUser, withoutNominee } from './steps/change-privileged-user';
import type { OnSite } from './steps/on-site';
import { nomineeViewOf, viewOf } from './steps/privileged-user';

/** The person who was asked says no. */
export const declineNomination = async (
  ports: Ports,
  { facts, ...nominee }: OnSite & { facts: CallerFacts },
  { version }: { version: number },
): Promise<PrivilegedUserView> => {
  const known = await changePrivilegedUser(ports, 'declineNomination', nominee, version, withoutNominee);
  return facts.confluenceAdmin ? viewOf(known) : nomineeViewOf(known);
};
