// What a step can do to what is under way.
import { happens, oneOf, plain, weighted } from '../choices';
import type { Call, Draw } from '../oracle/history';
import type { OpenCall } from '../world/calls';
import { fateFor } from './aim';
import type { Driven } from './driven';
import { bringOn, spoiledOf } from './fates';
import { strike } from './faults';
import type { Temper } from './temper';

/** Performs and answers one of the calls that the app waits for, or lets something go wrong with it. */
export async function serve(driven: Driven, heard: readonly OpenCall[]): Promise<Draw> {
  const { choices, temper, aim, world } = driven;
  const one = oneOf(choices, heard);
  if (one === undefined) return { kind: 'nothing' };
  const { call, response } = one;
  if (response !== undefined) {
    world.calls.answer(one, response, call.performed?.body);
    return { kind: 'answer', call: call.id };
  }
  const fate = fateFor(aim, call, choices);
  if (fate !== undefined) return bringOn(driven, one, fate);
  if (happens(choices, Math.max(faultsOf(temper, call), spoiledOf(aim, call)))) return strike(driven, one);
  const answers = !happens(choices, temper.held);
  await world.calls.perform(one);
  if (answers && one.response !== undefined) world.calls.answer(one, one.response, call.performed?.body);
  return { kind: 'perform', call: call.id, answers };
}

/** Storage takes effect this long after a call at most: the app settles what is older. */
const STORED_WITHIN_MS = 10 * 60_000;

/** Performs a call that nobody waits for, or lets it never arrive. */
export async function takeEffect({ world, choices }: Driven, late: readonly OpenCall[]): Promise<Draw> {
  const one = oneOf(choices, late);
  if (one === undefined) return { kind: 'nothing' };
  const isTooLate = one.call.kind === 'kvs' && world.now() - one.call.sentAt > STORED_WITHIN_MS;
  if (isTooLate || (one.call.fault === undefined && happens(choices, 500))) {
    world.calls.drop(one);
    return { kind: 'fault', call: one.call.id, fault: 'never arrives' };
  }
  await world.calls.perform(one);
  return { kind: 'lateEffect', call: one.call.id };
}

/** Ends one of the functions that are under way: before one of its calls arrives, after its effect, or before its answer is seen. */
export async function kill({ world, choices, temper: { taste } }: Driven): Promise<Draw> {
  const runs = [...world.calls.runs.values()];
  const liked = runs.map((one) => ({ one, weight: taste(one.invocation.functionKey || one.invocation.moduleKey) }));
  const run = weighted(choices, liked)?.one;
  if (run === undefined) return { kind: 'nothing' };
  const sent = [...world.calls.open].filter(
    ({ call, response }) => call.invocation === run.invocation.id && response === undefined,
  );
  const one = happens(choices, 400) ? oneOf(choices, sent) : undefined;
  if (one !== undefined) await world.calls.perform(one);
  world.calls.kill(run);
  return { kind: 'kill', invocation: run.invocation.id };
}

/** Replaces the container in which functions begin, or lets them begin in another one. */
export function changeContainer({ world, choices }: Driven): Draw {
  const isNew = happens(choices, 500);
  if (isNew) world.containers.replace();
  else world.containers.change();
  return { kind: 'container', isNew };
}

/** Starts one of the events and ticks that are due. */
export function startDue({ world, choices }: Driven): Draw {
  const due = oneOf(choices, world.sandbox.forge.due());
  if (due === undefined) return { kind: 'nothing' };
  // A failure of the function is recorded where it ends.
  void due.start().catch(() => {});
  return due.kind === 'event' ? { kind: 'deliver', event: due.id } : { kind: 'tick', moduleKey: due.id };
}

/** Faults in 1,000 calls, at most: where more fail, nothing goes on. */
const MOST_FAULTS = 400;

/** Returns in how many of 1,000 cases a call fails: some operations fail more often than others, and most of all what is weak in this world. */
function faultsOf({ faults, weak, taste }: Temper, { kind, method, operationId }: Call): number {
  const isWeak = weak === kind || (weak === 'write' && kind === 'rest' && method !== 'GET');
  const share = taste(operationId) / plain(operationId);
  return Math.min(MOST_FAULTS, Math.round(faults * share * (isWeak ? 20 : 1)));
}
