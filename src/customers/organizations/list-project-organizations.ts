import type { OrganizationList } from '../../shared/customers/views';
import type { ProjectId } from '../../shared/ids';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';
import { requireProject } from '../settings/policy-view';

/** Returns more of a service project's organizations, for its policy. Fails with NOT_FOUND. */
export async function listProjectOrganizations(
  ports: CustomerPorts,
  _inJira: InJira,
  { projectId, start }: { projectId: ProjectId; start: number },
): Promise<OrganizationList> {
  return ports.jira.organizations(await requireProject(ports, projectId), start);
}
