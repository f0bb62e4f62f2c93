import type { Ports } from '../domain/ports';
import type { OrganizationList } from '../shared/customer-views';
import { choosableOrganizations } from './steps/choosable-organizations';
import type { InProject } from './steps/in-project';

/** More of the organizations that an agent may choose from. */
export async function listOrganizations(
  ports: Ports,
  { project }: InProject,
  { start }: { start: number },
): Promise<OrganizationList> {
  const { value: policy } = await ports.customerSettings.policy(project.projectId);
  return choosableOrganizations(ports, project, policy, start);
}
