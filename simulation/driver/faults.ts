import { oneOf } from '../choices';
import type { Choices } from '../choices';
// What goes wrong with a call: answers that fail, are lost or come instead of the right one, before the effect, after it, or with a later one.
import type { Draw } from '../oracle/history';
import type { OpenCall } from '../world/calls';
import type { World } from '../world/world';

interface Fault {
  name: string;
  /** Says if and when the platform performs the call; `late` is a step of its own. */
  effect: 'never' | 'first' | 'late';
  /** The answer that comes instead; none: it is lost. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

const REST: readonly Fault[] = [
  { name: 'lost before the effect', effect: 'never' },
  { name: 'lost after the effect', effect: 'first' },
  { name: 'lost, effect late', effect: 'late' },
  { name: '429 with a time', effect: 'never', status: 429, headers: { 'retry-after': '1' } },
  { name: '429 for long', effect: 'never', status: 429, headers: { 'retry-after': '600' } },
  { name: '429 of the gateway', effect: 'never', status: 429 },
  { name: '500', effect: 'never', status: 500 },
  { name: '503 before the effect', effect: 'never', status: 503 },
  { name: '503 after the effect', effect: 'first', status: 503 },
  { name: '504, effect late', effect: 'late', status: 504 },
];

const KVS: readonly Fault[] = [
  { name: 'lost before the effect', effect: 'never' },
  { name: 'lost after the effect', effect: 'first' },
  { name: '429', effect: 'never', status: 429 },
  { name: '500 before the effect', effect: 'never', status: 500 },
  { name: '503 after the effect', effect: 'first', status: 503 },
];

const QUEUE: readonly Fault[] = [
  { name: 'lost before the effect', effect: 'never' },
  { name: 'lost after the effect', effect: 'first' },
  { name: '429', effect: 'never', status: 429 },
  { name: '500 before the effect', effect: 'never', status: 500 },
  { name: '500 after the effect', effect: 'first', status: 500 },
];

const FAULTS = { rest: REST, kvs: KVS, queue: QUEUE, report: REST } as const;

/** Draws what goes wrong with a call that wasn't performed yet, and lets it go wrong. */
export async function strike(world: World, one: OpenCall, choices: Choices): Promise<Draw> {
  const fault = oneOf(choices, FAULTS[one.call.kind]) ?? REST[0];
  const { name = 'none', effect = 'never', status, headers = {} } = fault ?? {};
  one.call.fault = name;
  if (effect === 'first') await world.calls.perform(one);
  if (status === undefined) world.calls.lose(one);
  else {
    const body = { code: 'SIMULATED', message: 'The simulation answers' };
    world.calls.answer(one, Response.json(body, { status, headers }), body);
  }
  if (effect === 'never') world.calls.drop(one);
  return { kind: 'fault', call: one.call.id, fault: name };
}
