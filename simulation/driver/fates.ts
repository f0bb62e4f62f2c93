// Brings about what is to befall a call that a world aims at, and the end of its function.
import { virtualNow } from '../deterministic/virtual';
import type { Call, Draw } from '../oracle/history';
import type { OpenCall, OpenRun } from '../world/calls';
import type { World } from '../world/world';
import type { Aim, Fate } from './aim';
import type { Driven } from './driven';
import { strike } from './faults';
import { ABORTED, CUT_OFF, isCutOff } from './strokes';
import { moveTime, nextOf } from './time';

/** Lets a call meet its fate. How its function ends is brought about later, where it doesn't end at once. */
export async function bringOn(driven: Driven, one: OpenCall, fate: Fate): Promise<Draw> {
  const { world, idle } = driven;
  const { id, invocation, kind } = one.call;
  const run = world.calls.runs.get(invocation);
  if (fate.stroke === ABORTED || run === undefined) return { kind: 'nothing' };
  if (isCutOff(fate.stroke)) return cutOff(world, one, run, fate);
  if (fate.ending === 'timedOut' && kind !== 'rest') {
    const passed = await moveTime(world, { to: overAt(run), why: 'its time is over' }, idle);
    if (!one.isHeard) return passed;
  }
  if (fate.stroke !== 'none') return strike(driven, one, fate.stroke);
  await world.calls.perform(one);
  if (one.response !== undefined) world.calls.answer(one, one.response, one.call.performed?.body);
  return { kind: 'perform', call: id, answers: true };
}

/** Tells whether a call must wait: until the app ends it, until its function ended without it, or until that one's time is over. */
export function isHeld({ aim, world }: Driven, { id, invocation, kind }: Call): boolean {
  const fate = aim.fates.get(invocation);
  const run = world.calls.runs.get(invocation);
  if (fate === undefined || run === undefined) return false;
  if (fate.call === id && fate.stroke === ABORTED) return kind === 'rest';
  const isTimeLeft = fate.ending === 'timedOut' && virtualNow() < overAt(run);
  // The app ends its REST calls in time, and answers then: they are let through, until something else is open.
  return (
    (isTimeLeft && kind !== 'rest') ||
    (fate.call === id && isCutOff(fate.stroke) && openOf(world, invocation).length > 1)
  );
}

/** Returns how many of a function's other calls are to fail, in 1,000: most, if it is to end with an error; a few, if it is to do without the one that waits. */
export function spoiledOf({ fates }: Aim, { id, invocation }: Call): number {
  const fate = fates.get(invocation);
  if (fate === undefined || fate.call === id) return 0;
  if (fate.ending === 'error') return 900;
  return fate.ending === 'ok' && isCutOff(fate.stroke) ? 250 : 0;
}

/** Returns what brings about the end of one of the functions whose fate is decided, if anything does. */
export function nextFate({ aim, world, idle }: Driven): (() => Promise<Draw>) | undefined {
  for (const [invocation, fate] of aim.fates) {
    const run = world.calls.runs.get(invocation);
    if (run === undefined) aim.fates.delete(invocation);
    else {
      const time = timeToMoveTo(world, run, fate);
      if (time !== undefined) return () => moveTime(world, time, idle);
      if (fate.ending === 'killed') return async () => kill(world, run);
    }
  }
  return undefined;
}

/** Ends a function while its call is under way. One that isn't killed ends by itself, while the call waits. */
async function cutOff({ calls }: World, one: OpenCall, run: OpenRun, { stroke, ending }: Fate): Promise<Draw> {
  const { id: call, invocation } = one.call;
  const isPerformed = stroke === CUT_OFF.beforeAnswer || (stroke === CUT_OFF.afterEffect && ending === 'killed');
  if (isPerformed) await calls.perform(one);
  if (stroke === CUT_OFF.beforeAnswer) return { kind: 'perform', call, answers: false };
  if (ending !== 'killed') return { kind: 'nothing' };
  calls.kill(run);
  if (stroke === CUT_OFF.beforeArrival) calls.drop(one);
  return { kind: 'kill', invocation };
}

/** More than any function may take. */
const TOO_LONG_MS = 130_000;

function overAt({ invocation }: OpenRun): number {
  return invocation.beganAt + TOO_LONG_MS;
}

/** Returns the calls that a function waits for. */
function openOf({ calls }: World, invocation: number): OpenCall[] {
  return [...calls.open].filter(({ call, isHeard }) => isHeard && call.invocation === invocation);
}

/** Returns the time that must pass before a function can meet its end. */
function timeToMoveTo(world: World, run: OpenRun, { call, stroke, ending }: Fate) {
  const open = openOf(world, run.invocation.id).map((one) => one.call);
  const waits = open.some(({ id }) => id === call);
  const now = virtualNow();
  if (stroke === ABORTED && waits) return { to: Math.max(now, nextOf(world) ?? now), why: 'the app waits no longer' };
  // Where a REST call waits, too, the app would end it, and answer.
  const isHeldUp = ending === 'timedOut' && open.length > 0 && open.every(({ kind }) => kind !== 'rest');
  return isHeldUp && now < overAt(run) ? { to: overAt(run), why: 'its time is over' } : undefined;
}

function kill({ calls }: World, run: OpenRun): Draw {
  calls.kill(run);
  return { kind: 'kill', invocation: run.invocation.id };
}
