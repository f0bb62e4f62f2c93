import { instant } from '../domain/instant';
import type { Ports } from '../domain/ports';
import type { SpaceSupportView } from '../shared/views';
import { readPrivilegedUser } from './steps/privileged-user';
import { supportReport } from './steps/support-report';

/** What a space admin may tell support: the state, without the site's counts. */
export const readSpaceSupport = async (ports: Ports): Promise<SpaceSupportView> => {
  const known = await readPrivilegedUser(ports);
  return { state: known.state.name, report: supportReport(known, ports.environment, instant(ports.clock)) };
};
