// Problems of the app REST API, as problem details name them.
// https://www.rfc-editor.org/rfc/rfc9457
import type { AccountResult, CustomerResult } from '../shared/customers/results';
import type { ApiError, Changed, ForbiddenReason, CustomerRefusal } from '../shared/result';
import { CUSTOMER_REASONS } from '../shared/words/customer-reasons';
import { say } from '../shared/words/format';
import { REASONS } from '../shared/words/reasons';
import { API_ACCOUNTS, API_CONFLICTS, API_FAILURES, API_STOPPED } from '../shared/words/rest-api';

/** The reason why a call isn't a success. */
export interface Problem {
  status: number;
  /** Stable: scripts rely on it. */
  code: string;
  title: string;
  retryAfterSeconds?: number | undefined;
  fields?: { field: string; message: string }[];
  /** Tells what the failed request changed. */
  changed?: Changed;
  result?: CustomerResult;
}

/** Returns the problem for a failed call. */
export function problemOf(error: ApiError): Problem {
  const { code } = error;
  switch (code) {
    case 'INVALID_INPUT':
      return { status: 400, code, title: API_FAILURES[code], fields: error.fields };
    case 'FORBIDDEN':
      return refusedFor(error.reason);
    case 'NOT_FOUND':
      return { status: 404, code, title: API_FAILURES[code] };
    case 'CONFLICT':
      return error.what === 'requestBody'
        ? { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', title: API_CONFLICTS.keyReused }
        : { status: 409, code: 'REQUEST_RUNNING', title: API_CONFLICTS.requestRunning };
    case 'RATE_LIMITED':
      return { status: 429, code, title: API_FAILURES[code], retryAfterSeconds: error.retryAfterSeconds };
    case 'CONSENT_MISSING':
      return { status: 403, code, title: API_FAILURES[code] };
    case 'INTERNAL':
      return { status: 500, code, title: say(API_FAILURES[code], { correlationId: error.correlationId }) };
    case 'ATLASSIAN_REFUSED':
    case 'PRIVILEGED_USER_UNAVAILABLE':
    case 'UPSTREAM_UNAVAILABLE':
    case 'UPSTREAM_CONTRACT':
    case 'AUDIT_UNAVAILABLE':
    case 'STORAGE_UNAVAILABLE': {
      const changed = 'changed' in error && { changed: error.changed };
      return { status: 503, code, title: API_FAILURES[code], ...changed };
    }
  }
}

const REFUSAL_STATUS: Partial<Record<CustomerRefusal, number>> = {
  EMAIL_INVALID: 400,
  NAME_INVALID: 400,
  AGENT_QUOTA_REACHED: 429,
  RULES_QUOTA_REACHED: 429,
  SITE_QUOTA_REACHED: 429,
};

/** Returns the reason why a result isn't a success, or undefined. A failed later step doesn't count: it has its own outcome. */
export function problemInAccount(account: AccountResult): Omit<Problem, 'result'> | undefined {
  switch (account.outcome) {
    case 'created':
    case 'existed':
    case 'thereNow':
      return undefined;
    case 'notAllowed':
      return {
        status: REFUSAL_STATUS[account.rule] ?? 403,
        code: account.rule,
        title: CUSTOMER_REASONS[account.rule].why,
      };
    case 'emailRejected':
      return {
        status: 400,
        code: 'EMAIL_REJECTED',
        title: API_ACCOUNTS.emailRejected,
      };
    case 'existsNotVisible':
      return { status: 409, code: 'EXISTS_NOT_VISIBLE', title: API_ACCOUNTS.existsNotVisible };
    case 'namedByAddress':
      return {
        status: 409,
        code: 'ACCOUNT_NAMED_BY_ADDRESS',
        title: API_ACCOUNTS.namedByAddress,
      };
    case 'createdNotFound':
      return { status: 502, code: 'CREATED_NOT_FOUND', title: API_ACCOUNTS.createdNotFound };
    case 'unknown':
      return { status: 504, code: 'OUTCOME_UNKNOWN', title: API_ACCOUNTS.unknown };
    case 'notTried':
      return { status: 503, code: 'NOT_TRIED', title: notTriedTitle(account) };
    case 'failed':
      return problemOfCode(account, API_ACCOUNTS.failed);
    case 'notConfirmed':
      return problemOfCode(account, API_ACCOUNTS.notConfirmed);
  }
}

function refusedFor(reason: ForbiddenReason): Problem {
  const problem = { code: reason, title: REASONS[reason].why };
  if (reason === 'NOT_SIGNED_IN') return { status: 401, ...problem };
  return reason === 'TOO_MANY_REFUSALS'
    ? { status: 429, ...problem, retryAfterSeconds: 60 }
    : { status: 403, ...problem };
}

function notTriedTitle({ why }: Extract<AccountResult, { outcome: 'notTried' }>): string {
  return why === undefined ? API_ACCOUNTS.notTried : say(API_STOPPED, { why });
}

function problemOfCode(
  { code, retryAfterSeconds }: Extract<AccountResult, { code: unknown }>,
  title: string,
): Omit<Problem, 'result'> {
  return { status: code === 'RATE_LIMITED' ? 429 : 503, code, title, retryAfterSeconds };
}
