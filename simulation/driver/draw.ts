// One step: the scheduler draws what happens next, lets it happen, and waits until nothing more happens by itself.
import { begin } from '../actors/actors';
import { changeSite } from '../actors/outside';
import { weighted } from '../choices';
import { virtualNow } from '../deterministic/virtual';
import type { Draw, Step } from '../oracle/history';
import { changeContainer, kill, serve, startDue, takeEffect } from './deeds';
import type { Driven } from './driven';
import { isHeld, nextFate } from './fates';
import { drawTime, moveTime } from './time';

const HOUR_MS = 3_600_000;

/** Takes one step. */
export async function takeStep(driven: Driven): Promise<Step> {
  const way = weighted(driven.choices, waysOf(driven));
  const draw = (await way?.go()) ?? { kind: 'nothing' };
  await driven.idle();
  return driven.world.record.closeStep(draw);
}

interface Way {
  weight: number;
  go: () => Promise<Draw>;
}

function waysOf(driven: Driven): Way[] {
  const { world, choices, temper, aim, idle } = driven;
  const { calls, sandbox } = world;
  const open = [...calls.open];
  const heard = open.filter(({ isHeard, call }) => isHeard && !isHeld(driven, call));
  const late = open.filter(({ isHeard }) => !isHeard);
  const due = sandbox.forge.due();
  const fate = nextFate(driven);
  const aimedAt = aim.operationId === undefined ? {} : { aimedAt: aim.operationId };
  const isFree = calls.runs.size < temper.busy;
  return [
    { weight: heard.length > 0 ? 100 : 0, go: () => serve(driven, heard) },
    { weight: fate === undefined ? 0 : 300, go: async () => (await fate?.()) ?? { kind: 'nothing' } },
    ...leapsOf(driven),
    { weight: late.length > 0 ? temper.late : 0, go: () => takeEffect(driven, late) },
    { weight: calls.runs.size > 0 ? temper.kills / 10 : 0, go: () => kill(driven) },
    { weight: temper.containers, go: async () => changeContainer(driven) },
    { weight: due.length > 0 ? 12 : 0, go: async () => startDue(driven) },
    { weight: isFree ? temper.begins * 2 : 0, go: () => begin(world, choices, { taste: temper.taste, ...aimedAt }) },
    { weight: temper.changes / 4, go: async () => changeSite(world, choices, temper) },
    {
      weight: heard.length > 0 ? temper.time : 12,
      go: () => moveTime(world, drawTime(driven), idle),
    },
  ].map(({ weight, go }) => ({ weight: Math.ceil(weight * 10), go }));
}

/** Returns leaps to the next ticks, for a world that aims at something: schedules call it, too, and what is reported weekly nobody else. */
function leapsOf({ aim, world, idle }: Driven): Way[] {
  if (aim.operationId === undefined || world.calls.open.size > 0 || world.sandbox.forge.due().length > 0) return [];
  const isWeekly = aim.operationId === '/app/report-accounts';
  return [
    { weight: isWeekly ? 60 : 5, hours: isWeekly ? 7 * 24 : 24 },
    { weight: 5, hours: 1 },
  ].map(({ weight, hours }) => ({
    weight,
    go: () => moveTime(world, { to: virtualNow() + hours * HOUR_MS, why: 'to a tick' }, idle),
  }));
}
