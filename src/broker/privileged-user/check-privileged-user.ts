import type { PrivilegedUserView } from '../../shared/broker/views';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { checkHealth } from './health';
import { readPrivilegedUser, viewOf } from './privileged-user';
import { demandNotPaused } from './still-right';

/** Checks the privileged user again, now, with a write test. Fails with CHANGES_PAUSED. */
export async function checkPrivilegedUser(ports: BrokerPorts, by: OnSite): Promise<PrivilegedUserView> {
  const known = await readPrivilegedUser(ports);
  demandNotPaused(known.stored.value);
  return viewOf(await checkHealth(ports, known, 'always', by));
}
