import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import type { GroupRecord } from '../../../../src/groups/facts';
import { createGroupRecords } from '../../../../src/platform/kvs/group-records';
import { globalPayloads, spacePayloads } from '../../../../src/shared/groups/payloads';
import { GroupId, SpaceId } from '../../../../src/shared/ids';
import { aRecord, createStorage, failureOf, groupId, minute, OTHER_SPACE, SPACE } from './storage-lab';

const records = createGroupRecords();
/** The same as it comes back: nothing was changed in the group since it was recorded. */
function kept(record: GroupRecord): GroupRecord {
  return { ...record, lastChange: `${record.recordedAt}#${record.groupId}` };
}
const conflict = { code: 'CONFLICT', what: 'record' };

async function stored(...all: GroupRecord[]) {
  const storage = createStorage();
  await storage.run(async () => {
    for (const record of all) await records.add(record);
  });
  return storage;
}
function numbered(count: number, fields: Partial<GroupRecord> = {}) {
  return Array.from({ length: count }, (_, index) => aRecord(index, fields));
}
function namesIn({ records: found }: { records: GroupRecord[] }) {
  return found.map(({ groupName }) => groupName);
}

describe('a record', () => {
  it('comes back as it was stored', async ({ expect }) => {
    const refused = aRecord(1, { refused: { action: 'addMember', at: minute(1) } });
    const { run } = await stored(refused, aRecord(2));
    expect(await run(() => records.get(groupId(1)))).toEqual(kept(refused));
    expect(await run(() => records.get(groupId(2)))).toEqual(kept(aRecord(2)));
    expect(await run(() => records.get(groupId(3)))).toBeUndefined();
  });

  it('is added once', async ({ expect }) => {
    const { run } = await stored(aRecord(1));
    expect(await failureOf(run(() => records.add(aRecord(1, { spaceId: OTHER_SPACE }))))).toEqual(conflict);
    expect(await run(() => records.get(groupId(1)))).toMatchObject({ spaceId: SPACE });
  });

  it('is replaced if it is still of the space', async ({ expect }) => {
    const { run } = await stored(aRecord(1));
    await run(() => records.replace(aRecord(1, { spaceId: OTHER_SPACE }), aRecord(1)));
    expect(await run(() => records.get(groupId(1)))).toMatchObject({ spaceId: OTHER_SPACE });
    expect(await failureOf(run(() => records.replace(aRecord(1), aRecord(1))))).toEqual(conflict);
  });

  it('is not replaced by what was read before a right was taken away, or before it was recorded anew', async ({
    expect,
  }) => {
    const changes = [{ deletable: !aRecord(1).deletable }, { recordedAt: '2026-11-21T11:11:11.000Z' }];
    for (const change of changes) {
      const { run } = await stored(aRecord(1, change));
      expect(await failureOf(run(() => records.replace(aRecord(1), aRecord(1))))).toEqual(conflict);
      expect(await run(() => records.get(groupId(1)))).toMatchObject(change);
    }
  });

  it('is not removed after it was changed or recorded anew', async ({ expect }) => {
    for (const change of [{ deletable: !aRecord(1).deletable }, { recordedAt: '2026-11-21T11:11:11.000Z' }]) {
      const { run } = await stored(aRecord(1, change));
      expect(await failureOf(run(() => records.remove(aRecord(1))))).toEqual(conflict);
      expect(await run(() => records.get(groupId(1)))).toMatchObject(change);
    }
  });

  it('is found by its space and name', async ({ expect }) => {
    const { run } = await stored(aRecord(1), aRecord(2));
    const { spaceId, groupName } = aRecord(1);
    expect(await run(() => records.named(spaceId, groupName))).toEqual([kept(aRecord(1))]);
    expect(await run(() => records.named(spaceId, 'another'))).toEqual([]);
  });

  it('is not replaced once it is removed', async ({ expect }) => {
    const { run } = await stored(aRecord(1));
    expect(await run(() => records.remove(aRecord(1)))).toBe(true);
    expect(await run(() => records.remove(aRecord(1)))).toBe(false);
    expect(await failureOf(run(() => records.replace(aRecord(1), aRecord(1))))).toEqual(conflict);
    expect(await run(() => records.get(groupId(1)))).toBeUndefined();
  });

  it('holds a long name of any script within what an index takes', async ({ expect }) => {
    const { run } = await stored(aRecord(1, { groupName: '組'.repeat(400) }));
    expect(namesIn(await run(() => records.ofSpace(SPACE)))).toEqual(['組'.repeat(255)]);
  });
});

