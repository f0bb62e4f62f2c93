// Runs in the right of a site admin: their proof holds an hour, also in the middle of a run.
import { describe, expect, it } from 'vitest';

import { NO_PROOFS } from '../../../../src/broker/site-admin/proofs';
import { failureFrom } from '../../../support/ports/builders';
import { aRegister, problemsOf, problemsOfDone } from './register';

const HOUR_MS = 3_600_000;
const ON_SITE = { place: 'site' } as const;

describe('the proof of a site admin', () => {
  it('is needed to apply a plan, which stays one without it', async () => {
    const board = aRegister();
    const planned = await board.plan(3, ON_SITE);
    board.world.siteAdminProofs.stored = NO_PROOFS;
    expect(await failureFrom(board.apply(planned))).toEqual({ code: 'FORBIDDEN', reason: 'NOT_SITE_ADMIN' });
    expect([board.stateOf(planned.run.runId)?.state, board.taken(), board.world.auditLog.attempts]).toEqual([
      'planned',
      [],
      [],
    ]);
  });

  it('that lapses at any reading makes the rest wait, until a person proves it again', async () => {
    for (let nth = 1; nth < 100; nth += 1) {
      const board = aRegister();
      const { run } = await board.apply(await board.plan(123, ON_SITE));
      const { runId } = run;
      let readings = 0;
      board.script.before = (call) => {
        if (call === 'facts') readings += 1;
        if (call === 'facts' && readings === nth) board.world.clock.advance(HOUR_MS);
      };
      await board.deliverAll();
      if (readings < nth) return;
      expect(board.stateOf(runId)).toMatchObject({ state: 'waiting', why: 'CONFIRM_AGAIN' });
      expect(board.taken().length).toBeLessThanOrEqual((nth - 1) * 7);
      expect(problemsOf(board, runId)).toEqual([]);
      expect(await failureFrom(board.resume(runId))).toEqual({ code: 'FORBIDDEN', reason: 'NOT_SITE_ADMIN' });
      board.prove();
      await board.resume(runId);
      await board.deliverAll();
      expect(problemsOfDone(board, runId, 123)).toEqual([]);
    }
    expect.unreachable();
  });

  it('is stored anew when the run is resumed, and both are recorded', async () => {
    const board = aRegister();
    const { run } = await board.apply(await board.plan(123, ON_SITE));
    board.world.clock.advance(HOUR_MS);
    await board.deliverAll();
    expect(board.stateOf(run.runId)).toMatchObject({ state: 'waiting', why: 'CONFIRM_AGAIN' });
    const { siteAdminUntil } = board.stateOf(run.runId) ?? {};
    board.prove();
    await board.resume(run.runId);
    expect(board.stateOf(run.runId)?.siteAdminUntil).not.toBe(siteAdminUntil);
    await board.cancel(run.runId);
    expect(board.world.auditLog.attempts.map(({ action }) => action)).toEqual([
      'applySiteRun',
      'resumeSiteRun',
      'cancelSiteRun',
    ]);
    await board.deliverAll();
    expect(board.taken()).toEqual([]);
  });
});
