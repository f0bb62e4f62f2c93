// Answers of the app REST API: the result as JSON, or problem details.
// https://www.rfc-editor.org/rfc/rfc9457
import type { CustomerResult } from '../shared/customers/results';
import type { Result } from '../shared/result';
import { type Problem, problemOf, problemInAccount } from './problems';

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
