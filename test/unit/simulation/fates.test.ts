// Calls that a world aims at meet their fate, and their functions end as they are meant to.
import { beforeEach, describe, expect, it } from 'vitest';

import { replayedChoices } from '../../../simulation/choices';
import { BEGINS_AT, beginAnew, setNow, timers, virtualNow } from '../../../simulation/deterministic/virtual';
import { aimless } from '../../../simulation/driver/aim';
import type { Goal } from '../../../simulation/driver/aim';
import { serve, takeEffect } from '../../../simulation/driver/deeds';
import type { Driven } from '../../../simulation/driver/driven';
import { isHeld, nextFate, spoiledOf } from '../../../simulation/driver/fates';
import { strokeOf } from '../../../simulation/driver/strokes';
import { drawTemper } from '../../../simulation/driver/temper';
import { createCalls } from '../../../simulation/world/calls';
import { createRecord } from '../../../simulation/world/record';
import type { World } from '../../../simulation/world/world';

const PATIENCE_MS = 20_000;

beforeEach(() => beginAnew(1));

/** Creates a driver whose function has sent so many calls of the operation that it aims at. */
function aimedWith(goal: Goal, { type = 'kvs', sent = 1 }: { type?: string; sent?: number } = {}) {
  const site = { groups: new Map(), accounts: new Map(), spaces: new Map() };
  const parts = { seed: 1, beganAt: BEGINS_AT, stored: () => ({ plain: {}, secret: {}, entities: {} }) };
  const record = createRecord({ ...parts, site, now: virtualNow, waiting: () => [] });
  const calls = createCalls({ record, performed: () => {} });
  const sandbox = { forge: { due: () => [], nextDueAt: () => undefined } };
  const world = { calls, record, history: record.history, timers, sandbox, now: virtualNow } as unknown as World;
  const choices = replayedChoices([]);
  const operationId = type === 'kvs' ? 'entity/get' : 'getSpaces';
  const aim = { ...aimless(), operationId, goals: [goal], often: 750 };
  const driven: Driven = {
    world,
    choices,
    temper: { ...drawTemper(choices), faults: 0, held: 0 },
    aim,
    idle: async () => {},
  };
  const run = calls.between.begin({
    moduleKey: 'm',
    functionKey: 'f',
    accountId: undefined,
    payload: {},
    kill: () => {},
  });
  const path = type === 'kvs' ? '/api/v1/entity/get' : '/wiki/api/v2/spaces';
  for (let number = 0; number < sent; number += 1) {
    const abort = new AbortController();
    timers.set(() => abort.abort(), PATIENCE_MS);
    const init = type === 'kvs' ? { method: 'POST' } : { method: 'GET', signal: abort.signal };
    const call = { descriptor: { type, remote: type, provider: 'app' }, path, init };
    void run.pass(call, () => Promise.resolve(Response.json({}))).catch(() => {});
  }
  const { history } = record;
  /** Serves what may be served, and then brings on the end. */
  async function step(): Promise<string> {
    const way = nextFate(driven);
    const heard = [...calls.open].filter(({ call, isHeard: waits }) => waits && !isHeld(driven, call));
    const draw = way === undefined ? await serve(driven, heard) : await way();
    record.closeStep(draw);
    return draw.kind;
  }

  function befell(): string[] {
    return history.calls.map((call) => history.invocations.map((one) => strokeOf(call, one)).join());
  }

  return { driven, run, step, befell, ended: () => history.invocations[0]?.end?.how };
}

describe('a call whose function has ended', () => {
  it.for([
    ['kvs', 9, 'lateEffect'],
    ['kvs', 11, 'fault'],
    ['fpp', 600, 'lateEffect'],
  ] as const)('reaches storage within ten minutes, or never: %s after %i', async ([type, minutes, draw]) => {
    const { driven, run } = aimedWith({ stroke: 'none', ending: 'ok' }, { type });
    run.end({ value: {} });
    setNow(BEGINS_AT + minutes * 60_000);
    const choices = replayedChoices([0, 999]);
    expect((await takeEffect({ ...driven, choices }, [...driven.world.calls.open])).kind).toBe(draw);
    expect(driven.world.calls.open.size).toBe(0);
  });
});

