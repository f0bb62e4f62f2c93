import type { CustomerPolicy } from '../../shared/customers/policy';
import type { OrganizationList } from '../../shared/customers/views';
import type { ProvedProject } from '../facts';
import type { CustomerPorts } from '../ports';

/** The organizations that a policy lets an agent choose from, from `start` on. None where customers are off. */
export async function choosableOrganizations(
  { jira }: CustomerPorts,
  project: ProvedProject,
  { enabled, organizations }: CustomerPolicy,
  start = 0,
): Promise<OrganizationList> {
  if (enabled && organizations.kind === 'ofProject') return jira.organizations(project, start);
  return { organizations: enabled && organizations.kind === 'listed' ? organizations.organizations : [] };
}
