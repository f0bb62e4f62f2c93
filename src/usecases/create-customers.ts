import type { Ports } from '../domain/ports';
import type { CustomersResult } from '../shared/customer-views';
import type { OrganizationId } from '../shared/ids';
import { createPortalCustomers } from './steps/create-portal-customers';
import type { TypedPerson } from './steps/customer-ask';
import { openDesk } from './steps/customer-desk';
import type { InProject } from './steps/in-project';

/**
 * Makes up to 25 people customers of the project. Each has his own result.
 *
 * Fails with FORBIDDEN or PRIVILEGED_USER_UNAVAILABLE, and then nothing was tried for anybody.
 */
export const createCustomers = async (
  ports: Ports,
  inProject: InProject,
  { people, organizationIds }: { people: TypedPerson[]; organizationIds: OrganizationId[] },
): Promise<CustomersResult> => {
  const desk = await openDesk(ports, inProject, organizationIds);
  const results = await createPortalCustomers(ports, desk, people, organizationIds);
  const { caller, project, via } = inProject;
  const usedToday = await ports.customerQuota.used({ projectId: project.projectId, caller, via });
  return { people: results, quota: { daily: desk.policy.dailyPerAgent, usedToday } };
};
