import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { checkHealth } from './health';
import { readPrivilegedUser, viewOf } from './privileged-user';

/** Checks the privileged user again, now, with a write test. */
export async function checkPrivilegedUser(ports: BrokerPorts, by: OnSite): Promise<PrivilegedUserView> {
  return viewOf(await checkHealth(ports, await readPrivilegedUser(ports), 'always', by));
}
