// What is shown of a run while it goes on: counts from one reading, and to whom.
import { describe, it } from 'vitest';

import { readRun, readRunLines } from '../../../../src/broker/runs/read-run';
import { tallyOf } from '../../../../src/broker/runs/run-view';
import { ann, bob, devId, failureFrom, hrId } from '../../../support/ports/builders';
import { aSwitchboard } from './switchboard';

async function aDoneRun() {
  const board = aSwitchboard();
  board.refused.set('s105', 'ACCOUNT_NOT_ELIGIBLE');
  const { run } = await board.apply(await board.plan(110));
  await board.deliverAll();
  return { board, runId: run.runId };
}

describe('a run', () => {
  it('is counted by how its lines ended, all of them or those of a range', async ({ expect }) => {
    const { board, runId } = await aDoneRun();
    const { tally, parts } = await readRun(board.ports, { caller: ann }, runId);
    expect([tally.succeeded, tally.refused]).toEqual([109, 1]);
    expect([tallyOf(parts, 0, 104), tallyOf(parts, 104)].map(({ succeeded }) => succeeded)).toEqual([104, 5]);
  });

  it('shows its lines in the order of the list, with the reason of each', async ({ expect }) => {
    const { board, runId } = await aDoneRun();
    const { all } = await readRunLines(board.ports, { caller: ann }, runId);
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 110 }, (_, index) => index + 1));
    expect(all[104]?.now).toMatchObject({ outcome: 'refused', code: 'ACCOUNT_NOT_ELIGIBLE' });
    expect(all[0]?.now).toMatchObject({ outcome: 'succeeded', attemptId: `${runId}#1#1` });
  });

  it('is shown to its author, to admins of its space and to a Confluence administrator, to nobody else', async ({
    expect,
  }) => {
    const { board, runId } = await aDoneRun();
    const readers = [{ caller: ann }, { caller: bob, place: devId }, { caller: bob, site: true }] as const;
    for (const reader of readers) expect((await readRun(board.ports, reader, runId)).run.runId).toBe(runId);
    const others = [{ caller: bob }, { caller: bob, place: hrId }];
    for (const reader of others) {
      expect(await failureFrom(readRun(board.ports, reader, runId))).toEqual({ code: 'NOT_FOUND', what: 'run' });
    }
  });
});
