// What ends a run or makes it wait, at every step of it.
import { describe, expect, it } from 'vitest';

import { cancelRun, resumeRun } from '../../../../src/broker/runs/change-run';
import type { ApiError } from '../../../../src/shared/result';
import { ann, bob, devId, failureFrom, fails, hrId, rateLimited, storageDown } from '../../../support/ports/builders';
import { problemsOf } from './problems';
import { aSwitchboard, type Switchboard } from './switchboard';

const HOUR_MS = 3_600_000;

/** Lets something happen at the nth call from now on. */
function atCall(board: Switchboard, nth: number, happen: () => void): void {
  let count = 0;
  board.script.before = () => {
    count += 1;
    if (count === nth) happen();
  };
}

describe('canceled at any step, a run', () => {
  it('sends nothing more than what is under way, and every line ends', async () => {
    for (let nth = 1; nth < 400; nth += 1) {
      const board = aSwitchboard();
      const { run } = await board.apply(await board.plan(123));
      const { runId } = run;
      let sentBefore = -1;
      atCall(board, nth, () => {
        const now = board.world.runs.runs.get(runId);
        if (now === undefined || now.state === 'done') return;
        sentBefore = board.count('perform');
        board.world.runs.runs.set(runId, {
          ...now,
          state: 'cancelled',
          version: now.version + 1,
          dueAt: now.createdAt,
        });
      });
      await board.deliverAll();
      if (sentBefore < 0) return;
      expect(board.stateOf(runId)?.state).toBe('cancelled');
      expect(board.count('perform') - sentBefore).toBeLessThanOrEqual(10);
      board.world.clock.advance(HOUR_MS);
      await board.sweep();
      expect(board.stateOf(runId)?.dueAt).toBeUndefined();
      expect(problemsOf(board, runId)).toEqual([]);
    }
    expect.unreachable();
  });
});

describe('canceling', () => {
  it('is recorded, and looks at what the app was killed at', async () => {
    const board = aSwitchboard();
    const planned = await board.plan(23);
    const { runId } = planned.run;
    board.script.after = (call, about) => {
      if (call === 'perform' && about === 's3') board.kill();
    };
    await board.invoke(() => board.apply(planned));
    await board.invoke(() => cancelRun(board.ports, { caller: bob, place: devId }, runId));
    expect(board.world.auditLog.lines()).toContain('cancelRun succeeded');
    board.world.clock.advance(HOUR_MS);
    await board.sweep();
    expect(problemsOf(board, runId)).toEqual([]);
    expect(board.lineStates(runId).get(3)).toMatchObject({ outcome: 'unknown', found: 'member' });
    expect(board.lineStates(runId).get(8)).toMatchObject({ outcome: 'unknown', found: 'notMember', attempt: 1 });
    expect(board.stateOf(runId)).toMatchObject({ state: 'cancelled' });
    expect(board.stateOf(runId)?.dueAt).toBeUndefined();
  });

  it('ends a plan, and no run that is over', async () => {
    const board = aSwitchboard();
    const { run } = await board.plan(3);
    const view = await cancelRun(board.ports, { caller: ann }, run.runId);
    expect(view.run.state).toBe('cancelled');
    expect(await failureFrom(cancelRun(board.ports, { caller: ann }, run.runId))).toEqual({
      code: 'CONFLICT',
      what: 'run',
    });
  });

  it.for([
    ['an admin of another space', { caller: bob, place: hrId }],
    ['somebody else', { caller: bob }],
  ] as const)('is not for %s', async ([, reader]) => {
    const board = aSwitchboard();
    const { run } = await board.plan(3);
    expect(await failureFrom(cancelRun(board.ports, reader, run.runId))).toEqual({ code: 'NOT_FOUND', what: 'run' });
  });
});

