// Answers of the app REST API: the result as JSON, or problem details.
// https://www.rfc-editor.org/rfc/rfc9457
import type { AccountResult, CustomerResult } from '../shared/customers/results';
import type { ApiError, Changed, ForbiddenReason, Result, CustomerRefusal } from '../shared/result';

/** What a function behind an `apiRoute` answers. */
export interface HttpAnswer {
  statusCode: number;
  /** Lists, as web triggers demand: https://developer.atlassian.com/platform/forge/events-reference/web-trigger/ */
  headers: Record<string, string[]>;
  body: string;
}

/** Turns what a call answers into HTTP: 201 for a new account, 200 for one that was there, else a problem with the result so far. */
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
  /** What the failed request has changed. */
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
      return { status: 400, code: error.code, title: 'Invalid field.', fields: error.fields };
    case 'FORBIDDEN':
      return error.reason === 'NOT_SIGNED_IN'
        ? { status: 401, code: error.reason, title: 'Nobody is signed in.' }
        : refusedFor(error.reason);
    case 'NOT_FOUND':
      return { status: 404, code: error.code, title: 'There is no such thing, or you may not see it.' };
    case 'CONFLICT':
      return error.what === 'requestBody'
        ? { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', title: 'This key was used for another request.' }
        : { status: 409, code: 'REQUEST_RUNNING', title: 'The first request with this key has no answer yet.' };
    case 'RATE_LIMITED':
      return {
        status: 429,
        code: error.code,
        title: 'Atlassian asks to wait.',
        retryAfterSeconds: error.retryAfterSeconds,
      };
    case 'CONSENT_MISSING':
      return {
        status: 403,
        code: error.code,
        title:
          'You haven’t allowed this app to act for you. Open Space Steward once in Jira, then send the request again.',
      };
    case 'INTERNAL':
      return { status: 500, code: error.code, title: `Something broke. Quote ${error.correlationId} to support.` };
    case 'ATLASSIAN_REFUSED':
    case 'PRIVILEGED_USER_UNAVAILABLE':
    case 'UPSTREAM_UNAVAILABLE':
    case 'UPSTREAM_CONTRACT':
    case 'AUDIT_UNAVAILABLE':
    case 'STORAGE_UNAVAILABLE':
      return {
        status: 503,
        code: error.code,
        title: 'This can not be done now.',
        ...('changed' in error && { changed: error.changed }),
      };
  }
}

function refusedFor(reason: ForbiddenReason): Problem {
  return reason === 'TOO_MANY_REFUSALS'
    ? { status: 429, code: reason, title: 'You were refused too often. Wait a minute.', retryAfterSeconds: 60 }
    : { status: 403, code: reason, title: 'You may not do this.' };
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

const RULE_STATUS: Partial<Record<CustomerRefusal, number>> = {
  EMAIL_INVALID: 400,
  NAME_INVALID: 400,
  AGENT_QUOTA_REACHED: 429,
  RULES_QUOTA_REACHED: 429,
  SITE_QUOTA_REACHED: 429,
};

/** Why a result is not a success, or undefined. A later step that failed leaves it one: its own outcome says so. */
function problemInAccount(account: AccountResult): Omit<Problem, 'result'> | undefined {
  switch (account.outcome) {
    case 'created':
    case 'existed':
    case 'thereNow':
      return undefined;
    case 'notAllowed':
      return {
        status: RULE_STATUS[account.rule] ?? 403,
        code: account.rule,
        title: 'The rules of this project say no.',
      };
    case 'emailRejected':
      return {
        status: 400,
        code: 'EMAIL_REJECTED',
        title: 'Jira doesn’t take this email address, or hides the account that has it.',
      };
    case 'existsNotVisible':
      return { status: 409, code: 'EXISTS_NOT_VISIBLE', title: 'An account exists, and Jira does not show it.' };
    case 'namedByAddress':
      return {
        status: 409,
        code: 'ACCOUNT_NAMED_BY_ADDRESS',
        title: 'An account exists, and Jira hides whose. One bears the address as its name: an agent must confirm it.',
      };
    case 'createdNotFound':
      return { status: 502, code: 'CREATED_NOT_FOUND', title: 'An account was created, and Jira does not show it.' };
    case 'unknown':
      return { status: 504, code: 'OUTCOME_UNKNOWN', title: 'Jira did not answer. Send the request again.' };
    case 'notTried':
      return { status: 503, code: 'NOT_TRIED', title: notTriedTitle(account) };
    case 'failed':
      return problemOfStep(account, 'Jira did not do it.');
    case 'notConfirmed':
      return problemOfStep(account, 'Jira answered, but the account could not be read. Send the request again.');
  }
}

function notTriedTitle({ why }: Extract<AccountResult, { outcome: 'notTried' }>): string {
  return why === undefined
    ? 'The time ran out. Send the request again.'
    : `Stopped before anything was done (${why}). Send the request again.`;
}

function problemOfStep(
  { code, retryAfterSeconds }: Extract<AccountResult, { code: unknown }>,
  title: string,
): Omit<Problem, 'result'> {
  return { status: code === 'RATE_LIMITED' ? 429 : 503, code, title, retryAfterSeconds };
}
