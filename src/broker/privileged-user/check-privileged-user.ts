import type { PrivilegedUserView } from '../../shared/groups/views';
import type { OnSite } from '../on-site';
import type { Ports } from '../ports';
import { checkHealth } from './health';
import { readPrivilegedUser, viewOf } from './privileged-user';

/** Looks at the privileged user again, now, with a write test. */
export const checkPrivilegedUser = async (ports: Ports, by: OnSite): Promise<PrivilegedUserView> =>
  viewOf(await checkHealth(ports, await readPrivilegedUser(ports), 'always', by));
