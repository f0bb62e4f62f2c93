// Records of groups that runs add and remove, in one step with attempt and outcome.
import { expect } from 'vitest';

import type { GroupRecord, RecordChange, SettingVersions } from '../../../../src/groups/facts';
import type { GroupSettings } from '../../../../src/groups/store-ports';
import { aGroupId, failureFrom, someRules } from '../../../support/ports/builders';
import type { Case } from '../case';
import type { Stage } from '../stage';
import { recordOf } from './group-records';
import { added, aRun, AT, attempt, CONFLICT, DONE, ended, FIRST, ID, linesOf, resultsOf, save, use } from './run-stage';

const OTHERWISE = { outcome: 'failed', code: 'CONFLICT' } as const;

function attemptId(place: number): string {
  return `${ID}#${String(place + 1)}#1`;
}

/** A group that a line of a run takes over. */
function taken(stage: Stage, place: number): GroupRecord {
  return { ...recordOf(stage, `taken-${String(place)}`), origin: 'adopted', attemptId: attemptId(place), runId: ID };
}

function taking(stage: Stage, place: number, mark?: number, settings?: SettingVersions) {
  const record = taken(stage, place);
  const of = { attemptId: attemptId(place), groupId: record.groupId };
  const read = { ...(mark !== undefined && { mark }), ...(settings !== undefined && { settings }) };
  const change: RecordChange = { ...of, added: record, ...read };
  return ended<RecordChange>(place, { change, otherwise: OTHERWISE });
}

function leaving(place: number, removed: GroupRecord) {
  const change: RecordChange = { attemptId: attemptId(place), groupId: removed.groupId, removed };
  return ended<RecordChange>(place, { change, otherwise: OTHERWISE });
}

function attempts(stage: Stage, count: number) {
  return Array.from({ length: count }, (_, place) => attempt(stage, place));
}

function records(stage: Stage, count: number) {
  const ids = Array.from({ length: count }, (_, place) => taken(stage, place).groupId);
  return stage.run('ann', ({ groupRecords }) => groupRecords.recorded(ids));
}

const LINES = { 0: { attempt: 1, lost: 0, at: AT, outcome: 'succeeded' }, 1: DONE } as const;

