import type { Ports } from '../../broker/ports';
import type { CustomerPolicyView } from '../../shared/customers/views';
import type { ProjectId } from '../../shared/ids';
import type { InJira } from '../in-jira';
import { policyViewOf, requireProject } from './policy-view';

/** What is allowed in one service project. Fails with NOT_FOUND. */
export const readCustomerPolicy = async (
  ports: Ports,
  { caller }: InJira,
  { projectId }: { projectId: ProjectId },
): Promise<CustomerPolicyView> => policyViewOf(ports, await requireProject(ports, projectId), caller);
