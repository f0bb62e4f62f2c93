// The one function that sends a REST call to Atlassian.
// https://developer.atlassian.com/platform/forge/apis-reference/fetch-api-product.requestconfluence/ and fetch-api-product.requestjira/
import type { APIResponse, RequestInit, RequestProductMethods, Route } from '@forge/api';

import { AppError } from '../../broker/errors';
import type { Clock, Deadline, Log, Sleep } from '../../broker/ports';
import type { ApiError } from '../../shared/result';
import type { AbortAfter } from '../time';
import { failureOfReply } from './failures';
import type { AreGranted } from './granted-scopes';
import { actAs, type Identity } from './identity';
import type { ActsAs, Operation } from './operation';
import type { PauseGate } from './pause-gate';
import { replyTo, type Reply } from './reply';
import { waitBeforeRetry } from './retry';
import { routeTo, type Query } from './route';
import type { Spending } from './spending';

export interface RequestDeps {
  deadline: Deadline;
  clock: Clock;
  /** Returns a number from 0 up to, but not including, 1. */
  random: () => number;
  sleep: Sleep;
  abortAfter: AbortAfter;
  log: Log;
  spending: Spending;
  areGranted: AreGranted;
  pauseGate: PauseGate;
}

export interface Parameters {
  path?: Readonly<Record<string, string>>;
  query?: Query;
  body?: Readonly<Record<string, unknown>> | readonly unknown[];
  /** Sent only once: its facts are old after a wait, and the sender decides again. */
  once?: true;
}

/**
 * Sends one operation as one identity and reads its answer.
 *
 * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT (the answer is not what Atlassian documents), NOT_FOUND, CONFLICT,
 * ATLASSIAN_REFUSED (401/403), CONSENT_MISSING (Forge doesn't act for the caller), or PRIVILEGED_USER_UNAVAILABLE (it doesn't act for the
 * privileged user, the app's scopes await approval, or it can't be told which), FORBIDDEN (it doesn't act for the requester, or all changes
 * are paused, and nothing is sent as the privileged user).
 */
export async function send<Actor extends ActsAs, Body>(
  deps: RequestDeps,
  operation: Operation<Actor, Body>,
  identity: Extract<Identity, { as: NoInfer<Actor> }>,
  parameters: Parameters = {},
): Promise<Body> {
  const { operationId, retry } = operation;
  if (!actorsOf(operation).includes(identity.as)) throw new Error(`${operationId} is not sent as ${identity.as}`);
  const { path = {}, query = {} } = parameters;
  const address = routeTo(operation.path, path, query);
  const reply = await call(deps, { operation, identity, address, ...parameters });
  function fail(failure: ApiError) {
    return new AppError(failure, reply.thrown ?? { name: operationId, status: reply.status });
  }
  if (!reply.ok) throw fail(failureOfReply(operation, identity, reply, deps.areGranted));
  const answer = operation.response.safeParse(reply.json);
  if (answer.success) return answer.data;
  const fields = answer.error.issues.map((issue) => issue.path.join('.')).join();
  deps.log.error('restAnswerUnknown', { operationId, fields });
  throw fail({ code: 'UPSTREAM_CONTRACT', changed: retry === 'write' ? 'unknown' : 'nothing' });
}

/** Returns the allowed identities, which are checked at run time too. */
function actorsOf({ actsAs }: Operation): readonly ActsAs[] {
  return actsAs;
}

/** One operation with its address, as one identity. */
interface Request extends Pick<Parameters, 'body' | 'once'> {
  operation: Operation;
  identity: Identity;
  address: Route;
}

async function call(deps: RequestDeps, request: Request): Promise<Reply> {
  const { operation, identity, address, body, once } = request;
  const sender = actAs(identity);
  for (let tries = 1; ; tries += 1) {
    if (identity.as === 'privilegedUser') await deps.pauseGate.demandOpen();
    const timeoutMs = deps.deadline.remainingMs();
    if (timeoutMs <= 0) throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    const abort = deps.abortAfter(timeoutMs);
    function send() {
      return sendBy(sender, operation, address, initOf(operation, body, abort.signal));
    }
    const reply = await replyTo(send, () => deps.clock.now());
    abort.release();
    deps.spending.note(operation, reply);
    if (reply.ok) return reply;
    report(deps.log, request, { status: reply.status, attempt: tries });
    const wait = once === true ? undefined : waitBeforeRetry(operation, reply, tries, deps);
    if (wait === undefined) return reply;
    await deps.sleep(wait);
  }
}

function sendBy(
  sender: RequestProductMethods,
  { api }: Operation,
  address: Route,
  init: RequestInit,
): Promise<APIResponse> {
  return api === 'jira' || api === 'jsm' ? sender.requestJira(address, init) : sender.requestConfluence(address, init);
}

function initOf(operation: Operation, body: Parameters['body'], signal: AbortSignal): RequestInit {
  return {
    method: operation.method,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(operation.isExperimental ? { 'X-ExperimentalApi': 'opt-in' } : {}),
      // Without it, Atlassian may take a write for cross-site request forgery.
      ...(operation.retry === 'write' ? { 'X-Atlassian-Token': 'no-check' } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  };
}

function report(
  log: Log,
  { operation, identity }: Request,
  failed: { status: number | undefined; attempt: number },
): void {
  const { status, attempt } = failed;
  log.warn('restCallFailed', { operationId: operation.operationId, status, actsAs: identity.as, attempt });
}
