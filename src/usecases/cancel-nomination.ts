import type { Ports } from '../domain/ports';
import type { PrivilegedUserView } from '../shared/views';
import { changePrivilegedUser, withoutNominee } from './steps/change-privileged-user';
import type { OnSite } from './steps/on-site';
import { viewOf } from './steps/privileged-user';

/** A Confluence admin takes the question back. */
export const cancelNomination = async (
  ports: Ports,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> =>
  viewOf(await changePrivilegedUser(ports, 'cancelNomination', admin, version, withoutNominee));
