// What the audit gets of lines that are refused when a run is applied.
import { describe, expect, it } from 'vitest';

import type { ForbiddenReason } from '../../../../src/shared/result';
import { ann, devId, fails } from '../../../support/ports/builders';
import { comeToAnEnd } from './come-to-an-end';
import { aSwitchboard, type Switchboard } from './switchboard';

/** Refuses every nth line. */
function refuseEach(board: Switchboard, nth: number, lines: number, reason: ForbiddenReason): void {
  for (let number = nth; number <= lines; number += nth) board.refused.set(`s${String(number)}`, reason);
}

describe('refused lines', () => {
  it.for([
    ['within the call', 50],
    ['on the queue', 250],
  ] as const)('are one entry for each reason, with the run: %s', async ([, lines]) => {
    const board = aSwitchboard();
    refuseEach(board, 5, lines, 'ACCOUNT_NOT_ELIGIBLE');
    refuseEach(board, 7, lines, 'CHANGED_LATER');
    const { run } = await board.apply(await board.plan(lines));
    await board.deliverAll();
    const entry = { caller: ann, action: 'addMember', spaceId: devId, runId: run.runId };
    expect(board.world.auditLog.refusals).toHaveLength(2);
    expect(board.world.auditLog.refusals).toMatchObject([
      { ...entry, reason: 'ACCOUNT_NOT_ELIGIBLE' },
      { ...entry, reason: 'CHANGED_LATER' },
    ]);
  });

  it('are refused in their own part, and nobody else is', async () => {
    const board = aSwitchboard();
    board.refused.set('s7', 'ACCOUNT_NOT_ELIGIBLE');
    const { run } = await board.apply(await board.plan(250));
    await board.deliverAll();
    const refused = [...board.lineStates(run.runId)].filter(([, { outcome }]) => outcome !== 'succeeded');
    expect(refused).toMatchObject([[7, { outcome: 'refused', code: 'ACCOUNT_NOT_ELIGIBLE' }]]);
  });

  it('are none where everything is allowed', async () => {
    const board = aSwitchboard();
    await board.apply(await board.plan(50));
    expect(board.world.auditLog.refusals).toEqual([]);
  });

  it('are recorded if they are refused only when they are sent', async () => {
    const board = aSwitchboard();
    board.latency.restMs = 400;
    const planned = await board.plan(20);
    board.script.after = (call) => {
      if (call === 'perform') board.refused.set('s20', 'CHANGED_LATER');
    };
    const { run, tally } = await board.apply(planned);
    expect([run.state, tally.succeeded, tally.refused]).toEqual(['done', 19, 1]);
    expect(board.world.auditLog.refusals).toMatchObject([{ reason: 'CHANGED_LATER', runId: run.runId }]);
  });

  it.for(['before', 'after'] as const)('are recorded at least once, whoever is killed: %s any call', async (when) => {
    for (let nth = 1; nth < 1000; nth += 1) {
      const board = aSwitchboard();
      board.refused.set('s60', 'ACCOUNT_NOT_ELIGIBLE');
      const planned = await board.plan(123);
      const { runId } = planned.run;
      const before = board.calls.length;
      let count = 0;
      board.script[when] = () => {
        count += 1;
        if (count === nth) board.kill();
      };
      await board.invoke(() => board.apply(planned));
      await comeToAnEnd(board, runId);
      const isDone = board.stateOf(runId)?.state === 'done';
      const { refusals } = board.world.auditLog;
      expect([...new Set(refusals.map((one) => one.runId))]).toEqual(isDone ? [runId] : []);
      if (board.calls.length - before < nth) return;
    }
    expect.unreachable();
  });
});

describe('a refusal that ends a run', () => {
  it('is one entry for all lines that are left', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    stopAtReading(board, 4, 'NOT_SPACE_ADMIN');
    await board.deliverAll();
    expect(board.stateOf(run.runId)).toMatchObject({ state: 'stopped', why: 'NOT_SPACE_ADMIN' });
    const entry = { caller: ann, action: 'addMember', spaceId: devId, reason: 'NOT_SPACE_ADMIN', runId: run.runId };
    expect(board.world.auditLog.refusals).toMatchObject([entry]);
    expect(board.world.auditLog.refusals).toHaveLength(1);
  });

  it('isn’t one that only makes it wait', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    stopAtReading(board, 4, 'CHANGES_PAUSED');
    await board.deliverAll();
    expect(board.stateOf(run.runId)?.state).toBe('waiting');
    expect(board.world.auditLog.refusals).toEqual([]);
  });
});

/** Forbids everything from the nth reading of stored data on. */
function stopAtReading(board: Switchboard, nth: number, reason: ForbiddenReason): void {
  let readings = 0;
  board.script.before = (call) => {
    if (call !== 'stored') return;
    readings += 1;
    if (readings >= nth) throw fails({ code: 'FORBIDDEN', reason });
  };
}
