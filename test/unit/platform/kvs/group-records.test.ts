import { describe, it } from 'vitest';

import type { GroupRecord } from '../../../../src/groups/facts';
import { createGroupRecords } from '../../../../src/platform/kvs/group-records';
import { globalPayloads, spacePayloads } from '../../../../src/shared/groups/payloads';
import { GroupId, SpaceId } from '../../../../src/shared/ids';
import { ADA, createStorage, failureOf, groupId, minute, OTHER_SPACE, SPACE } from './storage-lab';

const records = createGroupRecords();
function aRecord(number: number, fields: Partial<GroupRecord> = {}): GroupRecord {
  return {
    groupId: groupId(number),
    spaceId: SPACE,
    groupName: `it-${String(number).padStart(3, '0')}`,
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: ADA,
    recordedAt: minute(0),
    ...fields,
  };
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
    expect(await run(() => records.get(groupId(1)))).toEqual(refused);
    expect(await run(() => records.get(groupId(2)))).toEqual(aRecord(2));
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
    expect(await run(() => records.named(spaceId, groupName))).toEqual([aRecord(1)]);
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
      new Map([3, 199].map((index) => [groupId(index), aRecord(index)])),
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
      () => records.replace(aRecord(1), aRecord(1)),
      'nothing',
    ],
    ['a removal', '/api/v1/transaction', 500, () => records.remove(aRecord(1)), 'unknown'],
  ] as const)('on %s', async ([, target, status, call, changed], { expect }) => {
    const { run, fail } = await stored(aRecord(1));
    fail(target, status);
    expect(await failureOf(run<unknown>(call))).toEqual({ code: 'STORAGE_UNAVAILABLE', changed });
  });
});
