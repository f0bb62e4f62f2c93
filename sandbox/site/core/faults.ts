// REST calls that fail on demand. Nothing of Atlassian's but the gateway's limit.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import { z } from 'zod';

import type { Identity } from '../../contract/identity';

/** A whole number of uses; the fault is gone after them. */
export const Times = z.int().min(1).max(1_000_000).default(1);
/** So many calls that fit go unharmed before. */
export const Skip = z.int().min(0).max(1_000_000).exactOptional();
/** Longer than any function of Forge runs. */
export const DelayMs = z.int().min(0).max(1_000_000);
export const FaultStatus = z.int().min(400).max(599);

/** Also an answer that looks well and is not what Atlassian documents. */
const AnswerStatus = z.int().min(200).max(599);

const Drop = z.enum(['before', 'after', 'late']);

export const RestFault = z
  .strictObject({
    on: z.literal('rest'),
    operationId: z.string().exactOptional(),
    method: z.string().exactOptional(),
    /** Any part of path and query, such as a group's id. */
    path: z.string().min(1).exactOptional(),
    /** `caller`, `impersonated`, `app`, `basic`, or the accountId of a person. */
    identity: z.string().exactOptional(),
    status: AnswerStatus.exactOptional(),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).exactOptional(),
    delayMs: DelayMs.exactOptional(),
    /** The answer is lost: nothing is done, it was done, or it is done later. A `status` then comes in its place. */
    drop: Drop.exactOptional(),
    /** When a late effect takes place, in milliseconds from the lost answer. Absent: when it is let go. */
    afterMs: DelayMs.exactOptional(),
    /** Atlassian's gateway limits too, and names neither a reason nor a time. */
    preset: z.literal('gateway-limit').exactOptional(),
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

/** One call, as far as a fault can be meant for it. */
export interface FaultyCall {
  request: Request;
  identity: Identity;
  operationId?: string;
}

/** The answer that a fault gives in the site's place; undefined if it gives none. */
export function faultAnswer({ status, body, headers, preset }: RestFault): Response | undefined {
  if (preset === 'gateway-limit') {
    return new Response('', { status: 429, headers: { 'x-failure-category': 'FAILURE CLIENT RATE LIMITED' } });
  }
  if (status === undefined) return undefined;
  const init = { status, headers: headers ?? {} };
  if (status === 204) return new Response(null, init);
  return typeof body === 'string' || body === undefined ? new Response(body ?? '', init) : Response.json(body, init);
}

/** The faults that wait for their call, oldest first. */
export function createRestFaults() {
  let waiting: RestFault[] = [];
  return {
    add: (fault: RestFault) => void waiting.push({ ...fault }),
    clear: () => {
      waiting = [];
    },
    list: (): RestFault[] => structuredClone(waiting),
    /** The fault that strikes this call: one use of it is gone. */
    take: (call: FaultyCall): RestFault | undefined => {
      const fitting = waiting.filter((one) => matches(one, call));
      const fault = fitting.find(({ skip = 0 }) => skip === 0);
      for (const one of fitting) if (one.skip !== undefined) one.skip = Math.max(0, one.skip - 1);
      if (fault === undefined) return undefined;
      fault.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return fault;
    },
  };
}

export type RestFaults = ReturnType<typeof createRestFaults>;

function matches(fault: RestFault, { request, identity, operationId }: FaultyCall): boolean {
  const { pathname, search } = new URL(request.url);
  return (
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