describe('paused at any step, a run', () => {
  it('waits for a person, and then goes on', async () => {
    for (let nth = 1; nth < 100; nth += 1) {
      const board = aSwitchboard();
      const { run } = await board.apply(await board.plan(123));
      const { runId } = run;
      let readings = 0;
      board.script.before = (call) => {
        if (call !== 'stored') return;
        readings += 1;
        if (readings >= nth && readings < 1000) throw fails({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' });
      };
      await board.deliverAll();
      if (board.stateOf(runId)?.state === 'done') return;
      expect(board.stateOf(runId)).toMatchObject({ state: 'waiting', why: 'PAUSED' });
      expect(board.stateOf(runId)?.dueAt).toBeUndefined();
      expect(board.on.size).toBeLessThanOrEqual((nth - 1) * 10);
      expect(problemsOf(board, runId)).toEqual([]);
      readings = 1000;
      await resumeRun(board.ports, { caller: ann }, runId);
      await board.deliverAll();
      expect(board.stateOf(runId)?.state).toBe('done');
      expect([board.on.size, board.count('perform')]).toEqual([123, 123]);
      expect(problemsOf(board, runId)).toEqual([]);
    }
    expect.unreachable();
  });
});

describe('a failure that passes', () => {
  it.for([
    [
      'Confluence does not respond',
      fails({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }),
      'UPSTREAM_UNAVAILABLE',
    ],
    ['storage does not', storageDown, 'STORAGE_UNAVAILABLE'],
    ['Atlassian asks for a wait', rateLimited, 'RATE_LIMITED'],
  ] as const)('makes a run wait longer each time, then hourly: %s', async ([, thrown, why]) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    let isDown = true;
    board.script.before = (call) => {
      if (isDown && call === 'stored') throw thrown;
    };
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const before: string | undefined = board.stateOf(run.runId)?.waitsUntil;
      await deliverUntil(board, () => ![before, undefined].includes(board.stateOf(run.runId)?.waitsUntil));
      const { state, why: stored, waitsUntil } = board.stateOf(run.runId) ?? {};
      expect([state, stored]).toEqual(['waiting', why]);
      waits.push((Date.parse(waitsUntil ?? '') - board.world.clock.now()) / 60_000);
    }
    expect(waits).toEqual([1, 5, 15, 60, 60, 60]);
    isDown = false;
    await deliverUntil(board, () => board.stateOf(run.runId)?.state === 'done');
    expect(board.on.size).toBe(123);
  });

  it('ends a run that gets no further for a day', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    board.script.before = (call) => {
      if (call === 'stored') throw storageDown;
    };
    await deliverUntil(board, () => board.stateOf(run.runId)?.state === 'stopped');
    expect(board.stateOf(run.runId)).toMatchObject({ why: 'TOO_LONG' });
  });

  it('waits as long as Atlassian asks', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    let asked = 0;
    board.script.before = (call) => {
      if (call !== 'perform' || asked > 0) return;
      asked += 1;
      throw fails({ code: 'RATE_LIMITED', retryAfterSeconds: 600, changed: 'nothing' });
    };
    await deliverUntil(board, () => board.stateOf(run.runId)?.state === 'waiting');
    expect(Date.parse(board.stateOf(run.runId)?.waitsUntil ?? '') - board.world.clock.now()).toBe(600_000);
    await board.deliverAll();
    expect([board.on.size, board.count('perform')]).toEqual([123, 124]);
    expect(problemsOf(board, run.runId)).toEqual([]);
  });
});

/** Delivers; when nothing is on its way, an hour passes. */
async function deliverUntil(board: Switchboard, isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) {
    if (await board.deliver()) continue;
    board.world.clock.advance(HOUR_MS);
    await board.sweep();
  }
}

describe('the points of an hour', () => {
  it.for([
    ['are spent', (board: Switchboard): void => void board.world.runs.spent.set('2026-11-21T10', 10_000)],
    [
      'are low for the whole app',
      (board: Switchboard): void => void Object.assign(board.world.site.points, { low: true }),
    ],
  ] as const)('make a run wait for the next one once they %s', async ([, spend]) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    spend(board);
    await deliverUntil(board, () => board.stateOf(run.runId)?.state === 'waiting');
    expect(board.stateOf(run.runId)).toMatchObject({ why: 'POINTS_SPENT', waitsUntil: '2026-11-21T11:00:00.000Z' });
    expect(board.on.size).toBe(0);
    board.world.site.points.low = false;
    await deliverUntil(board, () => board.stateOf(run.runId)?.state === 'done');
    expect(board.on.size).toBe(123);
  });
});

describe('a reason that concerns every line', () => {
  it.for([
    [{ code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' }, 'NOT_SPACE_ADMIN'],
    [{ code: 'FORBIDDEN', reason: 'REQUESTER_UNAVAILABLE' }, 'REQUESTER_UNAVAILABLE'],
    [{ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'left' }, 'PRIVILEGED_USER_UNAVAILABLE'],
    [{ code: 'NOT_FOUND', what: 'group' }, 'NOT_FOUND'],
  ] as [ApiError, string][])('ends what is left, never what was done: %j', async ([failure, why]) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    let readings = 0;
    board.script.before = (call) => {
      if (call === 'stored') readings += 1;
      if (call === 'stored' && readings > 4) throw fails(failure);
    };
    await board.deliverAll();
    expect(board.stateOf(run.runId)).toMatchObject({ state: 'stopped', why });
    expect(board.on.size).toBe(40);
    expect(problemsOf(board, run.runId)).toEqual([]);
    board.world.clock.advance(HOUR_MS);
    await board.sweep();
    expect(board.stateOf(run.runId)?.dueAt).toBeUndefined();
  });

  it('ends a run that breaks, with what it did', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    board.script.before = (call, about) => {
      if (call === 'perform' && about === 's15') throw new Error('broken');
    };
    await board.deliverAll();
    expect(board.stateOf(run.runId)).toMatchObject({ state: 'stopped', why: 'INTERNAL' });
    board.world.clock.advance(HOUR_MS);
    await board.sweep();
    expect(problemsOf(board, run.runId)).toEqual([]);
    expect(board.lineStates(run.runId).get(15)).toMatchObject({ outcome: 'unknown', found: 'notMember' });
  });
});

describe('an answer of the store that is lost', () => {
  it.for(['savePart', 'change', 'get', 'lines'] as const)('ends no line twice: %s', async (lost) => {
    for (let nth = 1; nth < 100; nth += 1) {
      const board = aSwitchboard();
      const { run } = await board.apply(await board.plan(123));
      let count = 0;
      board.script.after = (call) => {
        if (call === lost) count += 1;
        if (call === lost && count === nth) throw storageDown;
      };
      await deliverUntil(board, () => board.stateOf(run.runId)?.state === 'done');
      expect(board.stateOf(run.runId)?.state).toBe('done');
      expect(problemsOf(board, run.runId)).toEqual([]);
      const sent = board.calls.filter(({ call }) => call === 'perform').map(({ about }) => about);
      expect(new Set(sent).size).toBe(123);
      if (count < nth) return;
    }
  });
});
