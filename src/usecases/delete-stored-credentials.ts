import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { PrivilegedUserView } from '../shared/views';
import { deleteLegacyCredentials } from './steps/legacy-credentials';
import { readPrivilegedUser, viewOf } from './steps/privileged-user';

/** Deletes the e-mail and token of older versions, whether or not a user is chosen. */
export const deleteStoredCredentials = async (
  ports: Ports,
  { caller }: { caller: AccountId },
): Promise<PrivilegedUserView> => {
  await deleteLegacyCredentials(ports, caller);
  return viewOf(await readPrivilegedUser(ports));
};
