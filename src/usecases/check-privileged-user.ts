import type { Ports } from '../domain/ports';
import type { PrivilegedUserView } from '../shared/views';
import { checkHealth } from './steps/health';
import type { OnSite } from './steps/on-site';
import { readPrivilegedUser, viewOf } from './steps/privileged-user';

/** Looks at the privileged user again, now, with a write test. */
export const checkPrivilegedUser = async (ports: Ports, by: OnSite): Promise<PrivilegedUserView> =>
  viewOf(await checkHealth(ports, await readPrivilegedUser(ports), 'always', by));
