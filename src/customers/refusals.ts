import type { Via } from '../broker/audit/entries';
import type { CustomerPolicy } from '../shared/customers/policy';
import type { AccountId, GroupId, OrganizationId } from '../shared/ids';
import type { ForbiddenReason, CustomerRefusal } from '../shared/result';
import type { Email } from './email';
import type { JiraAccount, ProvedProject } from './facts';

/** A request to make one person a customer. */
export interface CustomerRequest {
  email: Email;
  displayName: string;
  organizationIds: readonly OrganizationId[];
  /** The account that the agent confirmed, though only its name is the address. */
  confirmed?: AccountId | undefined;
}

/** `complete`: organizations that aren't in `found` aren't the project's. */
export interface ProjectOrganizations {
  found: ReadonlySet<OrganizationId>;
  complete: boolean;
}

/** The facts by which a project's policy judges one person. */
interface RequestFacts {
  policy: CustomerPolicy;
  /** The wanted organizations that the project has, as the caller sees it; read only if the policy requires it. */
  projectOrganizations: ProjectOrganizations;
  request: CustomerRequest;
}

/** All facts for a decision about one person. */
export interface CustomerFacts extends RequestFacts {
  project: ProvedProject;
  privilegedUser: AccountId;
}

/** Returns the reason why nobody, or not this caller, may create customers in a project, or undefined. `groups` are the caller's own. */
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

/** Returns the reason why the policy refuses a person before Jira is asked about them, or undefined. */
export function customerRefusal(facts: RequestFacts): CustomerRefusal | undefined {
  const { policy, request } = facts;
  const ofOrganizations = request.organizationIds.flatMap((id) => organizationRefusal(facts, id) ?? []);
  return domainRefusal(policy, request.email.domain) ?? ofOrganizations[0];
}

/** Returns the reason why an existing account may not become a customer here, or undefined. */
export function accountRefusal(
  { existingAccounts }: CustomerPolicy,
  account: JiraAccount,
): CustomerRefusal | undefined {
  if (!account.active || account.kind === 'app' || account.kind === 'unknown') return 'ACCOUNT_NOT_ELIGIBLE';
  return account.kind === 'atlassian' && !existingAccounts ? 'EXISTING_ACCOUNT_NOT_ALLOWED' : undefined;
}

/** Returns the kind of an account that may become a customer. */
export function kindOf({ kind }: JiraAccount): 'atlassian' | 'customer' {
  return kind === 'atlassian' ? kind : 'customer';
}

/** Returns the reason why an account may not be added to the project or to the requested organizations, or undefined. */
export function targetRefusal(facts: CustomerFacts, account: JiraAccount): CustomerRefusal | undefined {
  return customerRefusal(facts) ?? accountRefusal(facts.policy, account);
}

function organizationRefusal(
  { policy: { organizations }, projectOrganizations: { found, complete } }: RequestFacts,
  organizationId: OrganizationId,
): CustomerRefusal | undefined {
  if (organizations.kind === 'ofProject' && !found.has(organizationId)) {
    return complete ? 'ORGANIZATION_NOT_ALLOWED' : 'ORGANIZATION_NOT_CHECKED';
  }
  const isAllowed =
    organizations.kind === 'ofProject' ||
    (organizations.kind === 'listed' &&
      organizations.organizations.some((one) => one.organizationId === organizationId));
  return isAllowed ? undefined : 'ORGANIZATION_NOT_ALLOWED';
}

function domainRefusal({ allowedDomains, deniedDomains }: CustomerPolicy, domain: string): CustomerRefusal | undefined {
  if (deniedDomains.some((pattern) => matches(domain, pattern))) return 'DOMAIN_DENIED';
  const isAllowed = allowedDomains.length === 0 || allowedDomains.some((pattern) => matches(domain, pattern));
  return isAllowed ? undefined : 'DOMAIN_NOT_ALLOWED';
}

function matches(domain: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? domain.endsWith(pattern.slice(1)) : domain === pattern;
}
