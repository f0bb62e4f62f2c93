import type { Ports } from '../domain/ports';
import type { OrganizationList } from '../shared/customer-views';
import type { ProjectId } from '../shared/ids';
import { requireProject } from './steps/customer-policy-view';
import type { InJira } from './steps/in-jira';

/** More of a service project's organizations, for its policy. Fails with NOT_FOUND. */
export async function listProjectOrganizations(
  ports: Ports,
  _inJira: InJira,
  { projectId, start }: { projectId: ProjectId; start: number },
): Promise<OrganizationList> {
  return ports.jira.organizations(await requireProject(ports, projectId), start);
}
