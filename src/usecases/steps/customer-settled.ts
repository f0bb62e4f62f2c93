import { accountRefusal, kindOf, type CustomerCase } from '../../domain/customer-policy';
import type { JiraAccount } from '../../domain/projects';
import type { AccountStep, CustomerRule } from '../../shared/customer-results';
import type { ApiError } from '../../shared/result';
import type { CustomerDesk } from './customer-desk';
import type { DeskQuota } from './customer-quota';

/** One person at a desk, with their part of the day's quota. */
export interface AtDesk {
  desk: CustomerDesk;
  subject: CustomerCase;
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
  { policy }: CustomerDesk,
  account: JiraAccount,
  outcome: 'created' | 'existed' | 'thereNow',
): SettledAccount {
  const rule = accountRefusal(policy, account);
  if (rule !== undefined) return notAllowed(rule);
  return { step: { outcome, accountId: account.accountId, kind: kindOf(account) }, account };
}

export function notAllowed(rule: CustomerRule): SettledAccount {
  return { step: { outcome: 'notAllowed', rule } };
}

/** Jira created nothing, and said nothing of whether there is an account. */
export function failed(failure: ApiError): SettledAccount {
  return { step: { outcome: 'failed', ...causeOf(failure) } };
}

/** Jira answered the creation, and the look at the account failed. */
export function notConfirmed(failure: ApiError): SettledAccount {
  return { step: { outcome: 'notConfirmed', ...causeOf(failure) } };
}

function causeOf(failure: ApiError) {
  return {
    code: failure.code,
    ...(failure.code === 'RATE_LIMITED' && { retryAfterSeconds: failure.retryAfterSeconds }),
  };
}
