import { orLog } from '../../broker/or-log';
import type { CustomersResult } from '../../shared/customers/views';
import type { OrganizationId } from '../../shared/ids';
import type { InProject } from '../in-project';
import type { CustomerPorts } from '../ports';
import { openSession, type ProjectSession } from '../project-session';
import { readDayQuota } from '../quota/day-quota';
import type { TypedPerson } from '../read-request';
import { makeCustomers } from './make-customers';

/**
 * Makes up to 25 people customers of the project. Each has their own result.
 *
 * Fails with FORBIDDEN or PRIVILEGED_USER_UNAVAILABLE before anything is tried for anybody.
 */
export async function createListedCustomers(
  ports: CustomerPorts,
  inProject: InProject,
  { people, organizationIds }: { people: TypedPerson[]; organizationIds: OrganizationId[] },
): Promise<CustomersResult> {
  const session = await openSession(ports, inProject, organizationIds);
  const results = await makeCustomers(ports, session, people, organizationIds);
  return { people: results, ...(await readQuota(ports, session)) };
}

/** Returns the caller's remaining quota, or undefined if it can't be read: accounts exist by now, and must be reported. */
async function readQuota(
  ports: CustomerPorts,
  { caller, project: { projectId }, via, policy, dailyPerSite }: ProjectSession,
): Promise<Pick<CustomersResult, 'quota'>> {
  function read() {
    return readDayQuota(ports, { projectId, caller, via }, policy, dailyPerSite);
  }
  const quota = await orLog(ports, 'quota not read', read);
  return quota === undefined ? {} : { quota };
}
