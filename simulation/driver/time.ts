// Moves of the clock.
import { happens, weighted } from '../choices';
import { setNow, virtualNow } from '../deterministic/virtual';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import type { Driven } from './driven';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

/** Time before midnight in which functions begin that end after it. */
const NEAR_MS = 10 * SECOND_MS;

/** Draws a time to move to. While calls are under way it is mostly near; the first timer or event is met at its time. */
export function drawTime({ world, choices, temper: { taste } }: Driven): { to: number; why: string } {
  const now = virtualNow();
  const isBusy = world.calls.open.size > 0;
  const next = nextOf(world);
  const far = isBusy ? (happens(choices, 200) ? 1 : 0) : 3;
  // What is under way is answered before and after midnight, if that is near.
  const nearMidnight = isBusy ? (borderAfter(now, DAY_MS) - now <= NEAR_MS ? 60 : 0) : 6;
  const ways = [
    { why: 'a moment', weight: 20, to: () => now + 1 + choices.below(400) },
    { why: 'seconds', weight: isBusy ? 4 : 8, to: () => now + SECOND_MS * (1 + choices.below(20)) },
    { why: 'what is next', weight: next === undefined ? 0 : isBusy ? 3 : 24, to: () => Math.max(now, next ?? now) },
    { why: 'minutes', weight: far, to: () => now + 60 * SECOND_MS * (1 + choices.below(20)) },
    {
      why: 'days',
      weight: isBusy || !happens(choices, 250) ? 0 : 1,
      to: () => now + HOUR_MS * (20 + choices.below(60)),
    },
    { why: 'around the hour', weight: far, to: () => borderAfter(now, HOUR_MS) - 2 + choices.below(4) },
    {
      why: 'around midnight',
      weight: nearMidnight,
      to: () => borderAfter(now, DAY_MS) + (isBusy ? choices.below(6) - 2 : -choices.below(NEAR_MS)),
    },
  ];
  const way = weighted(
    choices,
    ways.map((one) => ({ ...one, weight: one.weight * taste(one.why) })),
  );
  return { to: Math.max(now, way?.to() ?? now), why: way?.why ?? 'nowhere' };
}

/** Moves the clock, and runs each timer on the way at its time. */
export async function moveTime(
  world: World,
  { to, why }: { to: number; why: string },
  settle: () => Promise<void>,
): Promise<Draw> {
  const from = virtualNow();
  for (let next = world.timers.next(); next !== undefined && next.dueAt <= to; next = world.timers.next()) {
    setNow(Math.max(virtualNow(), next.dueAt));
    world.timers.fire(next);
    await settle();
  }
  setNow(Math.max(virtualNow(), to));
  return { kind: 'time', from, to, why };
}

/** Returns when the next timer, event or tick is due. */
export function nextOf({ timers, sandbox }: World): number | undefined {
  const known = [timers.next()?.dueAt, sandbox.forge.nextDueAt()].filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function borderAfter(now: number, ms: number): number {
  return (Math.floor(now / ms) + 1) * ms;
}
