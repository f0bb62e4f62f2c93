import type { CustomerPolicy } from '../../shared/customers/policy';
import type { CustomersOff, CustomersView, OrganizationList } from '../../shared/customers/views';
import type { InProject } from '../in-project';
import { currentJiraRight } from '../jira-right/jira-right';
import { choosableOrganizations } from '../organizations/choosable-organizations';
import type { CustomerPorts } from '../ports';
import { refusalIn } from '../project-session';
import { readDayQuota } from '../quota/day-quota';

const NO_ORGANIZATIONS: OrganizationList = { organizations: [] };

/** Returns what an agent may do in this project today, or the reason why nothing. */
export async function openCustomers(ports: CustomerPorts, inProject: InProject): Promise<CustomersView> {
  const { caller, project, via } = inProject;
  const { projectId, key, name } = project;
  const [{ value: policy }, { value: dailyPerSite }] = await Promise.all([
    ports.customerSettings.policy(projectId),
    ports.customerSettings.dailyPerSite(),
  ]);
  const off = await whyOff(ports, inProject, policy);
  const [{ organizations, nextStart }, quota] = await Promise.all([
    off === undefined ? choosableOrganizations(ports, project, policy) : NO_ORGANIZATIONS,
    readDayQuota(ports, { projectId, caller, via }, policy, dailyPerSite),
  ]);
  return {
    accountId: caller,
    project: { projectId, key, name },
    ...(off !== undefined && { off }),
    organizationsFrom: policy.organizations.kind,
    organizations,
    ...(nextStart !== undefined && { nextOrganizations: nextStart }),
    allowedDomains: policy.allowedDomains,
    addToProject: policy.addToProject,
    existingAccounts: policy.existingAccounts,
    quota,
  };
}

async function whyOff(
  ports: CustomerPorts,
  inProject: InProject,
  policy: CustomerPolicy,
): Promise<CustomersOff | undefined> {
  const refusal = await refusalIn(ports, inProject, policy);
  if (refusal === 'NOT_IN_CUSTOMER_GROUP') return 'notInGroup';
  if (refusal !== undefined) return 'off';
  const right = await currentJiraRight(ports);
  if (right.name === 'unavailable') return 'privilegedUser';
  return right.name === 'lacksRight' || right.name === 'noJiraAccess' ? 'jiraRight' : undefined;
}
