// What goes wrong with a call: answers that fail, are lost or come instead of the right one, before the effect, after it, or with a later one.
import type { QueueFault } from '../../sandbox/forge/queue/faults';
import { weighted } from '../choices';
import type { Draw } from '../oracle/history';
import type { OpenCall } from '../world/calls';
import type { World } from '../world/world';
import type { Driven } from './driven';

interface Fault {
  name: string;
  /** Times as often as other faults. */
  often?: number;
  /** Says if and when the platform performs the call; `late` is a step of its own. */
  effect: 'never' | 'first' | 'late';
  /** The answer that comes instead; none: it is lost. */
  status?: number;
  /** Delivers the events of a push otherwise than one hopes; the push itself is answered as ever. */
  event?: QueueFault;
  headers?: Readonly<Record<string, string>>;
}

const QUOTA_SPENT = {
  'retry-after': '1800',
  'ratelimit-reason': 'confluence-quota-global-based',
  'x-ratelimit-nearlimit': 'true',
};

const LOST: Fault = { name: 'lost before the effect', effect: 'never' };
const LOST_AFTER: Fault = { name: 'lost after the effect', effect: 'first' };
const LOST_LATE: Fault = { name: 'lost, effect late', effect: 'late' };
const LONG_429: Fault = { name: '429 for long', effect: 'never', status: 429, headers: { 'retry-after': '600' } };
const LATE_504: Fault = { name: '504, effect late', effect: 'late', status: 504 };
const AFTER_503: Fault = { name: '503 after the effect', effect: 'first', status: 503 };

const REST: readonly Fault[] = [
  LOST,
  LOST_AFTER,
  LOST_LATE,
  { name: '429 with a time', often: 5, effect: 'never', status: 429, headers: { 'retry-after': '1' } },
  LONG_429,
  { name: '429 of the gateway', effect: 'never', status: 429 },
  { name: '429 of the quota', effect: 'never', status: 429, headers: QUOTA_SPENT },
  { name: '500', effect: 'never', status: 500 },
  { name: '503 before the effect', effect: 'never', status: 503 },
  AFTER_503,
  LATE_504,
];

const KVS: readonly Fault[] = [
  LOST,
  LOST_AFTER,
  LOST_LATE,
  LONG_429,
  LATE_504,
  { name: '429', effect: 'never', status: 429 },
  { name: '500 before the effect', effect: 'never', status: 500 },
  AFTER_503,
];

const QUEUE: readonly Fault[] = [
  LOST,
  LOST_AFTER,
  { name: '429', effect: 'never', status: 429 },
  { name: '500 before the effect', effect: 'never', status: 500 },
  { name: '500 after the effect', effect: 'first', status: 500 },
  { name: 'event lost', effect: 'first', event: { effect: 'lose', times: 1 } },
  { name: 'event late', effect: 'first', event: { effect: 'late', lateMs: 7 * 60_000, times: 1 } },
  { name: 'event twice', effect: 'first', event: { effect: 'twice', times: 1 } },
  { name: 'event once more', effect: 'first', event: { effect: 'duplicate', times: 1 } },
  { name: 'event overtakes', effect: 'first', event: { effect: 'reorder', times: 1 } },
];

const FAULTS = { rest: REST, kvs: KVS, queue: QUEUE, report: REST } as const;

/** Lists the names of faults, by the kind of call. */
export const FAULT_NAMES = {
  rest: REST.map(({ name }) => name),
  kvs: KVS.map(({ name }) => name),
  queue: QUEUE.map(({ name }) => name),
  report: REST.map(({ name }) => name),
};

/** Draws what goes wrong with a call that wasn't performed yet, unless a name says it, and lets it go wrong. */
export async function strike(
  { world, choices, temper: { taste } }: Driven,
  one: OpenCall,
  named?: string,
): Promise<Draw> {
  const { calls, sandbox } = world;
  const { kind, id } = one.call;
  const faults: readonly Fault[] = FAULTS[kind];
  const liked = faults.map((fault) => ({ fault, weight: taste(fault.name) * (fault.often ?? 1) }));
  const fault = faults.find(({ name }) => name === named) ?? weighted(choices, liked)?.fault ?? LOST;
  one.call.fault = fault.name;
  if (fault.event !== undefined) sandbox.forge.queue.fail(fault.event);
  if (fault.effect === 'first') await calls.perform(one);
  if (fault.event !== undefined && one.response !== undefined) {
    calls.answer(one, one.response, one.call.performed?.body);
  } else answerWith(world, one, fault);
  if (fault.effect === 'never') calls.drop(one);
  return { kind: 'fault', call: id, fault: fault.name };
}

/** Gives the app the answer of a fault, or none. */
function answerWith({ calls }: World, one: OpenCall, { status, headers = {} }: Fault): void {
  if (status === undefined) return calls.lose(one);
  const body = { code: 'SIMULATED', message: 'The simulation answers' };
  return calls.answer(one, Response.json(body, { status, headers }), body);
}
