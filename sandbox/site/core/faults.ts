// REST calls that fail on demand. Only the gateway's limit is part of Atlassian's products.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import { z } from 'zod';

import type { Identity } from '../../contract/identity';
import { createFaultList } from '../../fault-list';
import { isMetered } from './quota';

/** Number of uses, after which the fault is gone. */
export const Times = z.int().min(1).max(1_000_000).default(1);
/** Number of matching calls to let through first. */
export const Skip = z.int().min(0).max(1_000_000).exactOptional();
/** Allows delays longer than any Forge function runs. */
export const DelayMs = z.int().min(0).max(1_000_000);
export const FaultStatus = z.int().min(400).max(599);

/** Includes successes, for answers that differ from Atlassian's documents. */
const AnswerStatus = z.int().min(200).max(599);

const Drop = z.enum(['before', 'after', 'late']);

export const RestFault = z
  .strictObject({
    on: z.literal('rest'),
    operationId: z.string().exactOptional(),
    method: z.string().exactOptional(),
    /** Part of path and query, such as a group's id. */
    path: z.string().min(1).exactOptional(),
    /** `caller`, `impersonated`, `app`, `basic`, or the accountId of a person. */
    identity: z.string().exactOptional(),
    status: AnswerStatus.exactOptional(),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).exactOptional(),
    delayMs: DelayMs.exactOptional(),
    /** Loses the answer: before the effect, after it, or with a later effect. A `status` then replaces it. */
    drop: Drop.exactOptional(),
    /** Delay of a late effect, in milliseconds from the lost answer. Absent: until it is released. */
    afterMs: DelayMs.exactOptional(),
    /**
     * Imitates a limit: of Atlassian's gateway, which names neither a reason nor a time, or of the app's points of this hour. The latter
     * strikes only calls of the app.
     */
    preset: z.enum(['gateway-limit', 'quota-used-up']).exactOptional(),
    /** Lets several be forgotten together. */
    name: z.string().min(1).max(100).exactOptional(),
    skip: Skip,
    times: Times,
  })
  .refine(({ status, delayMs, drop, preset }) => [status, delayMs, drop, preset].some((it) => it !== undefined), {
    message: 'Say what goes wrong: status, delayMs, drop or preset',
    path: ['status'],
  })
  .refine(({ drop, afterMs }) => afterMs === undefined || drop === 'late', {
    message: 'Only a late effect has a time: drop must be late',
    path: ['afterMs'],
  });
export type RestFault = z.output<typeof RestFault>;

/** Holds the parts of a call that a fault can match. */
export interface FaultyCall {
  request: Request;
  identity: Identity;
  operationId?: string;
}

/** Returns the answer that a fault gives instead of the site; undefined if it gives none. */
export function faultAnswer({ status, body, headers, preset }: RestFault): Response | undefined {
  if (preset === 'gateway-limit') {
    return new Response('', { status: 429, headers: { 'x-failure-category': 'FAILURE CLIENT RATE LIMITED' } });
  }
  if (status === undefined) return undefined;
  const init = { status, headers: headers ?? {} };
  if (status === 204) return new Response(null, init);
  return typeof body === 'string' || body === undefined ? new Response(body ?? '', init) : Response.json(body, init);
}

/** Holds pending faults, oldest first. */
export function createRestFaults() {
  const faults = createFaultList<RestFault>();
  return {
    add: faults.add,
    clear: faults.clear,
    /** Forgets those with this name. */
    forget: (name: string): void => faults.drop((fault) => fault.name === name),
    list: faults.list,
    /** Takes the fault that matches this call, which uses it up once. */
    take: (call: FaultyCall): RestFault | undefined => faults.take((fault) => matches(fault, call)),
  };
}

export type RestFaults = ReturnType<typeof createRestFaults>;

function matches(fault: RestFault, { request, identity, operationId }: FaultyCall): boolean {
  const { pathname, search } = new URL(request.url);
  return (
    (fault.preset !== 'quota-used-up' || isMetered(identity)) &&
    (fault.operationId === undefined || fault.operationId === operationId) &&
    (fault.method === undefined || fault.method === request.method) &&
    (fault.path === undefined || `${pathname}${search}`.includes(fault.path)) &&
    (fault.identity === undefined || matchesIdentity(fault.identity, identity))
  );
}

function matchesIdentity(wanted: string, identity: Identity): boolean {
  if (identity.kind === 'anonymous' || identity.kind === 'app') return wanted === identity.kind;
  if (wanted === identity.accountId) return true;
  if (identity.kind === 'basic') return wanted === 'basic';
  return wanted === (identity.impersonated ? 'impersonated' : 'caller');
}
