import type { Ports } from '../../domain/ports';
import type { ProvedProject } from '../../domain/projects';
import type { CustomerPolicy } from '../../shared/customer-policy';
import type { OrganizationList } from '../../shared/customer-views';

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
