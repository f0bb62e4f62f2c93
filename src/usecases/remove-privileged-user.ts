import type { Ports } from '../domain/ports';
import { withoutPeopleChosen } from '../domain/privileged-user';
import type { PrivilegedUserView } from '../shared/views';
import { changePrivilegedUser } from './steps/change-privileged-user';
import type { OnSite } from './steps/on-site';
import { viewOf } from './steps/privileged-user';

/** Stops acting as anybody: neither the privileged user nor a nominee remains. */
export const removePrivilegedUser = async (
  ports: Ports,
  admin: OnSite,
  { version }: { version: number },
): Promise<PrivilegedUserView> =>
  viewOf(await changePrivilegedUser(ports, 'removePrivilegedUser', admin, version, withoutPeopleChosen));
