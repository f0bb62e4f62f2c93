import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { PrivilegedUserView } from '../shared/views';
import { readPrivilegedUser, viewOf } from './steps/privileged-user';
import { deleteLegacyCredentials } from './steps/take-effect';

/** Deletes the e-mail and token of older versions, whether or not a user is chosen. */
export const deleteStoredCredentials = async (
  ports: Ports,
  { caller }: { caller: AccountId },
): Promise<PrivilegedUserView> => {
  await deleteLegacyCredentials(ports, caller);
  return viewOf(await readPrivilegedUser(ports));
};
