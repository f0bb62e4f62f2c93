import type { CustomerPolicy } from '../../shared/customers/policy';
import type { AccountResult } from '../../shared/customers/results';
import type { ApiError, CustomerRefusal } from '../../shared/result';
import type { JiraAccount } from '../facts';
import type { FreshSession } from '../fresh-session';
import { accountRefusal, kindOf, type CustomerRequest } from '../policy';
import type { RequestQuota } from '../quota/request-quota';
import type { NotSent } from './attempt';

/** One person's request in a project session, with their part of the day's quota. */
export interface RequestInSession {
  freshSession: FreshSession;
  request: CustomerRequest;
  quota: RequestQuota;
}

/** The account, where there is one to go on with. */
export interface SettledAccount {
  result: AccountResult;
  account?: JiraAccount;
  /** Jira was asked to create it: what the caller doesn't see of it must not show in how a later call fails. */
  afterCreation?: true;
}

/** An account that is there, if the policy takes it. */
export function accept(
  policy: CustomerPolicy,
  account: JiraAccount,
  outcome: 'created' | 'existed' | 'thereNow',
): SettledAccount {
  const reason = accountRefusal(policy, account);
  if (reason !== undefined) return notAllowed(reason);
  return { result: { outcome, accountId: account.accountId, kind: kindOf(account) }, account };
}

/** Nothing was sent for them. */
export function notTried(notSent: NotSent): SettledAccount {
  return 'refusal' in notSent ? notAllowed(notSent.refusal) : { result: { outcome: 'notTried', why: notSent.why } };
}

export function notAllowed(reason: CustomerRefusal): SettledAccount {
  return { result: { outcome: 'notAllowed', rule: reason } };
}

/** Jira created nothing, and said nothing of whether there is an account. */
export function failed(failure: ApiError): SettledAccount {
  return { result: { outcome: 'failed', ...causeOf(failure) } };
}

/** Jira answered the creation, and the look at the account failed, or was not made any more. */
export function notConfirmed(cause: ApiError | NotSent): SettledAccount {
  if ('refusal' in cause) return { result: { outcome: 'notConfirmed', code: cause.refusal } };
  if ('why' in cause) return { result: { outcome: 'notConfirmed', code: cause.why } };
  return { result: { outcome: 'notConfirmed', ...causeOf(cause) } };
}

function causeOf(failure: ApiError) {
  return {
    code: failure.code,
    ...(failure.code === 'RATE_LIMITED' && { retryAfterSeconds: failure.retryAfterSeconds }),
  };
}
