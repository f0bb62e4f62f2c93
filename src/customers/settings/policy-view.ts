import { AppError } from '../../broker/errors';
import type { CustomerPolicyView } from '../../shared/customers/views';
import type { AccountId, ProjectId } from '../../shared/ids';
import type { ProvedProject } from '../facts';
import type { CustomerPorts } from '../ports';
import { nextDay } from '../quota/day-quota';

/** Returns a service project that the caller sees. Fails with NOT_FOUND. */
export async function requireProject({ jira }: CustomerPorts, projectId: ProjectId): Promise<ProvedProject> {
  const project = await jira.projectById(projectId);
  if (project === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'project' });
  return project;
}

/** Returns a project's stored policy, with the options that its form needs. */
export async function policyViewOf(
  { jira, customerSettings, customerQuota, clock }: CustomerPorts,
  project: ProvedProject,
  caller: AccountId,
): Promise<CustomerPolicyView> {
  const { projectId, key, name } = project;
  const [{ value: policy, version }, { organizations, nextStart }, usedByRulesToday] = await Promise.all([
    customerSettings.policy(projectId),
    jira.organizations(project),
    customerQuota.used({ projectId, caller, via: 'rule' }),
  ]);
  return {
    project: { projectId, key, name },
    policy,
    version,
    organizations,
    ...(nextStart !== undefined && { nextOrganizations: nextStart }),
    usedByRulesToday,
    resetsAt: nextDay(clock),
  };
}
