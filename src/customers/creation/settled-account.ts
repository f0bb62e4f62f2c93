import type { CustomerPolicy } from '../../shared/customers/policy';
import type { AccountStep } from '../../shared/customers/results';
import type { ApiError, CustomerRule } from '../../shared/result';
import type { JiraAccount } from '../facts';
import type { FreshDesk } from '../fresh-session';
import { accountRefusal, kindOf, type CustomerAsk } from '../policy';
import type { DeskQuota } from '../quota/request-quota';
import type { NotTaken } from './attempt';

/** One person at a desk, with their part of the day's quota. */
export interface AtDesk {
  desks: FreshDesk;
  ask: CustomerAsk;
  quota: DeskQuota;
}

/** The account, where there is one to go on with. */
export interface SettledAccount {
  step: AccountStep;
  account?: JiraAccount;
  /** Jira was asked to create it: what the caller doesn't see of it must not show in how a later step fails. */
  afterCreation?: true;
}

/** An account that is there, if the policy takes it. */
export function accept(
  policy: CustomerPolicy,
  account: JiraAccount,
  outcome: 'created' | 'existed' | 'thereNow',
): SettledAccount {
  const rule = accountRefusal(policy, account);
  if (rule !== undefined) return notAllowed(rule);
  return { step: { outcome, accountId: account.accountId, kind: kindOf(account) }, account };
}

/** Nothing was sent for them. */
export function notTried(notTaken: NotTaken): SettledAccount {
  return 'rule' in notTaken ? notAllowed(notTaken.rule) : { step: { outcome: 'notTried', why: notTaken.why } };
}

export function notAllowed(rule: CustomerRule): SettledAccount {
  return { step: { outcome: 'notAllowed', rule } };
}

/** Jira created nothing, and said nothing of whether there is an account. */
export function failed(failure: ApiError): SettledAccount {
  return { step: { outcome: 'failed', ...causeOf(failure) } };
}

/** Jira answered the creation, and the look at the account failed, or was not made any more. */
export function notConfirmed(cause: ApiError | NotTaken): SettledAccount {
  if ('rule' in cause) return { step: { outcome: 'notConfirmed', code: cause.rule } };
  if ('why' in cause) return { step: { outcome: 'notConfirmed', code: cause.why } };
  return { step: { outcome: 'notConfirmed', ...causeOf(cause) } };
}

function causeOf(failure: ApiError) {
  return {
    code: failure.code,
    ...(failure.code === 'RATE_LIMITED' && { retryAfterSeconds: failure.retryAfterSeconds }),
  };
}
