import type { Via } from '../broker/audit/entries';
import { issueGrant } from '../broker/grant';
import { allow, refuse, type Verdict } from '../broker/verdict';
import type { CustomerPolicy } from '../shared/customers/policy';
import type { AccountId, GroupId, OrganizationId } from '../shared/ids';
import type { ForbiddenReason, CustomerRule } from '../shared/result';
import type { Email } from './email';
import type { JiraAccount, ProvedProject } from './facts';
import type { CustomerGrant } from './operations';

/** What was taken from a day's quota for one new account. `day`: in UTC, as `2026-11-28`; what is given back goes back to it. */
export interface QuotaTaking {
  day: string;
}

/** One from the quota, or whose is used up. */
export type QuotaVerdict = Verdict<QuotaTaking, CustomerRule>;

/** One person whom somebody wants to make a customer. */
export interface CustomerAsk {
  email: Email;
  displayName: string;
  organizationIds: readonly OrganizationId[];
  /** Whom the agent confirmed to be the one, though only the name says so. */
  confirmed?: AccountId | undefined;
}

/** `complete`: what is not in `found` is not the project's. */
export interface ProjectOrganizations {
  found: ReadonlySet<OrganizationId>;
  complete: boolean;
}

/** Everything that a decision about one person looks at. */
export interface CustomerCase {
  project: ProvedProject;
  policy: CustomerPolicy;
  /** Those of the wanted organizations that the project has, as the caller sees it; looked at only where the policy says so. */
  projectOrganizations: ProjectOrganizations;
  privilegedUser: AccountId;
  ask: CustomerAsk;
}

/** Why nobody, or not this caller, may create customers in a project, or undefined. `groups` are the caller's own. */
export function projectRefusal(
  policy: CustomerPolicy,
  via: Via,
  groups: ReadonlySet<GroupId>,
): ForbiddenReason | undefined {
  if (!policy.enabled) return 'CUSTOMERS_OFF';
  if (via === 'rule' && (!policy.rules || policy.dailyByRules === 0)) return 'RULES_OFF';
  const { creators } = policy;
  if (creators.kind === 'groups' && !creators.groups.some(({ groupId }) => groups.has(groupId))) {
    return 'NOT_IN_CUSTOMER_GROUP';
  }
  return undefined;
}

/** Why the policy says no to a person before anybody asks Jira about him, or undefined. */
export function customerRefusal(subject: CustomerCase): CustomerRule | undefined {
  const { policy, ask } = subject;
  const ofOrganizations = ask.organizationIds.flatMap((id) => organizationRefusal(subject, id) ?? []);
  return domainRefusal(policy, ask.email.domain) ?? ofOrganizations[0];
}

/** Why an account that exists may not become a customer here, or undefined. */
export function accountRefusal({ existingAccounts }: CustomerPolicy, account: JiraAccount): CustomerRule | undefined {
  if (!account.active || account.kind === 'app' || account.kind === 'unknown') return 'ACCOUNT_NOT_ELIGIBLE';
  return account.kind === 'atlassian' && !existingAccounts ? 'EXISTING_ACCOUNT_NOT_ALLOWED' : undefined;
}

/** What an account that may become a customer is told to be. */
export function kindOf({ kind }: JiraAccount): 'atlassian' | 'customer' {
  return kind === 'atlassian' ? kind : 'customer';
}

/** Leave to create one account. */
export function grantCreateCustomer(
  subject: CustomerCase,
  quota: QuotaVerdict,
): Verdict<CustomerGrant<'createCustomer'>, CustomerRule> {
  const rule = refusedBy(subject, quota);
  if (rule !== undefined) return refuse(rule);
  const { project, privilegedUser, ask } = subject;
  const { projectId } = project;
  const grant = issueGrant('createCustomer', privilegedUser, {
    projectId,
    email: ask.email.address,
    displayName: ask.displayName,
  });
  return allow(grant);
}

/** Leave to look up the account behind an e-mail address that Atlassian says is in use. The quota is the same: nobody asks more often. */
export function grantFindCustomer(
  subject: CustomerCase,
  quota: QuotaVerdict,
): Verdict<CustomerGrant<'findCustomer'>, CustomerRule> {
  const rule = refusedBy(subject, quota);
  if (rule !== undefined) return refuse(rule);
  const { project, privilegedUser, ask } = subject;
  const grant = issueGrant('findCustomer', privilegedUser, { projectId: project.projectId, email: ask.email.address });
  return allow(grant);
}

/** Why an account may not get a place in the project or in the organizations that are asked for, or undefined. */
export function placeRefusal(subject: CustomerCase, account: JiraAccount): CustomerRule | undefined {
  return customerRefusal(subject) ?? accountRefusal(subject.policy, account);
}

/** Leave to make an account a customer of the project. */
export function grantAddToProject(
  subject: CustomerCase,
  account: JiraAccount,
): Verdict<CustomerGrant<'addToProject'>, CustomerRule> {
  const { project, privilegedUser } = subject;
  const rule = placeRefusal(subject, account);
  if (rule !== undefined) return refuse(rule);
  const { projectId, serviceDeskId } = project;
  const { accountId } = account;
  return allow(issueGrant('addToProject', privilegedUser, { projectId, serviceDeskId, accountId }));
}

function organizationRefusal(
  { policy: { organizations }, projectOrganizations: { found, complete } }: CustomerCase,
  organizationId: OrganizationId,
): CustomerRule | undefined {
  if (organizations.kind === 'ofProject' && !found.has(organizationId)) {
    return complete ? 'ORGANIZATION_NOT_ALLOWED' : 'ORGANIZATION_NOT_CHECKED';
  }
  const isAllowed =
    organizations.kind === 'ofProject' ||
    (organizations.kind === 'listed' &&
      organizations.organizations.some((one) => one.organizationId === organizationId));
  return isAllowed ? undefined : 'ORGANIZATION_NOT_ALLOWED';
}

function domainRefusal({ allowedDomains, deniedDomains }: CustomerPolicy, domain: string): CustomerRule | undefined {
  if (deniedDomains.some((rule) => matches(domain, rule))) return 'DOMAIN_DENIED';
  const isAllowed = allowedDomains.length === 0 || allowedDomains.some((rule) => matches(domain, rule));
  return isAllowed ? undefined : 'DOMAIN_NOT_ALLOWED';
}

function matches(domain: string, rule: string): boolean {
  return rule.startsWith('*.') ? domain.endsWith(rule.slice(1)) : domain === rule;
}

function refusedBy(subject: CustomerCase, quota: QuotaVerdict): CustomerRule | undefined {
  return customerRefusal(subject) ?? (quota.allowed ? undefined : quota.reason);
}
