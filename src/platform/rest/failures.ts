// The meaning of each status of Atlassian's REST APIs and of Forge's proxy.
// https://developer.atlassian.com/cloud/confluence/rest/v1/ and https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes
import type { ApiError } from '../../shared/result';
import type { AreGranted } from './granted-scopes';
import type { Identity } from './identity';
import type { Operation } from './operation';
import { isImpersonated, refusalOf } from './refusals';
import type { Reply } from './reply';

/** Tells whether there isn't an answer, or one that doesn't tell anything about the call. A 408 is a server that gave up waiting. */
export function isUnavailable(status: number | undefined): boolean {
  return status === undefined || status >= 500 || status === 408;
}

/** Seconds to wait if a 429 doesn't say, as from Atlassian's gateway: https://developer.atlassian.com/cloud/confluence/rate-limiting/ */
const DEFAULT_RETRY_AFTER_SECONDS = 30;

/** Returns the failure behind an answer. The only place that knows the meaning of a status. */
export function failureOfReply(
  operation: Operation,
  identity: Identity,
  reply: Reply,
  areGranted: AreGranted,
): ApiError {
  const { status } = reply;
  const ifPerformed = operation.retry === 'write' ? 'unknown' : 'nothing';
  if (status === undefined || isUnavailable(status)) return { code: 'UPSTREAM_UNAVAILABLE', changed: ifPerformed };
  if (status === 429) {
    const seconds = Math.ceil((reply.retryAfterMs ?? DEFAULT_RETRY_AFTER_SECONDS * 1000) / 1000);
    return { code: 'RATE_LIMITED', retryAfterSeconds: Math.max(1, seconds), changed: 'nothing' };
  }
  if (status === 401 || status === 403 || (reply.fromForge && isImpersonated(identity))) {
    return refusalOf(operation, identity, reply, areGranted);
  }
  const meaning = operation.meanings?.[status];
  if (meaning !== undefined) return meaning;
  if (status === 404) return { code: 'NOT_FOUND', what: operation.about };
  // A redirect doesn't answer the request.
  if (status < 400) return { code: 'UPSTREAM_UNAVAILABLE', changed: ifPerformed };
  return { code: 'UPSTREAM_CONTRACT', changed: 'nothing' };
}