describe('a call that is aimed at', () => {
  it.for(['lost before the effect', '503 after the effect', '429'])('is struck: %s', async (stroke) => {
    const { step, befell, ended } = aimedWith({ stroke, ending: 'ok' });
    await step();
    expect([befell(), ended()]).toEqual([[stroke], undefined]);
  });

  it.for(['none', '500 before the effect'])('is over, and then its function is killed: %s', async (stroke) => {
    const { step, befell, ended } = aimedWith({ stroke, ending: 'killed' });
    expect([await step(), await step()]).toEqual([stroke === 'none' ? 'perform' : 'fault', 'kill']);
    expect([befell(), ended()]).toEqual([[stroke], 'killed']);
  });

  it.for([
    ['cut off before it arrived', 1],
    ['cut off after its effect', 1],
    ['cut off before its answer was seen', 2],
  ] as const)('is %s by a kill', async ([stroke, steps]) => {
    const { step, befell, ended } = aimedWith({ stroke, ending: 'killed' });
    for (let number = 0; number < steps; number += 1) await step();
    expect([befell(), ended()]).toEqual([[stroke], 'killed']);
  });

  it('waits until its function has ended without it, but is served if nothing else is under way', async () => {
    const goal = { stroke: 'cut off before it arrived', ending: 'ok' } as const;
    const { driven, step, run, befell } = aimedWith(goal, { sent: 2 });
    await step();
    const [first, second] = driven.world.history.calls;
    expect([first, second].map((call) => call && isHeld(driven, call))).toEqual([true, false]);
    await step();
    expect(first && isHeld(driven, first)).toBe(false);
    run.end({ value: {} });
    expect(befell()).toEqual(['cut off before it arrived', 'lost before the effect']);
  });

  it('waits until the app ends it', async () => {
    const { step, befell } = aimedWith({ stroke: 'ended by the app', ending: 'ok' }, { type: 'fpp' });
    expect([await step(), await step()]).toEqual(['nothing', 'time']);
    expect(befell()).toEqual(['ended by the app']);
    expect(virtualNow()).toBe(BEGINS_AT + PATIENCE_MS);
  });

  it.for(['none', '429'])('is answered after the time of its function is over: %s', async (stroke) => {
    const { step, befell } = aimedWith({ stroke, ending: 'timedOut' });
    await step();
    expect(befell()).toEqual([stroke]);
    expect(virtualNow()).toBeGreaterThan(BEGINS_AT + 120_000);
  });

  it('lets the others of its function fail, if that is to end with an error', async () => {
    const { driven, step } = aimedWith({ stroke: 'none', ending: 'error' }, { sent: 2 });
    await step();
    await step();
    const [first, second] = driven.world.history.calls;
    expect(first?.fault).toBeUndefined();
    expect(second?.fault).toBeDefined();
    expect([first, second].map((call) => call && spoiledOf(driven.aim, call))).toEqual([0, 900]);
  });

  it('that is to be left waits while the others of its function fail, and without any is served', async () => {
    const goal = { stroke: 'cut off, effect late', ending: 'ok' } as const;
    const { driven, step } = aimedWith(goal, { sent: 2 });
    await step();
    await step();
    const [first, second] = driven.world.history.calls;
    expect(second?.fault).toBeDefined();
    expect(first && isHeld(driven, first)).toBe(false);
    await step();
    expect(first?.fault).toBeUndefined();
    expect(first?.answer).toBeDefined();
  });

  it('has no fate once its function has ended', async () => {
    const { driven, step, run } = aimedWith({ stroke: 'none', ending: 'killed' });
    await step();
    run.end({ value: {} });
    expect(nextFate(driven)).toBeUndefined();
    expect(driven.aim.fates.size).toBe(0);
  });
});
