// Runs, their lines and how far they have come: their rows.
import { expect } from 'vitest';

import type { StoredRun } from '../../../../src/broker/runs/stored-run';
import { failureFrom } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';
import { CONFLICT, AT, ID, FIRST, runId, use, instantOf, aRun, linesOf, added, resultsOf, attempt } from './run-stage';

const READS: Record<string, Call> = {
  get: { as: 'ann', call: 'read run', use: ({ runs }) => runs.get(ID) },
  row: { as: 'ann', call: 'read run row', use: ({ runs }) => runs.row(ID) },
  lines: { as: 'ann', call: 'read lines', use: ({ runs }) => runs.lines(ID, [0]) },
  ofPlace: { as: 'ann', call: 'read runs of place', use: ({ runs }) => runs.ofPlace('site') },
  waiting: { as: 'ann', call: 'read waiting runs', use: ({ runs }) => runs.waiting() },
  due: { as: 'ann', call: 'read due runs', use: ({ runs }) => runs.due(AT) },
};
const WRITES: Record<string, Call> = {
  add: {
    as: 'ann',
    call: 'add run',
    use: ({ runs }, stage) => runs.add(staticRun(stage), [linesOf(1)], 0),
  },
  change: {
    as: 'ann',
    call: 'change run',
    use: async ({ runs }, stage) => runs.change(staticRun(stage), { state: 'queued' }),
  },
  savePart: {
    as: 'ann',
    call: 'save part',
    use: ({ runs }) => runs.savePart(ID, FIRST, FIRST, {}),
  },
};

function staticRun({ space, id }: Stage): StoredRun {
  const shared = { product: 'members', source: 'list', place: space.spaceId, by: id('ann'), writtenBy: '1' };
  return { runId: ID, ...shared, createdAt: AT, lines: 1, verdicts: {}, state: 'planned', version: 1, baton: 0 };
}