describe('the records of a space', () => {
  it('come by name, 25 at a time, without those of other spaces', async ({ expect }) => {
    const { run } = await stored(aRecord(90, { spaceId: OTHER_SPACE }), ...numbered(30).toReversed());
    const first = await run(() => records.ofSpace(SPACE));
    const second = await run(() => records.ofSpace(SPACE, first.next));
    expect([...namesIn(first), ...namesIn(second)]).toEqual(numbered(30).map(({ groupName }) => groupName));
    expect([first.records.length, second.next]).toEqual([25, undefined]);
    expect(spacePayloads.listGroups.safeParse({ after: first.next }).success).toBe(true);
  });

  it('have no next page if there are 25', async ({ expect }) => {
    const { run } = await stored(...numbered(25));
    const page = await run(() => records.ofSpace(SPACE));
    expect([page.records.length, page.next]).toEqual([25, undefined]);
  });

  it('of one name stay on one page', async ({ expect }) => {
    const { run } = await stored(...numbered(25), aRecord(50, { groupName: 'it-024' }), aRecord(51));
    const first = await run(() => records.ofSpace(SPACE));
    const second = await run(() => records.ofSpace(SPACE, first.next));
    expect([first.records.length, first.next]).toEqual([24, 'it-023']);
    expect(namesIn(second)).toEqual(['it-024', 'it-024', 'it-051']);
  });
});

describe('a record of an older version', () => {
  /** As it was stored before there was a last change and a key by name. */
  async function old(...all: GroupRecord[]) {
    const storage = createStorage();
    for (const record of all) {
      const { groupId: key, ...fields } = record;
      const value = { ...fields, groupId: key, site: 'site', sortKey: `${record.spaceId}#${record.groupName}#${key}` };
      await storage.run(() => kvs.entity('group-record').set(key, value));
    }
    return storage;
  }

  it('is read as it is, without a last change', async ({ expect }) => {
    const { run } = await old(aRecord(1));
    expect(await run(() => records.get(groupId(1)))).toEqual(aRecord(1));
    expect(namesIn(await run(() => records.ofSpace(SPACE)))).toEqual(['it-001']);
  });

  it('is in no list by last change or by name until it is written again, with when it was recorded', async ({
    expect,
  }) => {
    const { run } = await old(aRecord(1));
    async function lists() {
      const [changed, found] = await run(() =>
        Promise.all([records.ofSpaceByChange(SPACE), records.startingWith('IT')]),
      );
      return [...changed.records, ...found.records];
    }
    expect(await lists()).toEqual([]);
    await run(() => records.replace(aRecord(1), aRecord(1)));
    expect(await lists()).toEqual([kept(aRecord(1)), kept(aRecord(1))]);
  });
});

describe('the last change in a group', () => {
  it('sorts the records of its space, the latest first, 25 at a time', async ({ expect }) => {
    const changed = numbered(30).map((record, index) => ({ ...record, lastChange: `${minute(index)}#a` }));
    const { run } = await stored(aRecord(90, { spaceId: OTHER_SPACE }), ...changed);
    const first = await run(() => records.ofSpaceByChange(SPACE));
    const second = await run(() => records.ofSpaceByChange(SPACE, first.next));
    expect([...first.records, ...second.records]).toEqual(changed.toReversed());
    expect([first.records.length, second.next]).toEqual([25, undefined]);
  });

  it('stays what it is by then, though the record is replaced as it was read before', async ({ expect }) => {
    const changed = { ...aRecord(1), lastChange: `${minute(9)}#a` };
    const { run } = await stored(changed);
    await run(() => records.replace({ ...aRecord(1), groupName: 'renamed' }, kept(aRecord(1))));
    expect(await run(() => records.get(groupId(1)))).toEqual({ ...changed, groupName: 'renamed' });
  });
});

