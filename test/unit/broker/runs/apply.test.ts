// A plan is stored, applied within the call or by the queue, and every line ends.
import { describe, it } from 'vitest';

import { applyRun } from '../../../../src/broker/runs/apply-run';
import { readRun } from '../../../../src/broker/runs/read-run';
import { bob, failureFrom } from '../../../support/ports/builders';
import { aSwitchboard } from './switchboard';

const HOUR_MS = 3_600_000;

describe('a plan', () => {
  it('changes nothing, and says how many lines would', async ({ expect }) => {
    const board = aSwitchboard();
    const lines = board
      .linesOf(3)
      .map((line, index) => (index === 1 ? { ...line, verdict: 'nothingToDo' as const } : line));
    const { run } = await board.plan(lines);
    expect(run).toMatchObject({
      state: 'planned',
      lines: 3,
      verdicts: { willChange: 2, nothingToDo: 1 },
      by: 'ann',
      baton: 0,
    });
    expect([board.on.size, board.world.runQueue.events.length]).toEqual([0, 0]);
  });

  it('lapses', async ({ expect }) => {
    const board = aSwitchboard();
    const planned = await board.plan(3);
    board.world.clock.advance(HOUR_MS + 1);
    expect(await failureFrom(board.apply(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
    await board.sweep();
    expect(board.stateOf(planned.run.runId)).toMatchObject({ state: 'stopped', why: 'PLAN_LAPSED' });
    expect(board.on.size).toBe(0);
  });

  it.for([
    ['somebody else', { caller: bob }, { code: 'NOT_FOUND', what: 'run' }],
    ['another version', { version: 7 }, { code: 'CONFLICT', what: 'run' }],
    ['an unknown one', { runId: 'r-none' }, { code: 'NOT_FOUND', what: 'run' }],
    ['another number', { typedNumber: 2 }, expect0('typedNumber')],
  ] as const)('is not applied by %s', async ([, more, failure], { expect }) => {
    const board = aSwitchboard();
    const { run } = await board.plan(3, { typed: 3 });
    const applying = {
      runId: run.runId,
      version: run.version,
      caller: run.by as never,
      begun: undefined,
      typedNumber: 3,
      ...more,
    };
    expect(await failureFrom(applyRun(board.ports, [board.kind], applying))).toMatchObject(failure);
    expect([board.on.size, board.world.auditLog.attempts.length]).toEqual([0, 0]);
  });
});

function expect0(field: string) {
  return { code: 'INVALID_INPUT', fields: [{ field }] };
}

describe('a short run', () => {
  it('is done within the call, with one entry of its own and one for each line', async ({ expect }) => {
    const board = aSwitchboard();
    const planned = await board.plan(23, { typed: 23 });
    const view = await board.apply(planned, 23);
    expect(view.run.state).toBe('done');
    expect(view.tally).toMatchObject({ succeeded: 23, open: 0, left: 0 });
    expect(board.on.size).toBe(23);
    expect(board.world.auditLog.attempts.length).toBe(24);
    expect([...board.world.auditLog.outcomes.values()].map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 24 }, () => 'succeeded'),
    );
    expect(board.world.auditLog.attempts.every(({ runId }) => runId === planned.run.runId)).toBe(true);
    // The watch finds nothing to do.
    expect(await board.deliverAll()).toBe(1);
  });

  it('is carried on by the queue once the call has no more time', async ({ expect }) => {
    const board = aSwitchboard();
    board.latency.restMs = 3000;
    const { run } = await board.apply(await board.plan(100));
    expect(run.state).toBe('running');
    const sent = board.calls.filter(({ call }) => call === 'perform');
    expect(Math.max(...sent.map(({ at }) => at)) - board.world.clock.now()).toBeLessThanOrEqual(12_000);
    expect(board.on.size).toBeLessThan(100);
    await board.deliverAll();
    expect(board.stateOf(run.runId)?.state).toBe('done');
    expect(board.on.size).toBe(100);
    expect(board.count('perform')).toBe(100);
  });

  it('notes lines that are refused, without an attempt', async ({ expect }) => {
    const board = aSwitchboard();
    board.refused.set('s2', 'ACCOUNT_NOT_ELIGIBLE');
    const view = await board.apply(await board.plan(3));
    expect(view.run.state).toBe('done');
    expect(view.tally).toMatchObject({ succeeded: 2, refused: 1 });
    expect(board.lineStates(view.run.runId).get(2)).toMatchObject({
      outcome: 'refused',
      code: 'ACCOUNT_NOT_ELIGIBLE',
      attempt: 0,
    });
    expect(board.world.auditLog.attempts.length).toBe(3);
  });

  it('is done though all its lines are refused', async ({ expect }) => {
    const board = aSwitchboard();
    board.refused.set('s1', 'ACCOUNT_NOT_ELIGIBLE');
    const view = await board.apply(await board.plan(1));
    expect([view.run.state, view.tally.refused]).toEqual(['done', 1]);
  });
});

describe('a long run', () => {
  it('goes through all its parts in one delivery', async ({ expect }) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(250));
    expect([run.state, board.on.size]).toEqual(['queued', 0]);
    await board.deliverAll();
    const view = await readRun(board.ports, { caller: run.by as never }, run.runId);
    expect([view.run.state, view.tally.succeeded]).toEqual(['done', 250]);
  });
});