export const runRecordCases: Case[] = [
  {
    name: 'decisionReads: all that is stored at this moment, for groups that are to get records, with a mark that moves when one is added',
    play: async (stage) => {
      const { run } = stage;
      const [record, other] = [recordOf(stage, 'a'), recordOf(stage, 'b')];
      function read() {
        return run('ann', ({ decisionReads }) => decisionReads.readForAdding([record.groupId, other.groupId]));
      }
      const none = await read();
      expect(none).toMatchObject({ privilegedUser: { value: {}, version: 0 }, observation: undefined });
      expect(none.records).toEqual(new Map());
      expect((await read()).mark).toBe(none.mark);
      await run('ann', ({ groupRecords }) => groupRecords.add(record));
      const one = await read();
      expect([...one.records.values()]).toMatchObject([record]);
      expect(one.mark).not.toBe(none.mark);
      await run('ann', ({ settings }) => settings.saveRules(someRules({ blockList: ['finance'] }), 0));
      expect((await read()).rules).toMatchObject({ blockList: ['finance'] });
    },
  },
  {
    name: 'savePart: as many attempts, outcomes and records as fit at once',
    play: async (stage) => {
      const run = await aRun(stage, { lines: 7 });
      await use(stage, (runs) => runs.add(run, [linesOf(7)], 0));
      const all = Array.from({ length: 7 }, (_, place) => taking(stage, place));
      await save(stage, FIRST, { lines: LINES }, { attempts: attempts(stage, 7), ended: all, spent: 1, whileRun: run });
      const found = await records(stage, 7);
      expect(found.size).toBe(7);
      expect(found.get(taken(stage, 6).groupId)).toMatchObject(taken(stage, 6));
      expect((await resultsOf(stage)).map(({ outcome }) => outcome)).toEqual(
        Array.from({ length: 7 }, () => 'succeeded'),
      );
    },
  },
  {
    name: 'savePart: a group that somebody else has taken meanwhile stays theirs, and its line says so',
    play: async (stage) => {
      const run = await added(stage);
      const theirs = recordOf(stage, 'taken-0');
      await stage.run('ann', ({ groupRecords }) => groupRecords.add(theirs));
      const both = [taking(stage, 0), taking(stage, 1)];
      const now = await save(
        stage,
        FIRST,
        { lines: LINES },
        { attempts: attempts(stage, 2), ended: both, whileRun: run },
      );
      expect(now.lines[0]).toEqual({ ...LINES[0], ...OTHERWISE, withoutChange: true });
      expect(now.lines[1]).toEqual(DONE);
      const found = await records(stage, 2);
      expect(found.get(theirs.groupId)?.attemptId).toBeUndefined();
      expect(found.get(taken(stage, 1).groupId)).toMatchObject(taken(stage, 1));
      const outcomes = (await resultsOf(stage)).map(({ id, outcome, code }) => [id.slice(-3), outcome, code]);
      expect(outcomes.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))).toEqual([
        ['1#1', 'failed', 'CONFLICT'],
        ['2#1', 'succeeded', undefined],
      ]);
    },
  },
  {
    name: 'savePart: groups that were decided by settings which no longer stand get no record; by those that stand, as many as fit',
    play: async (stage) => {
      const run = await aRun(stage, { lines: 6 });
      await use(stage, (runs) => runs.add(run, [linesOf(6)], 0));
      function take(meanwhile?: (settings: GroupSettings) => Promise<unknown>) {
        return stage.run('ann', async ({ decisionReads, runs, settings }) => {
          const { mark, settings: seen } = await decisionReads.readForAdding([taken(stage, 0).groupId]);
          await meanwhile?.(settings);
          const all = Array.from({ length: 6 }, (_, place) => taking(stage, place, mark, seen));
          const step = { attempts: attempts(stage, 6), ended: all, spent: 1, whileRun: run };
          return runs.savePart(ID, FIRST, { ...FIRST, lines: LINES }, step);
        });
      }
      const late = take((settings) => settings.saveRules(someRules({ blockList: ['finance'] }), 0));
      expect(await failureFrom(late)).toEqual({ code: 'CONFLICT', what: 'settings' });
      expect([(await records(stage, 6)).size, await resultsOf(stage)]).toEqual([0, []]);
      await take();
      expect((await records(stage, 6)).size).toBe(6);
    },
  },
  {
    name: 'savePart: a group that was free at the mark of its change, and that somebody else has taken since, stays theirs',
    play: async (stage) => {
      const run = await added(stage);
      const theirs = recordOf(stage, 'taken-0');
      const now = await stage.run('ann', async ({ decisionReads, groupRecords, runs }) => {
        const { mark } = await decisionReads.readForAdding([theirs.groupId]);
        await groupRecords.add(theirs);
        const both = [taking(stage, 0, mark), taking(stage, 1, mark)];
        const step = { attempts: attempts(stage, 2), ended: both, whileRun: run };
        return runs.savePart(ID, FIRST, { ...FIRST, lines: LINES }, step);
      });
      expect(now.lines[0]).toEqual({ ...LINES[0], ...OTHERWISE, withoutChange: true });
      expect(now.lines[1]).toEqual(DONE);
      const found = await records(stage, 2);
      expect(found.get(theirs.groupId)?.attemptId).toBeUndefined();
      expect(found.get(taken(stage, 1).groupId)).toMatchObject(taken(stage, 1));
    },
  },
  {
    name: 'savePart: no record while the run is another one',
    play: async (stage) => {
      const run = await added(stage);
      await use(stage, (runs) => runs.change(run, { state: 'cancelled' }));
      const step = { attempts: attempts(stage, 1), ended: [taking(stage, 0)], whileRun: run };
      expect(await failureFrom(save(stage, FIRST, { lines: LINES }, step))).toEqual(CONFLICT);
      expect((await records(stage, 1)).size).toBe(0);
      const { groupId, spaceId, groupName } = taken(stage, 0);
      await stage.run('ann', async ({ groupRecords }) => {
        expect(await groupRecords.get(groupId)).toBeUndefined();
        expect((await groupRecords.ofSpace(spaceId)).records).toEqual([]);
        expect((await groupRecords.all()).records).toEqual([]);
        expect(await groupRecords.named(spaceId, groupName)).toEqual([]);
        expect((await groupRecords.startingWith('')).records).toEqual([]);
        expect((await groupRecords.ofSpaceByChange(spaceId)).records).toEqual([]);
      });
    },
  },
  {
    name: 'savePart: a group that a run came to in vain can be recorded, once',
    play: async (stage) => {
      const run = await added(stage);
      await use(stage, (runs) => runs.change(run, { state: 'cancelled' }));
      const step = { attempts: attempts(stage, 1), ended: [taking(stage, 0)], whileRun: run };
      await failureFrom(save(stage, FIRST, { lines: LINES }, step));
      const record = recordOf(stage, 'taken-0');
      const all = await Promise.all(
        [1, 2, 3].map(async () => failureFrom(stage.run('ann', ({ groupRecords }) => groupRecords.add(record)))),
      );
      expect(all.filter((one) => JSON.stringify(one) === '{}').length).toBe(1);
      expect(all.filter((one) => (one as { code?: string }).code === 'CONFLICT').length).toBe(2);
      expect((await records(stage, 1)).get(record.groupId)).toMatchObject(record);
    },
  },
  {
    name: 'savePart: removes the records that were read, and keeps one that was changed meanwhile',
    play: async (stage) => {
      const run = await added(stage);
      const seen = await save(
        stage,
        FIRST,
        { lines: LINES },
        { attempts: attempts(stage, 2), ended: [taking(stage, 0), taking(stage, 1)], whileRun: run },
      );
      const [one, other] = [taken(stage, 0), taken(stage, 1)];
      await stage.run('boss', ({ groupRecords }) =>
        groupRecords.replace({ ...other, spaceId: stage.otherSpace.spaceId }, other),
      );
      const again = [leaving(0, one), leaving(1, other)];
      const now = await save(stage, seen, { lines: LINES }, { ended: again, whileRun: run });
      expect(now.lines[0]).toEqual(LINES[0]);
      expect(now.lines[1]).toMatchObject({ ...OTHERWISE, withoutChange: true });
      const found = await records(stage, 2);
      expect([...found.keys()]).toEqual([aGroupId(other.groupId)]);
      await stage.run('ann', ({ groupRecords }) => groupRecords.add(one));
      expect((await records(stage, 2)).size).toBe(2);
    },
  },
];
