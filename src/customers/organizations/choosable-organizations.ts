import type { Ports } from '../../broker/ports';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { OrganizationList } from '../../shared/customers/views';
import type { ProvedProject } from '../facts';

/** The organizations that a policy lets an agent choose from, from `start` on. None where customers are off. */
export async function choosableOrganizations(
  { jira }: Ports,
  project: ProvedProject,
  { enabled, organizations }: CustomerPolicy,
  start = 0,
): Promise<OrganizationList> {
  if (enabled && organizations.kind === 'ofProject') return jira.organizations(project, start);
  return { organizations: enabled && organizations.kind === 'listed' ? organizations.organizations : [] };
}
