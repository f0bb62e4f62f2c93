// One step: the scheduler draws what happens next, lets it happen, and waits until nothing more happens by itself.
import { begin } from '../actors/actors';
import { changeSite } from '../actors/outside';
import { weighted } from '../choices';
import type { Draw, Step } from '../oracle/history';
import { kill, serve, startDue, takeEffect } from './deeds';
import type { Driven } from './driven';
import { drawTime, moveTime } from './time';

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
  const { world, choices, temper, idle } = driven;
  const { calls, sandbox } = world;
  const open = [...calls.open];
  const heard = open.filter(({ isHeard }) => isHeard);
  const late = open.filter(({ isHeard }) => !isHeard);
  const due = sandbox.forge.due();
  const isFree = calls.runs.size < temper.busy;
  return [
    { weight: heard.length > 0 ? 100 : 0, go: () => serve(driven, heard) },
    { weight: late.length > 0 ? temper.late : 0, go: () => takeEffect(driven, late) },
    { weight: calls.runs.size > 0 ? temper.kills / 10 : 0, go: () => kill(driven) },
    { weight: due.length > 0 ? 12 : 0, go: async () => startDue(driven) },
    { weight: isFree ? temper.begins * 2 : 0, go: () => begin(world, choices, temper.taste) },
    { weight: temper.changes / 4, go: async () => changeSite(world, choices, temper) },
    {
      weight: heard.length > 0 ? temper.time : 12,
      go: () => moveTime(world, drawTime(driven), idle),
    },
  ].map(({ weight, go }) => ({ weight: Math.ceil(weight * 10), go }));
}
