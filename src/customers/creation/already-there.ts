import { orLog } from '../../broker/or-log';
import type { OrganizationId } from '../../shared/ids';
import type { JiraAccount } from '../facts';
import type { CustomerAsk } from '../policy';
import type { CustomerPorts } from '../ports';
import type { CustomerDesk } from '../project-session';

/** Where an account is already, as far as the caller could see. */
export interface AlreadyPlaced {
  inProject: boolean;
  organizations: ReadonlySet<OrganizationId>;
}

/** Where an account is that was created a moment ago. */
export const NOWHERE: AlreadyPlaced = { inProject: false, organizations: new Set() };

/**
 * Looks where an account is already, because Jira answers alike whether it adds somebody or finds them there: as the caller, side by side. Never fails:
 * what can't be seen stops nobody.
 */
export async function readAlreadyPlaced(
  ports: CustomerPorts,
  { project, policy }: CustomerDesk,
  { email: { address }, organizationIds }: CustomerAsk,
  { accountId }: JiraAccount,
): Promise<AlreadyPlaced> {
  const { jira } = ports;
  function quietly<T>(read: () => Promise<T>) {
    return orLog(ports, 'places not seen', read);
  }
  const [inProject = false, organizations = NOWHERE.organizations] = await Promise.all([
    policy.addToProject ? quietly(() => jira.isCustomer(project, { accountId, address })) : undefined,
    organizationIds.length > 0 ? quietly(() => jira.membershipsOf(accountId, organizationIds)) : undefined,
  ]);
  return { inProject, organizations };
}
