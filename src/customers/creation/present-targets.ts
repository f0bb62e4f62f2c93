import { orLog } from '../../broker/or-log';
import type { OrganizationId } from '../../shared/ids';
import type { JiraAccount } from '../facts';
import type { CustomerPorts } from '../ports';
import type { ProjectSession } from '../project-session';
import type { CustomerRequest } from '../refusals';

/** The targets that an account is already in, as far as the caller can see. */
export interface PresentTargets {
  inProject: boolean;
  organizations: ReadonlySet<OrganizationId>;
}

/** The targets of a new account: none. */
export const NOWHERE: PresentTargets = { inProject: false, organizations: new Set() };

/**
 * Reads which targets an account is already in, as the caller, side by side: Jira gives the same answer whether it adds somebody or finds them there. Never fails:
 * a target that can't be read counts as not reached.
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
