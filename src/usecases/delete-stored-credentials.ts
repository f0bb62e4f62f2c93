import type { Ports } from '../domain/ports';
import type { PrivilegedUserView } from '../shared/views';
import { deleteLegacyCredentials } from './steps/legacy-credentials';
import type { OnSite } from './steps/on-site';
import { readPrivilegedUser, viewOf } from './steps/privileged-user';

/** Deletes the email and token of older versions, whether or not a user is chosen. */
export const deleteStoredCredentials = async (ports: Ports, admin: OnSite): Promise<PrivilegedUserView> => {
  await deleteLegacyCredentials(ports, admin);
  return viewOf(await readPrivilegedUser(ports));
};
