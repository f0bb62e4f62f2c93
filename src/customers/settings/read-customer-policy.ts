import type { CustomerPolicyView } from '../../shared/customers/views';
import type { ProjectId } from '../../shared/ids';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';
import { policyViewOf, requireProject } from './policy-view';

/** Returns the policy of one service project. Fails with NOT_FOUND. */
export async function readCustomerPolicy(
  ports: CustomerPorts,
  { caller }: InJira,
  { projectId }: { projectId: ProjectId },
): Promise<CustomerPolicyView> {
  return policyViewOf(ports, await requireProject(ports, projectId), caller);
}
