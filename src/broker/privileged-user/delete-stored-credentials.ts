import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { deleteLegacyCredentials } from './legacy-credentials';
import { readPrivilegedUser, viewOf } from './privileged-user';

/** Deletes the email and token of older versions, whether or not a user is chosen. */
export async function deleteStoredCredentials(ports: BrokerPorts, admin: OnSite): Promise<PrivilegedUserView> {
  await deleteLegacyCredentials(ports, admin);
  return viewOf(await readPrivilegedUser(ports));
}
