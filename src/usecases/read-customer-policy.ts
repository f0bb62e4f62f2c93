import type { Ports } from '../domain/ports';
import type { CustomerPolicyView } from '../shared/customer-views';
import type { ProjectId } from '../shared/ids';
import { policyViewOf, requireProject } from './steps/customer-policy-view';
import type { InJira } from './steps/in-jira';

/** What is allowed in one service project. Fails with NOT_FOUND. */
export const readCustomerPolicy = async (
  ports: Ports,
  { caller }: InJira,
  { projectId }: { projectId: ProjectId },
): Promise<CustomerPolicyView> => policyViewOf(ports, await requireProject(ports, projectId), caller);
