// Steps of a part of a run, and what is stored with them.
import { expect } from 'vitest';

import type { AuditFilter } from '../../../../src/broker/audit/entries';
import type { EndedLine } from '../../../../src/broker/runs/run-store';
import type { StoredChange } from '../../../../src/groups/facts';
import { failureFrom } from '../../../support/ports/builders';
import type { Case } from '../case';
import type { Stage } from '../stage';
import { factOf, GROUP, recordGroup } from './memberships';
import {
  CONFLICT,
  AT,
  ID,
  FIRST,
  OPEN,
  DONE,
  runId,
  use,
  aRun,
  linesOf,
  added,
  attempt,
  ended,
  save,
  partNow,
  resultsOf,
  change,
  bobIn,
} from './run-stage';

async function look() {
  return 'member' as const;
}

export const runPartCases: Case[] = [
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
      function read(filter: AuditFilter) {
        return stage.run('ann', ({ auditLog }) => auditLog.read(filter));
      }
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
        return ended(place, { change: { attemptId, at: AT, accountId, record, before: undefined, after, look } });
      });
      await save(stage, seen, { lines: open }, { ended: all, spent: 1, whileRun: run });
      expect((await stage.run('ann', ({ memberships }) => memberships.of(GROUP, people))).size).toBe(10);
    },
  },
  {
    name: 'savePart: ten outcomes that change ten groups, each with its fact, and the points once',
    play: async (stage) => {
      const run = await added(stage, { lines: 100 });
      const places = Array.from({ length: 10 }, (_, place) => place);
      const open = Object.fromEntries(places.map((place) => [place, OPEN]));
      const attempts = places.map((place) => attempt(stage, place));
      const seen = await save(stage, FIRST, { lines: open }, { attempts, whileRun: run });
      const all: EndedLine<StoredChange>[] = [];
      for (const place of places) all.push(await inGroupOfItsOwn(stage, place));
      const lines = Object.fromEntries(places.map((place) => [place, DONE]));
      const now = await save(stage, seen, { state: 'done', lines }, { ended: all, spent: 7, whileRun: run });
      expect(now).toMatchObject({ state: 'done', lines });
      expect(await partNow(stage)).toEqual(now);
      const bob = stage.id('bob');
      const facts = await stage.run('ann', ({ memberships }) => memberships.ofAccount(bob));
      expect(facts.facts).toHaveLength(10);
      expect((await use(stage, (runs) => runs.get(ID)))?.spent).toBe(7);
      expect((await resultsOf(stage)).filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(10);
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
      expect(outcomes.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))).toEqual([
        ['1#1', 'succeeded', undefined],
        ['2#1', 'failed', 'CONFLICT'],
      ]);
    },
  },
];

/** An outcome of bob's in a group that no other one changes. */
async function inGroupOfItsOwn(stage: Stage, place: number) {
  const { groupId } = await recordGroup(stage, String(place));
  const record = await stage.run('ann', ({ groupRecords }) => groupRecords.get(groupId));
  if (record === undefined) throw new Error('No record');
  const attemptId = attempt(stage, place).id;
  const accountId = stage.id('bob');
  const after = factOf(stage, accountId, { attemptId, groupId });
  return ended(place, { change: { attemptId, at: AT, accountId, record, before: undefined, after, look } });
}