describe('records of the site by name', () => {
  it('are those that begin so, in any case, 25 at a time', async ({ expect }) => {
    const other = aRecord(90, { groupName: 'HR-writers', spaceId: OTHER_SPACE });
    const { run } = await stored(other, ...numbered(30));
    expect(namesIn(await run(() => records.startingWith('hr-')))).toEqual(['HR-writers']);
    const first = await run(() => records.startingWith('IT-0'));
    const second = await run(() => records.startingWith('IT-0', first.next));
    expect([...namesIn(first), ...namesIn(second)]).toEqual(numbered(30).map(({ groupName }) => groupName));
    expect([first.records.length, second.next]).toEqual([25, undefined]);
    expect((await run(() => records.startingWith(''))).records).toHaveLength(25);
  });
});

describe('all records', () => {
  it('come by space and name, from a position that a page can send back', async ({ expect }) => {
    const spaceId = SpaceId.parse('9'.repeat(20));
    function long(number: number) {
      return {
        groupId: GroupId.parse(`${'g'.repeat(60)}-${number}`),
        spaceId,
        groupName: `${'É '.repeat(100)}${number}`,
      };
    }
    const { run } = await stored(...numbered(24), aRecord(0, long(1)), aRecord(0, long(2)));
    const first = await run(() => records.all());
    expect(globalPayloads.listGroupRecords.safeParse({ after: first.next }).error).toBeUndefined();
    const second = await run(() => records.all(first.next));
    expect([first.records.length, second.records.length, second.next]).toEqual([25, 1, undefined]);
  });
});

describe('which groups are recorded', () => {
  it('is asked 25 at a time, for 200', async ({ expect }) => {
    const { run, targets } = await stored(aRecord(3), aRecord(199));
    const before = targets().length;
    const ids = Array.from({ length: 200 }, (_, index) => groupId(index));
    expect(await run(() => records.recorded([...ids, groupId(3)]))).toEqual(
      new Map([3, 199].map((index) => [groupId(index), kept(aRecord(index))])),
    );
    expect(targets().slice(before)).toEqual(Array.from({ length: 8 }, () => '/api/v1/batch/get'));
  });

  it('costs nothing for none', async ({ expect }) => {
    const { run, targets } = createStorage();
    expect(await run(() => records.recorded([]))).toEqual(new Map());
    expect(targets()).toEqual([]);
  });
});

describe('storage that fails', () => {
  it.for([
    ['a read', '/api/v1/entity/get', 500, () => records.get(groupId(1)), 'nothing'],
    ['a page', '/api/v1/entity/query', 500, () => records.ofSpace(SPACE), 'nothing'],
    ['a batch', '/api/v1/batch/get', 500, () => records.recorded([groupId(1)]), 'nothing'],
    ['an addition without an answer', '/api/v1/entity/set', 500, () => records.add(aRecord(2)), 'unknown'],
    ['an addition that is refused', '/api/v1/entity/set', 429, () => records.add(aRecord(2)), 'nothing'],
    [
      'a replacement that is refused',
      '/api/v1/transaction',
      429,
      () => records.replace(aRecord(1), kept(aRecord(1))),
      'nothing',
    ],
    ['a removal', '/api/v1/transaction', 500, () => records.remove(aRecord(1)), 'unknown'],
  ] as const)('on %s', async ([, target, status, call, changed], { expect }) => {
    const { run, fail } = await stored(aRecord(1));
    fail(target, status);
    expect(await failureOf(run<unknown>(call))).toEqual({ code: 'STORAGE_UNAVAILABLE', changed });
  });
});
