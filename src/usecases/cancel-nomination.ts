import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { PrivilegedUserView } from '../shared/views';
import { changePrivilegedUser, withoutNominee } from './steps/change-privileged-user';
import { viewOf } from './steps/privileged-user';

/** A Confluence admin takes the question back. */
export const cancelNomination = async (
  ports: Ports,
  { caller }: { caller: AccountId },
  { version }: { version: number },
): Promise<PrivilegedUserView> =>
  viewOf(await changePrivilegedUser(ports, 'cancelNomination', caller, version, withoutNominee));
