// Runs that wait for a person.
import { describe, expect, it } from 'vitest';

import { resumeRun } from '../../../../src/broker/runs/change-run';
import { ann, fails } from '../../../support/ports/builders';
import { aSwitchboard } from './switchboard';

const HOUR_MS = 3_600_000;

describe('paused with lines whose answer was lost, a run', () => {
  /** Killed while it sends, then paused: nobody may look. */
  async function pausedAfterKill() {
    const board = aSwitchboard();
    const planned = await board.plan(23);
    const { runId } = planned.run;
    let isPaused = false;
    board.script.after = (call, about) => {
      if (call === 'perform' && about === 's3') board.kill();
    };
    board.script.before = (call) => {
      const isHeldUp = isPaused && (call === 'stored' || call === 'look');
      if (isHeldUp) throw fails({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' });
    };
    await board.invoke(() => board.apply(planned));
    isPaused = true;
    await board.deliverAll();
    function resume() {
      isPaused = false;
      return resumeRun(board.ports, { caller: ann }, runId);
    }
    return { board, runId, resume };
  }

  it('ends these as not known after a day, and goes on waiting', async () => {
    const { board, runId, resume } = await pausedAfterKill();
    const open = [...board.lineStates(runId)].filter(([, { outcome }]) => outcome === undefined);
    expect(open.length).toBeGreaterThan(0);
    board.world.clock.advance(25 * HOUR_MS);
    for (let hour = 0; hour < 4; hour += 1) {
      board.world.clock.advance(HOUR_MS);
      await board.sweep();
    }
    const states = board.lineStates(runId);
    for (const [line] of open) {
      expect(states.get(line)).toMatchObject({ outcome: 'unknown', code: 'SETTLED_LATER' });
    }
    expect(board.stateOf(runId)).toMatchObject({ state: 'waiting', why: 'PAUSED' });
    expect(board.stateOf(runId)?.dueAt).toBeUndefined();
    await resume();
    await board.deliverAll();
    expect(board.stateOf(runId)?.state).toBe('done');
    expect(board.twice).toEqual([]);
    expect(board.world.auditLog.attempts.filter(({ id }) => !board.world.auditLog.outcomes.has(id))).toEqual([]);
  });

  it.for([
    [-1, undefined],
    [0, 'unknown'],
  ] as const)('leaves them open for a day and no longer: %i ms', async ([ms, outcome]) => {
    const { board, runId } = await pausedAfterKill();
    const [line, state] = [...board.lineStates(runId)].find(([, one]) => one.outcome === undefined) ?? [0, undefined];
    const run = board.stateOf(runId);
    if (state === undefined || run === undefined) throw new Error('No open line');
    board.world.runs.runs.set(runId, { ...run, dueAt: state.at });
    board.world.clock.advance(Date.parse(state.at) + 24 * HOUR_MS + ms - board.world.clock.now());
    await board.sweep();
    expect(board.lineStates(runId).get(line)?.outcome).toBe(outcome);
  });

  it('is left alone before', async () => {
    const { board, runId } = await pausedAfterKill();
    const before = board.stateOf(runId);
    board.world.clock.advance(22 * HOUR_MS);
    await board.sweep();
    expect(board.stateOf(runId)).toEqual(before);
  });
});
