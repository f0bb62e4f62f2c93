// Runs, their lines and how far they have come.
import { expect } from 'vitest';

import type { Attempt } from '../../../../src/broker/audit/entries';
import type { EndedLine, PartRecords, RunStore } from '../../../../src/broker/runs/run-store';
import type { LineState, PartState, RunLine, StoredRun } from '../../../../src/broker/runs/stored-run';
import type { FactChange } from '../../../../src/groups/facts';
import { failureFrom } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';
import { factOf, GROUP, recordGroup } from './memberships';

const CONFLICT = { code: 'CONFLICT', what: 'run' };
const AT = '2026-11-21T09:30:00.000Z';

function runId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
const ID = runId(1);

function use<T>({ run }: Stage, call: (runs: RunStore<FactChange>) => Promise<T>): Promise<T> {
  return run('ann', ({ runs }) => call(runs as RunStore<FactChange>));
}

/** A minute of the stage's time, from now. */
async function instantOf(stage: Stage, minutes = 0): Promise<string> {
  return stage.run('ann', async ({ clock }) => new Date(clock.now() + minutes * 60_000).toISOString());
}

async function aRun(stage: Stage, more: Partial<StoredRun> = {}): Promise<StoredRun> {
  return {
    runId: ID,
    product: 'members',
    source: 'list',
    place: stage.space.spaceId,
    by: stage.id('ann'),
    createdAt: await instantOf(stage),
    writtenBy: '1.2.3',
    lines: 2,
    verdicts: { willChange: 2 },
    state: 'planned',
    version: 1,
    baton: 0,
    ...more,
  };
}

function linesOf(count: number): RunLine[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    verdict: 'willChange',
    command: { operation: 'addMember', accountId: `p${String(index)}` },
  }));
}

async function added(stage: Stage, more: Partial<StoredRun> = {}): Promise<StoredRun> {
  const run = await aRun(stage, more);
  await use(stage, (runs) => runs.add(run, [linesOf(2)], 0));
  return run;
}

const FIRST: PartState = { part: 0, version: 0, state: 'open', lines: {} };
const OPEN: LineState = { attempt: 1, lost: 0, at: AT };
const DONE: LineState = { ...OPEN, outcome: 'succeeded', undo: { operation: 'removeMember' } };

function attempt(stage: Stage, place: number): Attempt {
  const { space, id } = stage;
  const named = { spaceId: space.spaceId, groupId: GROUP, accountId: id('bob'), caller: id('ann'), runId: ID };
  return { id: `${ID}#${String(place + 1)}#1`, at: AT, action: 'addMember', ...named };
}

function ended(place: number, more: Partial<EndedLine<FactChange>> = {}): EndedLine<FactChange> {
  return { id: `${ID}#${String(place + 1)}#1`, at: AT, outcome: 'succeeded', place, ...more };
}

function save(
  stage: Stage,
  seen: PartState,
  next: Partial<PartState>,
  records: PartRecords<FactChange> = {},
): Promise<PartState> {
  const { version: _version, ...rest } = { ...seen, ...next };
  return use(stage, (runs) => runs.savePart(ID, seen, rest, records));
}

async function partNow(stage: Stage): Promise<PartState | undefined> {
  return (await use(stage, (runs) => runs.get(ID)))?.parts[0];
}

async function resultsOf(stage: Stage) {
  return (await stage.run('ann', ({ auditLog }) => auditLog.read({ runId: ID }))).rows;
}

