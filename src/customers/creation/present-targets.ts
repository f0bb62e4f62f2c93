import { orLog } from '../../broker/or-log';
import type { OrganizationId } from '../../shared/ids';
import type { JiraAccount } from '../facts';
import type { CustomerRequest } from '../policy';
import type { CustomerPorts } from '../ports';
import type { ProjectSession } from '../project-session';

/** Where an account is already, as far as the caller could see. */
export interface PresentTargets {
  inProject: boolean;
  organizations: ReadonlySet<OrganizationId>;
}

/** Where an account is that was created a moment ago. */
export const NOWHERE: PresentTargets = { inProject: false, organizations: new Set() };

/**
 * Reads where an account is already, because Jira answers alike whether it adds somebody or finds them there: as the caller, side by side. Never fails:
 * what can't be seen stops nobody.
 */
export async function readPresentTargets(
  ports: CustomerPorts,
  { project, policy }: ProjectSession,
  { email: { address }, organizationIds }: CustomerRequest,
  { accountId }: JiraAccount,
): Promise<PresentTargets> {
  const { jira } = ports;
  function quietly<T>(read: () => Promise<T>) {
    return orLog(ports, 'targets not read', read);
  }
  const [inProject = false, organizations = NOWHERE.organizations] = await Promise.all([
    policy.addToProject ? quietly(() => jira.isCustomer(project, { accountId, address })) : undefined,
    organizationIds.length > 0 ? quietly(() => jira.membershipsOf(accountId, organizationIds)) : undefined,
  ]);
  return { inProject, organizations };
}
