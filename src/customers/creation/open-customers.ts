import type { CustomersOff, CustomersView, JiraRight, OrganizationList } from '../../shared/customers/views';
import type { ForbiddenReason } from '../../shared/result';
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
  const refusal = await refusalIn(ports, inProject, policy);
  const right = refusal === undefined ? await currentJiraRight(ports) : undefined;
  const off = right === undefined ? offByPolicy(refusal) : offByRight(right);
  const [{ organizations, nextStart }, quota] = await Promise.all([
    off === undefined ? choosableOrganizations(ports, project, policy) : NO_ORGANIZATIONS,
    readDayQuota(ports, { projectId, caller, via }, policy, dailyPerSite),
  ]);
  return {
    accountId: caller,
    project: { projectId, key, name },
    ...(off !== undefined && { off }),
    ...(right?.name === 'paused' && { pause: right.pause }),
    organizationsFrom: policy.organizations.kind,
    organizations,
    ...(nextStart !== undefined && { nextOrganizations: nextStart }),
    allowedDomains: policy.allowedDomains,
    addToProject: policy.addToProject,
    existingAccounts: policy.existingAccounts,
    quota,
  };
}

function offByPolicy(refusal: ForbiddenReason | undefined): CustomersOff {
  return refusal === 'NOT_IN_CUSTOMER_GROUP' ? 'notInGroup' : 'off';
}

function offByRight({ name }: JiraRight): CustomersOff | undefined {
  if (name === 'unavailable') return 'privilegedUser';
  return name === 'lacksRight' || name === 'noJiraAccess' ? 'jiraRight' : undefined;
}
