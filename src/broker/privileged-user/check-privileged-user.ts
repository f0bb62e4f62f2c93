import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { checkHealth } from './health';
import { readPrivilegedUser, viewOf } from './privileged-user';

/** Looks at the privileged user again, now, with a write test. */
export const checkPrivilegedUser = async (ports: BrokerPorts, by: OnSite): Promise<PrivilegedUserView> =>
  viewOf(await checkHealth(ports, await readPrivilegedUser(ports), 'always', by));
