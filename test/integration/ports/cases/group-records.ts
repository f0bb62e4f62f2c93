// Which group belongs to which space.
import { expect } from 'vitest';

import type { GroupRecord } from '../../../../src/groups/facts';
import { GroupId } from '../../../../src/shared/ids';
import { aGroupId, failureFrom } from '../../../support/ports/builders';
import type { Case } from '../case';
import type { Stage } from '../stage';

export function recordOf({ id, space }: Stage, name: string, more: Partial<GroupRecord> = {}): GroupRecord {
  return {
    groupId: GroupId.parse(`g-${name}`),
    spaceId: space.spaceId,
    groupName: name,
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: id('ann'),
    recordedAt: '2026-11-21T09:00:00.000Z',
    ...more,
  };
}

/** As it comes back: nothing was changed in the group since it was recorded. */
function kept(record: GroupRecord): GroupRecord {
  return { ...record, lastChange: `${record.recordedAt}#${record.attemptId ?? record.groupId}` };
}

const CONFLICT_OF_RECORDS = { code: 'CONFLICT', what: 'record' };

export const groupRecordCases: Case[] = [
  {
    name: 'get: a record as it was added, with all that it can hold and without; none of another group',
    play: async (stage) => {
      const { run } = stage;
      const plain = recordOf(stage, 'a');
      const full = recordOf(stage, 'b', {
        grantsProductAccess: true,
        attemptId: '00000000-0000-4000-8000-000000000001',
        runId: '00000000-0000-4000-8000-000000000002',
        refused: { action: 'addMember', at: '2026-11-21T09:30:00.000Z' },
        replacedBy: aGroupId('g-c'),
        replacedSince: '2026-11-21T09:40:00.000Z',
        replaces: aGroupId('g-a'),
      });
      await run('ann', ({ groupRecords }) => groupRecords.add(plain));
      await run('ann', ({ groupRecords }) => groupRecords.add(full));
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(plain.groupId))).toEqual(kept(plain));
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(full.groupId))).toEqual(kept(full));
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(aGroupId('g-none')))).toBeUndefined();
    },
  },
  {
    name: 'get, ofSpaceByChange: of an older version, without a last change until it is replaced',
    play: async (stage) => {
      const { run, space } = stage;
      const old = recordOf(stage, 'a');
      await stage.hasOldRecord(old);
      function changed() {
        return run('ann', ({ groupRecords }) => groupRecords.ofSpaceByChange(space.spaceId));
      }
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(old.groupId))).toEqual(old);
      expect(await changed()).toEqual({ records: [] });
      await run('ann', ({ groupRecords }) => groupRecords.replace(old, old));
      expect(await changed()).toEqual({ records: [kept(old)] });
    },
  },
  {
    name: 'add: one record a group',
    play: async (stage) => {
      const { run, otherSpace } = stage;
      await run('ann', ({ groupRecords }) => groupRecords.add(recordOf(stage, 'a')));
      const second = recordOf(stage, 'a', { spaceId: otherSpace.spaceId });
      expect(await failureFrom(run('bob', ({ groupRecords }) => groupRecords.add(second)))).toEqual(
        CONFLICT_OF_RECORDS,
      );
    },
  },
  {
    name: 'replace: what was seen, with the same space and rights; fails if it was changed or is gone',
    play: async (stage) => {
      const { run, otherSpace } = stage;
      const [seen, next] = [recordOf(stage, 'a'), recordOf(stage, 'a', { groupName: 'renamed' })];
      function replace(record: GroupRecord, by = seen) {
        return run('ann', ({ groupRecords }) => groupRecords.replace(record, by));
      }
      expect(await failureFrom(replace(next))).toEqual(CONFLICT_OF_RECORDS);
      await run('ann', ({ groupRecords }) => groupRecords.add(seen));
      await replace(next);
      // Another name isn't another record, nor is another last change, which stays.
      const locked = recordOf(stage, 'a', { deletable: false });
      await replace(locked);
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(seen.groupId))).toEqual(kept(locked));
      for (const by of [seen, { ...locked, spaceId: otherSpace.spaceId }, { ...locked, recordedAt: '2026-01-01' }]) {
        expect(await failureFrom(replace(next, by))).toEqual(CONFLICT_OF_RECORDS);
      }
    },
  },
  {
    name: 'replace: which group takes its place, and none; fails if that was changed meanwhile',
    play: async (stage) => {
      const { run } = stage;
      const seen = recordOf(stage, 'a');
      const replaced = { ...seen, replacedBy: aGroupId('g-b'), replacedSince: '2026-11-21T09:40:00.000Z' };
      function replace(record: GroupRecord, by: GroupRecord) {
        return run('ann', ({ groupRecords }) => groupRecords.replace(record, by));
      }
      await run('ann', ({ groupRecords }) => groupRecords.add(seen));
      await replace(replaced, seen);
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(seen.groupId))).toEqual(kept(replaced));
      const stale = recordOf(stage, 'a', { groupName: 'renamed' });
      expect(await failureFrom(replace(stale, seen))).toEqual(CONFLICT_OF_RECORDS);
      await replace(seen, replaced);
      expect(await failureFrom(replace(seen, replaced))).toEqual(CONFLICT_OF_RECORDS);
      expect(await run('ann', ({ groupRecords }) => groupRecords.get(seen.groupId))).toEqual(kept(seen));
      await replace(replaced, seen);
      // It isn't what makes it another record.
      expect(await run('ann', ({ groupRecords }) => groupRecords.remove(seen))).toBe(true);
    },
  },
  {
    name: 'remove: what was seen; false if it is gone; fails if it was changed',
    play: async (stage) => {
      const { run } = stage;
      const seen = recordOf(stage, 'a');
      function remove(record: GroupRecord) {
        return run('ann', ({ groupRecords }) => groupRecords.remove(record));
      }
      await run('ann', ({ groupRecords }) => groupRecords.add(seen));
      expect(await failureFrom(remove({ ...seen, deletable: false }))).toEqual(CONFLICT_OF_RECORDS);
      expect([await remove(seen), await remove(seen)]).toEqual([true, false]);
    },
  },
  {
    name: 'hasAtLeast: counts the records of one space, over a hundred too',
    play: async (stage) => {
      const { run, space, otherSpace } = stage;
      function hasAtLeast(many: number) {
        return run('ann', ({ groupRecords }) => groupRecords.hasAtLeast(space.spaceId, many));
      }
      expect(await hasAtLeast(1)).toBe(false);
      await run('ann', async ({ groupRecords }) => {
        for (let index = 0; index < 101; index += 1) await groupRecords.add(recordOf(stage, String(index)));
        await groupRecords.add(recordOf(stage, 'other', { spaceId: otherSpace.spaceId }));
      });
      expect([await hasAtLeast(100), await hasAtLeast(101), await hasAtLeast(102)]).toEqual([true, true, false]);
    },
  },
  {
    name: 'ofSpace, all: 25 at once by name, and where the next begin; of other spaces in the second only',
    play: async (stage) => {
      const { run, otherSpace } = stage;
      const names = Array.from({ length: 27 }, (_, n) => `group-${String(n).padStart(2, '0')}`);
      for (const name of names.toReversed()) {
        await run('ann', ({ groupRecords }) => groupRecords.add(recordOf(stage, name)));
      }
      const other = recordOf(stage, 'other', { spaceId: otherSpace.spaceId });
      await run('ann', ({ groupRecords }) => groupRecords.add(other));
      function ofSpace(after?: string) {
        return run('ann', ({ groupRecords }) => groupRecords.ofSpace(stage.space.spaceId, after));
      }
      function all(after?: string) {
        return run('ann', ({ groupRecords }) => groupRecords.all(after));
      }
      for (const [read, expected] of [
        [ofSpace, names],
        [all, [...names, 'other']],
      ] as const) {
        const first = await read();
        expect(first.records).toHaveLength(25);
        const second = await read(first.next);
        expect(second.next).toBeUndefined();
        const found = [...first.records, ...second.records].map(({ groupName }) => groupName);
        expect(found.toSorted()).toEqual(expected.toSorted());
        expect(new Set(found.filter((name) => name !== 'other'))).toEqual(new Set(names));
        expect(found.filter((name) => name !== 'other')).toEqual(names);
      }
    },
  },
  {
    name: 'ofSpace: a page never ends between two records of one name',
    play: async (stage) => {
      const { run } = stage;
      for (let n = 0; n < 24; n += 1) {
        await run('ann', ({ groupRecords }) =>
          groupRecords.add(recordOf(stage, `group-${String(n).padStart(2, '0')}`)),
        );
      }
      for (const groupId of ['g-twin-1', 'g-twin-2'].map(aGroupId)) {
        await run('ann', ({ groupRecords }) => groupRecords.add(recordOf(stage, 'twin', { groupId })));
      }
      const first = await run('ann', ({ groupRecords }) => groupRecords.ofSpace(stage.space.spaceId));
      expect(first.records).toHaveLength(24);
      const second = await run('ann', ({ groupRecords }) => groupRecords.ofSpace(stage.space.spaceId, first.next));
      expect(second.records.map(({ groupName }) => groupName)).toEqual(['twin', 'twin']);
    },
  },
  {
    name: 'named: under this name as it is written; recorded: those that have a record',
    play: async (stage) => {
      const { run, space } = stage;
      const [a, b] = [recordOf(stage, 'a'), recordOf(stage, 'b')];
      for (const record of [a, b]) await run('ann', ({ groupRecords }) => groupRecords.add(record));
      function named(name: string) {
        return run('ann', ({ groupRecords }) => groupRecords.named(space.spaceId, name));
      }
      expect([await named('a'), await named('A')]).toEqual([[kept(a)], []]);
      const asked = [b.groupId, aGroupId('g-none')];
      expect(await run('ann', ({ groupRecords }) => groupRecords.recorded(asked))).toEqual(
        new Map([[b.groupId, kept(b)]]),
      );
    },
  },
  {
    name: 'ofSpaceByChange: 25 at once, the latest change first, and where the next begin',
    play: async (stage) => {
      const { run, space, otherSpace } = stage;
      const names = Array.from({ length: 27 }, (_, n) => `group-${String(n).padStart(2, '0')}`);
      for (const [index, name] of names.entries()) {
        const lastChange = `2026-11-21T10:${String(index).padStart(2, '0')}:00.000Z#a`;
        await run('ann', ({ groupRecords }) => groupRecords.add(recordOf(stage, name, { lastChange })));
      }
      const other = recordOf(stage, 'other', { spaceId: otherSpace.spaceId });
      await run('ann', ({ groupRecords }) => groupRecords.add(other));
      function read(before?: string) {
        return run('ann', ({ groupRecords }) => groupRecords.ofSpaceByChange(space.spaceId, before));
      }
      const first = await read();
      const second = await read(first.next);
      expect([first.records.length, second.next]).toEqual([25, undefined]);
      expect([...first.records, ...second.records].map(({ groupName }) => groupName)).toEqual(names.toReversed());
    },
  },
  {
    name: 'startingWith: of the whole site, in any case, 25 at once, and where the next begin',
    play: async (stage) => {
      const { run, otherSpace } = stage;
      const names = Array.from({ length: 27 }, (_, n) => `group-${String(n).padStart(2, '0')}`);
      for (const name of names.toReversed()) {
        await run('ann', ({ groupRecords }) => groupRecords.add(recordOf(stage, name)));
      }
      const other = recordOf(stage, 'Other', { spaceId: otherSpace.spaceId });
      await run('ann', ({ groupRecords }) => groupRecords.add(other));
      function find(text: string, after?: string) {
        return run('ann', ({ groupRecords }) => groupRecords.startingWith(text, after));
      }
      expect((await find('oTH')).records).toEqual([kept(other)]);
      const first = await find('Group-');
      const second = await find('Group-', first.next);
      expect([first.records.length, second.next]).toEqual([25, undefined]);
      expect([...first.records, ...second.records].map(({ groupName }) => groupName)).toEqual(names);
    },
  },
];
