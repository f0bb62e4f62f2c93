import { issueGrant } from '../broker/grant';
import { allow, refuse, type Verdict } from '../broker/verdict';
import type { CustomerRefusal } from '../shared/result';
import type { JiraAccount } from './facts';
import type { CustomerGrant } from './operations';
import { customerRefusal, targetRefusal, type CustomerFacts } from './refusals';

/** An amount taken from a day's quota for one new account. `day`: in UTC, such as `2026-11-28`; it's given back to the same day. */
export interface QuotaTaking {
  day: string;
}

/** One account from the quota, or the reason that says whose quota is used up. */
export type QuotaVerdict = Verdict<QuotaTaking, CustomerRefusal>;

/** Permits creating one account. */
export function grantCreateCustomer(
  facts: CustomerFacts,
  quota: QuotaVerdict,
): Verdict<CustomerGrant<'createCustomer'>, CustomerRefusal> {
  const reason = refusedBy(facts, quota);
  if (reason !== undefined) return refuse(reason);
  const { project, privilegedUser, request } = facts;
  const { projectId } = project;
  const grant = issueGrant('createCustomer', privilegedUser, {
    projectId,
    email: request.email.address,
    displayName: request.displayName,
  });
  return allow(grant);
}

/** Permits looking up the account behind an email address that Atlassian says is in use. It takes from the same quota, so it can't be used more often. */
export function grantFindCustomer(
  facts: CustomerFacts,
  quota: QuotaVerdict,
): Verdict<CustomerGrant<'findCustomer'>, CustomerRefusal> {
  const reason = refusedBy(facts, quota);
  if (reason !== undefined) return refuse(reason);
  const { project, privilegedUser, request } = facts;
  const grant = issueGrant('findCustomer', privilegedUser, {
    projectId: project.projectId,
    email: request.email.address,
  });
  return allow(grant);
}

/** Permits making an account a customer of the project. */
export function grantAddToProject(
  facts: CustomerFacts,
  account: JiraAccount,
): Verdict<CustomerGrant<'addToProject'>, CustomerRefusal> {
  const { project, privilegedUser } = facts;
  const reason = targetRefusal(facts, account);
  if (reason !== undefined) return refuse(reason);
  const { projectId, serviceDeskId } = project;
  const { accountId } = account;
  return allow(issueGrant('addToProject', privilegedUser, { projectId, serviceDeskId, accountId }));
}

function refusedBy(facts: CustomerFacts, quota: QuotaVerdict): CustomerRefusal | undefined {
  return customerRefusal(facts) ?? (quota.allowed ? undefined : quota.reason);
}
