import type { CustomerPolicy } from '../../shared/customers/policy';
import type { OrganizationList } from '../../shared/customers/views';
import type { ProvedProject } from '../facts';
import type { CustomerPorts } from '../ports';

/** Returns the organizations that a policy lets an agent choose from, starting at `start`. None if customers are off. */
export async function choosableOrganizations(
  { jira }: CustomerPorts,
  project: ProvedProject,
  { enabled, organizations }: CustomerPolicy,
  start = 0,
): Promise<OrganizationList> {
  if (enabled && organizations.kind === 'ofProject') return jira.organizations(project, start);
  return { organizations: enabled && organizations.kind === 'listed' ? organizations.organizations : [] };
}
