// Retries of calls, by Atlassian's advice on rate limits.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import type { Deadline } from '../../broker/ports';
import { isUnavailable } from './failures';
import type { Operation } from './operation';
import type { Reply } from './reply';

/** Calls in all. More would keep a person waiting for an outage that outlasts their invocation. */
const MAX_TRIES = 3;
/** Longest wait for the second try, in milliseconds; doubled for the third. */
const BACKOFF_MS = 400;

/** Random spread of calls that were refused together, in milliseconds. */
const SPREAD_MS = 250;

/** Longest Retry-After that a person is kept waiting for, in milliseconds. A quota's is up to an hour. */
const MAX_WAIT_MS = 5_000;
/** Time that a call itself may take, in milliseconds: a wait must leave as much. */
const CALL_MS = 2_000;

/** Returns the milliseconds to wait before the next try, or undefined if there shouldn't be one. */
export function waitBeforeRetry(
  operation: Operation,
  reply: Reply,
  tries: number,
  { deadline, random }: { deadline: Deadline; random: () => number },
): number | undefined {
  if (tries >= MAX_TRIES || !mayRepeat(operation, reply)) return undefined;
  const wanted = reply.retryAfterMs;
  const wait = wanted === undefined ? random() * BACKOFF_MS * 2 ** (tries - 1) : wanted + random() * SPREAD_MS;
  return (wanted ?? 0) > MAX_WAIT_MS || wait + CALL_MS > deadline.remainingMs() ? undefined : wait;
}

function mayRepeat(operation: Operation, { status }: Reply): boolean {
  // The facts known when it was sent are old after a wait: the sender of a write decides whether to send it again.
  if (operation.retry === 'write') return false;
  // 501 stays 501.
  return status === 429 || (isUnavailable(status) && status !== 501);
}