const rowCases: Case[] = [
  {
    name: 'add: a run of 2,000 lines with its parts; none of another id',
    play: async (stage) => {
      const run = await aRun(stage, { lines: 2000, dueAt: AT, undoes: runId(2), about: { groups: 1 } });
      const parts = Array.from({ length: 20 }, () => linesOf(100));
      await use(stage, (runs) => runs.add(run, parts, 0));
      const all = Array.from({ length: 20 }, (_, part) => ({ ...FIRST, part }));
      expect(await use(stage, (runs) => runs.get(ID))).toEqual({ run, parts: all, spent: 0 });
      expect(await use(stage, (runs) => runs.row(ID))).toEqual(run);
      expect(await use(stage, (runs) => runs.row(runId(2)))).toBeUndefined();
      expect(await use(stage, (runs) => runs.lines(ID, [3, 19]))).toEqual([parts[3], parts[19]]);
      expect(await use(stage, (runs) => runs.get(runId(2)))).toBeUndefined();
    },
  },
  {
    name: 'change: the row at its version, and who comes second fails',
    play: async (stage) => {
      const run = await added(stage, { dueAt: AT });
      const now = await use(stage, (runs) => runs.change(run, { state: 'waiting', why: 'PAUSED', dueAt: undefined }));
      const { dueAt: _dueAt, ...rest } = run;
      expect(now).toEqual({ ...rest, state: 'waiting', why: 'PAUSED', version: 2 });
      expect((await use(stage, (runs) => runs.get(ID)))?.run).toEqual(now);
      expect(await use(stage, (runs) => runs.row(ID))).toEqual(now);
      const second = use(stage, (runs) => runs.change(run, { state: 'cancelled' }));
      expect(await failureFrom(second)).toEqual(CONFLICT);
      expect((await use(stage, (runs) => runs.get(ID)))?.run).toEqual(now);
      expect(await use(stage, (runs) => runs.row(ID))).toEqual(now);
    },
  },
  {
    name: 'change: every field that can change, beside those that can not',
    play: async (stage) => {
      const run = await added(stage, { typed: 21, undoes: runId(2), about: { groups: 1 } });
      const when = { dueAt: AT, batonAt: AT, waitsUntil: AT, appliedAt: AT, endedAt: AT, siteAdminUntil: AT };
      const next = {
        ...when,
        state: 'waiting',
        why: 'POINTS_SPENT',
        baton: 3,
        troubles: 2,
        undoneBy: runId(3),
      } as const;
      expect(await use(stage, (runs) => runs.change(run, next))).toEqual({ ...run, ...next, version: 2 });
      expect((await use(stage, (runs) => runs.get(ID)))?.run).toEqual({ ...run, ...next, version: 2 });
      expect(await use(stage, (runs) => runs.row(ID))).toEqual({ ...run, ...next, version: 2 });
    },
  },
  {
    name: 'change: with an entry of the audit, which a change that comes second does not leave',
    play: async (stage) => {
      const run = await added(stage);
      const { space, id } = stage;
      const first = { ...attempt(stage, 0), id: 'a-1', action: 'createGroup', caller: id('ann') } as const;
      const outcome = { at: AT, outcome: 'succeeded' } as const;
      const entry = { attempt: first, outcome: { id: 'a-1', ...outcome } };
      await use(stage, (runs) => runs.change(run, { state: 'queued' }, entry));
      const other = { attempt: { ...first, id: 'a-2' }, outcome: { id: 'a-2', ...outcome } };
      await failureFrom(use(stage, (runs) => runs.change(run, { state: 'queued' }, other)));
      const { rows } = await stage.run('ann', ({ auditLog }) => auditLog.read({ spaceId: space.spaceId }));
      expect(rows).toMatchObject([{ id: 'a-1', outcome: 'succeeded', caller: id('ann') }]);
      expect(await resultsOf(stage)).toEqual([]);
    },
  },
  {
    name: 'ofPlace: of one place, newest first, 25 a page',
    play: async (stage) => {
      const all: StoredRun[] = [];
      for (let number = 1; number <= 27; number += 1) {
        all.push(await added(stage, { runId: runId(number), createdAt: await instantOf(stage, number - 60) }));
      }
      await added(stage, { runId: runId(99), place: 'site' });
      const first = await use(stage, (runs) => runs.ofPlace(stage.space.spaceId));
      expect(first.runs).toEqual(all.toReversed().slice(0, 25));
      const rest = await use(stage, (runs) => runs.ofPlace(stage.space.spaceId, first.next));
      expect(rest).toEqual({ runs: all.toReversed().slice(25) });
    },
  },
  {
    name: 'waiting: those that wait, for a time or for somebody, at most 50; once they go on, no longer',
    play: async (stage) => {
      expect(await use(stage, (runs) => runs.waiting())).toEqual({ runs: [], more: false });
      const paused = await added(stage, { runId: runId(100), state: 'waiting', why: 'PAUSED' });
      await added(stage, { runId: runId(101), state: 'running', dueAt: AT });
      await added(stage, { runId: runId(102), state: 'planned' });
      for (let n = 1; n < 50; n += 1) await added(stage, { runId: runId(n), state: 'waiting', dueAt: AT });
      const { runs, more } = await use(stage, (store) => store.waiting());
      expect([runs.length, more]).toEqual([50, false]);
      expect(runs).toContainEqual(paused);
      // Nobody but a person ends its wait.
      expect((await use(stage, (store) => store.due('2100-01-01'))).map((run) => run.runId)).not.toContain(runId(100));
      await added(stage, { runId: runId(103), state: 'waiting' });
      expect(await use(stage, (store) => store.waiting())).toMatchObject({ more: true });
      await use(stage, (store) => store.change(paused, { state: 'queued', dueAt: AT }));
      expect((await use(stage, (store) => store.waiting())).runs.map((run) => run.runId)).not.toContain(runId(100));
    },
  },
  {
    name: 'due: in any state, oldest first, and none that nobody must look at',
    play: async (stage) => {
      const [early, late] = ['2026-11-21T08:00:00.000Z', '2026-11-21T09:00:00.000Z'];
      const second = await added(stage, { runId: runId(1), state: 'cancelled', dueAt: late });
      const first = await added(stage, { runId: runId(2), state: 'running', dueAt: early });
      await added(stage, { runId: runId(3), state: 'done' });
      await added(stage, { runId: runId(4), state: 'waiting', dueAt: AT });
      expect(await use(stage, (runs) => runs.due(AT))).toEqual([first, second]);
    },
  },
];

export const runCases: Case[] = [
  ...rowCases,
  ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
  ...failing(WRITES, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
];