const READS: Record<string, Call> = {
  get: { as: 'ann', call: 'read run', use: ({ runs }) => runs.get(ID) },
  lines: { as: 'ann', call: 'read lines', use: ({ runs }) => runs.lines(ID, [0]) },
  ofPlace: { as: 'ann', call: 'read runs of place', use: ({ runs }) => runs.ofPlace('site') },
  due: { as: 'ann', call: 'read due runs', use: ({ runs }) => runs.due(AT) },
};
const WRITES: Record<string, Call> = {
  add: {
    as: 'ann',
    call: 'add run',
    use: async ({ runs }, stage) => runs.add(await staticRun(stage), [linesOf(1)], 0),
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

/** A change of what is known of bob's membership, on the record as it is now. */
async function change(stage: Stage, attemptId: string, who: 'bob' | 'cy' = 'bob'): Promise<FactChange> {
  const record = await stage.run('ann', ({ groupRecords }) => groupRecords.get(GROUP));
  if (record === undefined) throw new Error('No record');
  const accountId = stage.id(who);
  return { attemptId, at: AT, accountId, record, before: undefined, after: factOf(stage, accountId, { attemptId }) };
}

function bobIn(stage: Stage) {
  return stage.run('ann', async ({ memberships }) =>
    (await memberships.of(GROUP, [stage.id('bob')])).get(stage.id('bob')),
  );
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
      const second = use(stage, (runs) => runs.change(run, { state: 'cancelled' }));
      expect(await failureFrom(second)).toEqual(CONFLICT);
      expect((await use(stage, (runs) => runs.get(ID)))?.run).toEqual(now);
    },
  },
  {
    name: 'change: every field that can change, beside those that can not',
    play: async (stage) => {
      const run = await added(stage, { typed: 21, undoes: runId(2), about: { groups: 1 } });
      const when = { dueAt: AT, batonAt: AT, waitsUntil: AT, appliedAt: AT, endedAt: AT, siteAdminUntil: AT };
      const next = { ...when, state: 'waiting', why: 'POINTS_SPENT', baton: 3, troubles: 2 } as const;
      expect(await use(stage, (runs) => runs.change(run, next))).toEqual({ ...run, ...next, version: 2 });
      expect((await use(stage, (runs) => runs.get(ID)))?.run).toEqual({ ...run, ...next, version: 2 });
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

const partCases: Case[] = [
  {
    name: 'savePart: attempts before their effects, under the run and the group alone, and never to be settled by the hour',
    play: async (stage) => {
      await added(stage);
      const lease = { lease: 'l-1', leasedUntil: AT, lines: { 0: OPEN } };
      const now = await save(stage, FIRST, lease, { attempts: [attempt(stage, 0)] });
      expect(now).toEqual({ ...FIRST, ...lease, version: 1 });
      expect(await partNow(stage)).toEqual(now);
      const { id, space } = stage;
      const row = { id: attempt(stage, 0).id, caller: id('ann'), spaceId: space.spaceId, accountId: id('bob') };
      expect(await resultsOf(stage)).toMatchObject([row]);
      const read = (filter: object) => stage.run('ann', ({ auditLog }) => auditLog.read(filter));
      expect((await read({ groupId: GROUP })).rows).toMatchObject([row]);
      expect((await read({ groupId: GROUP, spaceId: space.spaceId })).rows).toMatchObject([row]);
      expect((await read({ target: id('bob'), spaceId: space.spaceId })).rows).toMatchObject([row]);
      expect((await read({ groupId: GROUP, spaceId: stage.otherSpace.spaceId })).rows).toEqual([]);
      expect((await read({ spaceId: space.spaceId })).rows).toEqual([]);
      expect((await read({ caller: id('ann') })).rows).toEqual([]);
      expect((await read({})).rows).toEqual([]);
      expect(await stage.run('ann', ({ auditLog }) => auditLog.unsettled('2027'))).toEqual({ attempts: [] });
    },
  },
  {
    name: 'savePart: who saw an earlier version fails, and leaves nothing',
    play: async (stage) => {
      await added(stage);
      const now = await save(stage, FIRST, { lease: 'l-1' });
      const second = save(stage, FIRST, { lease: 'l-2' }, { attempts: [attempt(stage, 0)], spent: 5 });
      expect(await failureFrom(second)).toEqual(CONFLICT);
      expect(await partNow(stage)).toEqual(now);
      expect(await resultsOf(stage)).toEqual([]);
      expect((await use(stage, (runs) => runs.get(ID)))?.spent).toBe(0);
    },
  },
  {
    name: 'savePart: only while the run is as it was seen, if that is asked for',
    play: async (stage) => {
      const run = await added(stage);
      const first = await save(stage, FIRST, { lines: { 0: OPEN } }, { whileRun: run });
      await use(stage, (runs) => runs.change(run, { state: 'cancelled' }));
      const next = { lines: { 0: DONE } };
      expect(await failureFrom(save(stage, first, next, { ended: [ended(0)], whileRun: run }))).toEqual(CONFLICT);
      expect(await partNow(stage)).toEqual(first);
      expect(await save(stage, first, next, { ended: [ended(0)] })).toEqual({ ...first, ...next, version: 2 });
    },
  },
  {
    name: 'savePart: outcomes with the facts that they leave, and points of all runs in this hour',
    play: async (stage) => {
      const run = await added(stage);
      await recordGroup(stage);
      const seen = await save(stage, FIRST, { lines: { 0: OPEN } }, { attempts: [attempt(stage, 0)], spent: 40 });
      const one = ended(0, { change: await change(stage, attempt(stage, 0).id) });
      await save(stage, seen, { state: 'done', lines: { 0: DONE } }, { ended: [one], spent: 2, whileRun: run });
      expect(await partNow(stage)).toEqual({ ...FIRST, version: 2, state: 'done', lines: { 0: DONE } });
      expect(await bobIn(stage)).toEqual(one.change?.after);
      expect(await resultsOf(stage)).toMatchObject([{ outcome: 'succeeded' }]);
      await use(stage, async (runs) => runs.add(await aRun(stage, { runId: runId(2) }), [linesOf(2)], 100));
      expect((await use(stage, (runs) => runs.get(ID)))?.spent).toBe(142);
      stage.advance(3_600_000);
      expect((await use(stage, (runs) => runs.get(ID)))?.spent).toBe(0);
    },
  },
  {
    name: 'savePart: as many outcomes, facts and attempts as fit at once',
    play: async (stage) => {
      const run = await added(stage, { lines: 100 });
      await recordGroup(stage);
      const people = stage.people(20);
      const attempts = people.map((accountId, place) => ({ ...attempt(stage, place), accountId }));
      const open = Object.fromEntries(people.map((_, place) => [place, OPEN]));
      const seen = await save(stage, FIRST, { lines: open }, { attempts, spent: 1, whileRun: run });
      const { record } = await change(stage, 'any');
      const all = people.slice(0, 10).map((accountId, place) => {
        const attemptId = attempt(stage, place).id;
        const after = factOf(stage, accountId, { attemptId });
        return ended(place, { change: { attemptId, at: AT, accountId, record, before: undefined, after } });
      });
      await save(stage, seen, { lines: open }, { ended: all, spent: 1, whileRun: run });
      expect((await stage.run('ann', ({ memberships }) => memberships.of(GROUP, people))).size).toBe(10);
    },
  },
  {
    name: 'savePart: more than fits at once fails, and leaves nothing',
    play: async (stage) => {
      const run = await added(stage);
      const attempts = Array.from({ length: 23 }, (_, place) => attempt(stage, place));
      const tooMany = save(stage, FIRST, {}, { attempts, spent: 1, whileRun: run });
      expect(await failureFrom(tooMany)).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
      expect(await partNow(stage)).toEqual(FIRST);
    },
  },
  {
    name: 'savePart: beside a change of somebody else in the group, both are kept',
    play: async (stage) => {
      await added(stage);
      await recordGroup(stage);
      const stale = await change(stage, attempt(stage, 0).id);
      const other = await change(stage, 'a-9', 'cy');
      await stage.run('ann', ({ memberJournal }) =>
        memberJournal.settle([{ id: 'a-9', at: AT, outcome: 'succeeded', change: other }]),
      );
      const now = await save(stage, FIRST, { lines: { 0: DONE } }, { ended: [ended(0, { change: stale })] });
      expect(now.lines[0]).toEqual(DONE);
      expect(await bobIn(stage)).toEqual(stale.after);
    },
  },
  {
    name: 'savePart: of a membership that somebody else changed meanwhile, what they left stays, and the line says so',
    play: async (stage) => {
      await added(stage);
      await recordGroup(stage);
      const first = await change(stage, attempt(stage, 0).id);
      const second = await change(stage, attempt(stage, 1).id, 'cy');
      const theirs = [await change(stage, 'a-8'), await change(stage, 'a-9', 'cy')];
      await stage.run('ann', ({ memberJournal }) =>
        memberJournal.settle(theirs.map((one) => ({ id: one.attemptId, at: AT, outcome: 'succeeded', change: one }))),
      );
      const prior = { prior: { since: AT } };
      const otherwise = { outcome: 'failed', code: 'CONFLICT' } as const;
      const both = [ended(0, { change: first, ...prior }), ended(1, { change: second, otherwise })];
      const attempts = [attempt(stage, 0), attempt(stage, 1)];
      const seen = await save(stage, FIRST, { lines: { 0: OPEN, 1: OPEN } }, { attempts });
      const now = await save(stage, seen, { lines: { 0: DONE, 1: DONE } }, { ended: both });
      const { undo: _undo, ...left } = DONE;
      expect(now.lines).toEqual({
        0: { ...left, withoutChange: true },
        1: { ...left, ...otherwise, withoutChange: true },
      });
      expect(await partNow(stage)).toEqual(now);
      expect(await bobIn(stage)).toEqual(theirs[0]?.after);
      const outcomes = (await resultsOf(stage)).map(({ id, outcome, code }) => [id.slice(-3), outcome, code]);
      expect(outcomes.toSorted()).toEqual([
        ['1#1', 'succeeded', undefined],
        ['2#1', 'failed', 'CONFLICT'],
      ]);
    },
  },
];

export const runCases: Case[] = [
  ...rowCases,
  ...partCases,
  ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
  ...failing(WRITES, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
];
