// The end of a world: faults stop and time passes hour by hour, then faster, until everything has come to rest or should have.
import { decideForTheApp } from '../actors/decisions';
import { oneOf, plain } from '../choices';
import { virtualNow } from '../deterministic/virtual';
import type { Step } from '../oracle/history';
import { aimless } from './aim';
import { serve, startDue, takeEffect } from './deeds';
import type { Driven } from './driven';
import type { Temper } from './temper';
import { moveTime, nextOf } from './time';

const HOUR_MS = 3_600_000;

/** Hours that pass at once if nothing but a schedule is due: it runs once in each of these stretches. All together is longer than Forge tries an event again. */
const STRETCHES = [...Array<number>(12).fill(1), ...Array<number>(10).fill(6)];

/** Steps of one stretch that are plenty: more means that something never ends. */
const STEPS_A_STRETCH = 3000;

const CALM: Temper = {
  faults: 0,
  weak: 'nothing',
  held: 0,
  kills: 0,
  containers: 0,
  begins: 0,
  changes: 0,
  mends: 0,
  near: 0,
  time: 0,
  late: 0,
  busy: 0,
  taste: plain,
};

/** Lets everything settle. Each step is given to `stepped`. */
export async function settle(driven: Driven, stepped: (step: Step) => void): Promise<void> {
  const calm = { ...driven, temper: CALM, aim: aimless() };
  decideForTheApp(driven.world);
  stepped(driven.world.record.closeStep({ kind: 'settle' }));
  for (const hours of STRETCHES) {
    const until = virtualNow() + hours * HOUR_MS;
    for (let steps = 0; virtualNow() < until && steps < STEPS_A_STRETCH; steps += 1)
      stepped(await calmStep(calm, until));
  }
}

/** Answers what is under way, then starts what is due, then goes on to what is next. */
async function calmStep(calm: Driven, until: number): Promise<Step> {
  const draw = await calmDraw(calm, until);
  await calm.idle();
  return calm.world.record.closeStep(draw);
}

async function calmDraw(calm: Driven, until: number) {
  const { world, choices, idle } = calm;
  const open = [...world.calls.open];
  const heard = open.filter(({ isHeard }) => isHeard);
  if (heard.length > 0) return serve(calm, heard);
  if (open.length > 0) return takeEffect(calm, open);
  if (oneOf(choices, world.sandbox.forge.due()) !== undefined) return startDue(calm);
  const isQuiet = world.timers.next() === undefined && world.sandbox.forge.queue.pending().length === 0;
  const next = isQuiet ? until : (nextOf(world) ?? until);
  const to = Math.min(until, Math.max(virtualNow(), next));
  return moveTime(world, { to, why: 'settling' }, idle);
}
