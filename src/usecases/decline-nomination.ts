import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { PrivilegedUserView } from '../shared/views';
import { changePrivilegedUser, withoutNominee } from './steps/change-privileged-user';

/** The person who was asked says no. */
export const declineNomination = async (
  ports: Ports,
  { caller }: { caller: AccountId },
  { version }: { version: number },
): Promise<PrivilegedUserView> => changePrivilegedUser(ports, 'declineNomination', caller, version, withoutNominee);
