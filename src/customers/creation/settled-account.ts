import type { CustomerPolicy } from '../../shared/customers/policy';
import type { AccountResult } from '../../shared/customers/results';
import type { ApiError, CustomerRefusal } from '../../shared/result';
import type { JiraAccount } from '../facts';
import type { FreshSession } from '../fresh-session';
import type { RequestQuota } from '../quota/request-quota';
import { accountRefusal, kindOf, type CustomerRequest } from '../refusals';
import type { NotSent } from './attempt';

/** One person's request in a project session, with their part of the day's quota. */
export interface RequestInSession {
  freshSession: FreshSession;
  request: CustomerRequest;
  quota: RequestQuota;
}

/** The account, if there is one to go on with. */
export interface SettledAccount {
  result: AccountResult;
  account?: JiraAccount;
  /** Jira was asked to create it: the failure of a later call must not reveal anything that the caller can't see. */
  afterCreation?: true;
}

/** Accepts an account that exists, if the policy allows it. */
export function accept(
  policy: CustomerPolicy,
  account: JiraAccount,
  outcome: 'created' | 'existed' | 'thereNow',
): SettledAccount {
  const reason = accountRefusal(policy, account);
  if (reason !== undefined) return notAllowed(reason);
  return { result: { outcome, accountId: account.accountId, kind: kindOf(account) }, account };
}

/** Returns the result of a person for whom nothing was sent. */
export function notTried(notSent: NotSent): SettledAccount {
  return 'refusal' in notSent ? notAllowed(notSent.refusal) : { result: { outcome: 'notTried', why: notSent.why } };
}

export function notAllowed(reason: CustomerRefusal): SettledAccount {
  return { result: { outcome: 'notAllowed', rule: reason } };
}

/** Returns the result of a request with which Jira neither created an account nor said whether there is one. */
export function failed(failure: ApiError): SettledAccount {
  return { result: { outcome: 'failed', ...causeOf(failure) } };
}

/** Returns the result of a creation that Jira answered, if the lookup of the account failed or wasn't made any more. */
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
