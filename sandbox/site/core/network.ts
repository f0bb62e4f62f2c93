// The network between a caller and the site, in this order: latency, faults, rate limits.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import { connectionLost } from '../../connection-lost';
import type { Clock } from '../../contract/clock';
import type { Quota } from '../../contract/site';
import { pause } from '../../pause';
import { faultAnswer, type FaultyCall, type RestFault, type RestFaults } from './faults';
import type { LateEffects } from './late-effects';
import { createQuota, type AppQuota, type Spent } from './quota';

interface Answered {
  response: Response;
  points: number;
}

/** Holds the log's part of a call; a late effect updates it. */
interface Logged {
  status: number;
  points: number;
  fault?: true;
}

/** Holds the outcome of a call: the caller's answer or failure, and the log's part. */
type Delivery = ({ response: Response } | { failure: unknown }) & { logged: Logged };

interface NetworkParts {
  clock: Clock;
  faults: RestFaults;
  lateEffects: LateEffects;
  latencyMs: number;
  /** Names the quota that a call to this path counts against. */
  quotaOf: (path: string) => string;
}

export function createNetwork(parts: NetworkParts) {
  const { clock, faults, lateEffects } = parts;
  let { latencyMs } = parts;
  const quotas = createQuotas(parts);

  async function performed(call: FaultyCall, perform: () => Promise<Answered>): Promise<Answered> {
    const answered = await perform();
    quotas.of(call).charge(call.identity, answered.points, answered.response);
    return answered;
  }

  return {
    setLatency: (ms: number): void => {
      latencyMs = ms;
    },
    setQuota: quotas.set,
    spent: quotas.spent,
    loadSpent: quotas.load,
    carry: async (call: FaultyCall, perform: () => Promise<Answered>): Promise<Delivery> => {
      const fault = faults.take(call);
      const struck = fault === undefined ? {} : ({ fault: true } as const);
      try {
        await pause(clock, latencyMs + (fault?.delayMs ?? 0), call.request.signal);
      } catch (failure) {
        return { failure, logged: { status: 0, points: 0, ...struck } };
      }
      if (fault !== undefined && isLostBefore(fault)) return lostOn(0, faultAnswer(fault)?.status ?? 0, fault);
      await lateEffects.performDue();
      const refusal = refusalOf(quotas.of(call), call, fault);
      if (refusal !== undefined) return { response: refusal, logged: { status: refusal.status, points: 0, ...struck } };
      if (fault?.drop === 'late') return postponed(parts, call, fault, () => performed(call, perform));
      const { response, points } = await performed(call, perform);
      if (fault?.drop === 'after') return lostOn(points, response.status, fault);
      return { response, logged: { status: response.status, points, ...struck } };
    },
  };
}

/** Keeps the quotas of the products, each created at its first call. */
function createQuotas({ clock, quotaOf }: Pick<NetworkParts, 'clock' | 'quotaOf'>) {
  let limits: Quota = {};
  const quotas = new Map<string, AppQuota>();

  function named(name: string): AppQuota {
    const quota = quotas.get(name) ?? createQuota(clock, limits, name);
    quotas.set(name, quota);
    return quota;
  }

  return {
    of: ({ request }: FaultyCall): AppQuota => named(quotaOf(new URL(request.url).pathname)),
    /** Copies what was spent of each. */
    spent: (): ReadonlyMap<string, Spent> => new Map([...quotas].map(([name, quota]) => [name, quota.spent()])),
    /** Replaces what was spent. */
    load: (spent: ReadonlyMap<string, Spent>): void => {
      quotas.clear();
      for (const [name, one] of spent) named(name).load(one);
    },
    set: (quota: Quota): void => {
      limits = quota;
      quotas.clear();
    },
  };
}

/** Postpones a call: it is performed later, and its log row completed then. */
function postponed(
  { clock, lateEffects }: Pick<NetworkParts, 'clock' | 'lateEffects'>,
  { request: { method, url } }: FaultyCall,
  fault: RestFault,
  perform: () => Promise<Answered>,
): Delivery {
  const { pathname, search } = new URL(url);
  const delivery = lostOn(0, 0, fault);
  lateEffects.add({
    method,
    path: `${pathname}${search}`,
    dueAt: fault.afterMs === undefined ? Infinity : clock.now() + fault.afterMs,
    perform: async () => {
      const { response, points } = await perform();
      Object.assign(delivery.logged, { status: response.status, points });
    },
  });
  return delivery;
}

function refusalOf(quota: AppQuota, call: FaultyCall, fault: RestFault | undefined): Response | undefined {
  return fault?.preset === 'quota-used-up' ? quota.usedUp() : quota.refusal(call.identity, call.operationId);
}

function lostOn(points: number, status: number, fault: RestFault): Delivery {
  const logged = { status, points, fault: true } as const;
  const response = faultAnswer(fault);
  return response === undefined ? { failure: connectionLost(), logged } : { response, logged };
}

/** Tells whether the fault keeps the call from the site. */
function isLostBefore(fault: RestFault): boolean {
  return fault.drop === 'before' || (fault.drop === undefined && faultAnswer(fault) !== undefined);
}
