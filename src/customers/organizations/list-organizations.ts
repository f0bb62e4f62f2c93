import type { OrganizationList } from '../../shared/customers/views';
import type { InProject } from '../in-project';
import type { CustomerPorts } from '../ports';
import { choosableOrganizations } from './choosable-organizations';

/** Returns more of the organizations that an agent can choose from. */
export async function listOrganizations(
  ports: CustomerPorts,
  { project }: InProject,
  { start }: { start: number },
): Promise<OrganizationList> {
  const { value: policy } = await ports.customerSettings.policy(project.projectId);
  return choosableOrganizations(ports, project, policy, start);
}
