// Answers of the app REST API: the result as JSON, or problem details.
// https://www.rfc-editor.org/rfc/rfc9457
import type { AccountResult, CustomerResult } from '../shared/customers/results';
import type { ApiError, Changed, ForbiddenReason, Result, CustomerRefusal } from '../shared/result';
import { CUSTOMER_REASONS } from '../shared/words/customer-reasons';
import { say } from '../shared/words/format';
import { REASONS } from '../shared/words/reasons';
import { API_ACCOUNTS, API_CONFLICTS, API_FAILURES, API_STOPPED } from '../shared/words/rest-api';

/** The answer of a function behind an `apiRoute`. */
export interface HttpAnswer {
  statusCode: number;
  /** Lists of values, as web triggers require: https://developer.atlassian.com/platform/forge/events-reference/web-trigger/ */
  headers: Record<string, string[]>;
  body: string;
}

/** Turns a call's answer into HTTP: 201 for a new account, 200 for an existing one, or else a problem with the result so far. */
export function httpAnswer(answer: Result<unknown>): HttpAnswer {
  if (!answer.ok) return problem(problemOf(answer.error));
  const { value } = answer;
  if (!isCustomerResult(value)) return json(200, value);
  const found = problemInAccount(value.account);
  if (found !== undefined) return problem({ ...found, result: value });
  return json(value.account.outcome === 'created' ? 201 : 200, value);
}

interface Problem {
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

function problem({ status, retryAfterSeconds, ...rest }: Problem): HttpAnswer {
  return {
    statusCode: status,
    headers: {
      'Content-Type': ['application/problem+json'],
      'Cache-Control': ['no-store'],
      ...(retryAfterSeconds !== undefined && { 'Retry-After': [String(retryAfterSeconds)] }),
    },
    body: JSON.stringify({ type: 'about:blank', status, ...rest }),
  };
}

function problemOf(error: ApiError): Problem {
  switch (error.code) {
    case 'INVALID_INPUT':
      return { status: 400, code: error.code, title: API_FAILURES.INVALID_INPUT, fields: error.fields };
    case 'FORBIDDEN':
      return refusedFor(error.reason);
    case 'NOT_FOUND':
      return { status: 404, code: error.code, title: API_FAILURES.NOT_FOUND };
    case 'CONFLICT':
      return error.what === 'requestBody'
        ? { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', title: API_CONFLICTS.keyReused }
        : { status: 409, code: 'REQUEST_RUNNING', title: API_CONFLICTS.requestRunning };
    case 'RATE_LIMITED':
      return {
        status: 429,
        code: error.code,
        title: API_FAILURES.RATE_LIMITED,
        retryAfterSeconds: error.retryAfterSeconds,
      };
    case 'CONSENT_MISSING':
      return {
        status: 403,
        code: error.code,
        title: API_FAILURES.CONSENT_MISSING,
      };
    case 'INTERNAL':
      return {
        status: 500,
        code: error.code,
        title: say(API_FAILURES.INTERNAL, { correlationId: error.correlationId }),
      };
    case 'ATLASSIAN_REFUSED':
    case 'PRIVILEGED_USER_UNAVAILABLE':
    case 'UPSTREAM_UNAVAILABLE':
    case 'UPSTREAM_CONTRACT':
    case 'AUDIT_UNAVAILABLE':
    case 'STORAGE_UNAVAILABLE':
      return {
        status: 503,
        code: error.code,
        title: API_FAILURES[error.code],
        ...('changed' in error && { changed: error.changed }),
      };
  }
}

function refusedFor(reason: ForbiddenReason): Problem {
  const problem = { code: reason, title: REASONS[reason].why };
  if (reason === 'NOT_SIGNED_IN') return { status: 401, ...problem };
  return reason === 'TOO_MANY_REFUSALS'
    ? { status: 429, ...problem, retryAfterSeconds: 60 }
    : { status: 403, ...problem };
}

function isCustomerResult(value: unknown): value is CustomerResult {
  return typeof value === 'object' && value !== null && 'account' in value;
}

function json(statusCode: number, value: unknown): HttpAnswer {
  return {
    statusCode,
    headers: { 'Content-Type': ['application/json'], 'Cache-Control': ['no-store'] },
    body: JSON.stringify(value),
  };
}

const REFUSAL_STATUS: Partial<Record<CustomerRefusal, number>> = {
  EMAIL_INVALID: 400,
  NAME_INVALID: 400,
  AGENT_QUOTA_REACHED: 429,
  RULES_QUOTA_REACHED: 429,
  SITE_QUOTA_REACHED: 429,
};

/** Returns the reason why a result isn't a success, or undefined. A failed later step doesn't count: it has its own outcome. */
function problemInAccount(account: AccountResult): Omit<Problem, 'result'> | undefined {
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

function notTriedTitle({ why }: Extract<AccountResult, { outcome: 'notTried' }>): string {
  return why === undefined ? API_ACCOUNTS.notTried : say(API_STOPPED, { why });
}

function problemOfCode(
  { code, retryAfterSeconds }: Extract<AccountResult, { code: unknown }>,
  title: string,
): Omit<Problem, 'result'> {
  return { status: code === 'RATE_LIMITED' ? 429 : 503, code, title, retryAfterSeconds };
}
