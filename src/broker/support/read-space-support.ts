import type { SpaceSupportView } from '../../shared/broker/views';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { readPrivilegedUser } from '../privileged-user/privileged-user';
import { supportReport } from './support-report';

/** Returns what a space admin can tell support: the state, without the site's counts. */
export async function readSpaceSupport(ports: BrokerPorts): Promise<SpaceSupportView> {
  const known = await readPrivilegedUser(ports);
  return { state: known.state.name, report: supportReport(known, ports.environment, instant(ports.clock)) };
}
