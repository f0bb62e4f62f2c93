// Records that are added by runs, while others add, move and remove records at any moment: each group is only ever theirs who were told so.
import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import type { GroupRecord } from '../../../../src/groups/facts';
import { createDecisionReads } from '../../../../src/platform/kvs/decision-reads';
import { aRecord, BOB, createStorage, failureOf, groupId, OTHER_SPACE, SPACE } from './storage-lab';
import { atEach, atRequest, CONTESTED, GROUPS, OTHER, records, taker, toldTo } from './taking-lab';

const TRANSACTION = '/api/v1/transaction';
const BATCH = '/api/v1/batch/get';

async function create(): Promise<GroupRecord | undefined> {
  await records.add(OTHER);
  return OTHER;
}
async function transfer(): Promise<GroupRecord | undefined> {
  await records.add(OTHER);
  const moved = { ...OTHER, spaceId: SPACE };
  await records.replace(moved, OTHER);
  return moved;
}
async function release(): Promise<GroupRecord | undefined> {
  await records.add(OTHER);
  await records.remove(OTHER);
  return undefined;
}

/** A run that is about to take seven groups, of which nobody has any. */
async function aRun() {
  const storage = createStorage();
  const run = taker(storage, 'r1');
  await storage.run(() => run.plan());
  return { storage, run };
}

describe.for([
  ['a creation', create],
  ['a transfer', transfer],
  ['a release', release],
] as const)('%s beside a run', ([, act]) => {
  it.for([
    ['before', 7],
    ['after', 7],
    ['before', 2],
    ['after', 4],
  ] as const)('at any of its requests, %s others were added, %i groups first', async ([since, first], { expect }) => {
    await atEach(async (nth) => {
      const { storage, run } = await aRun();
      if (since === 'after') await storage.run(() => records.add(aRecord(9)));
      const left: (GroupRecord | undefined)[] = [];
      const [taken, requests] = await storage.run(async () => {
        const seen = atRequest(storage, nth, async () => {
          const told = await toldTo(() => storage.run(act));
          if (told !== 'conflict') left.push(told.value);
        });
        return [await run.take(first), seen.requests] as const;
      });
      const [theirs] = left;
      expect(await storage.run(() => records.get(CONTESTED))).toMatchObject(theirs ?? run.recordOf(3));
      expect([taken.length, taken.includes(CONTESTED)]).toEqual(theirs === undefined ? [7, true] : [6, false]);
      return requests >= nth;
    });
  });
});

it('a run beside a creation, at any of its requests', async ({ expect }) => {
  await atEach(async (nth) => {
    const { storage, run } = await aRun();
    const taken: string[] = [];
    const [told, requests] = await storage.run(async () => {
      const seen = atRequest(storage, nth, async () => {
        taken.push(...(await storage.run(() => run.take())));
      });
      return [await toldTo(create), seen.requests] as const;
    });
    if (requests < nth) return false;
    expect(await storage.run(() => records.get(CONTESTED))).toMatchObject(
      told === 'conflict' ? run.recordOf(3) : OTHER,
    );
    expect(taken.includes(CONTESTED)).toBe(told === 'conflict');
    return true;
  });
});

it('two runs that take the same groups: each group is one’s, at any of their requests', async ({ expect }) => {
  await atEach(async (nth) => {
    const { storage, run: one } = await aRun();
    const other = taker(storage, 'r2', OTHER_SPACE);
    await storage.run(() => other.plan());
    const second: string[] = [];
    const [first, requests] = await storage.run(async () => {
      const seen = atRequest(storage, nth, async () => {
        second.push(...(await storage.run(() => other.take())));
      });
      return [await one.take(), seen.requests] as const;
    });
    if (requests < nth) return false;
    expect([...first, ...second].toSorted()).toEqual(GROUPS.map(groupId));
    const now = await storage.run(() => records.recorded(GROUPS.map(groupId)));
    for (const number of GROUPS) {
      const by = first.includes(groupId(number)) ? one : other;
      expect(now.get(groupId(number))).toMatchObject(by.recordOf(number));
    }
    return true;
  });
});

it('two creations beside a run, one after the other, at any of its requests', async ({ expect }) => {
  const last = aRecord(5, { spaceId: OTHER_SPACE, recordedBy: BOB });
  async function play(nth: number, later: number) {
    const { storage, run } = await aRun();
    const told: string[] = [];
    async function createOne(record: GroupRecord) {
      const ended = await toldTo(() => storage.run(() => records.add(record)));
      if (ended !== 'conflict') told.push(record.groupId);
    }
    const seenLater = { requests: () => 0 };
    const [taken, requests] = await storage.run(async () => {
      const seen = atRequest(storage, nth, async () => {
        await createOne(OTHER);
        const after = atRequest(storage, later, () => createOne(last));
        seenLater.requests = () => after.requests;
      });
      return [await run.take(), seen.requests] as const;
    });
    expect([...taken, ...told].toSorted()).toEqual(GROUPS.map(groupId));
    for (const record of [OTHER, last].filter(({ groupId: id }) => told.includes(id))) {
      expect(await storage.run(() => records.get(record.groupId))).toMatchObject(record);
    }
    return { first: requests >= nth, second: seenLater.requests() >= later };
  }
  await atEach(async (nth) => {
    await atEach(async (later) => (await play(nth, later)).second);
    return (await play(nth, 1)).first;
  });
});

describe('many at once', () => {
  it('twenty creations side by side, beside a run, are all recorded', async ({ expect }) => {
    const storage = createStorage();
    const run = taker(storage, 'r1');
    await storage.run(() => run.plan());
    const made = Array.from({ length: 20 }, (_, index) => aRecord(100 + index));
    const [taken] = await storage.run(() =>
      Promise.all([run.take(), ...made.map(async (record) => records.add(record))]),
    );
    expect(taken).toHaveLength(7);
    const now = await storage.run(() =>
      records.recorded([...made.map((record) => record.groupId), ...GROUPS.map(groupId)]),
    );
    expect(now.size).toBe(27);
  });

  it('of twenty who record one group, one does', async ({ expect }) => {
    const storage = createStorage();
    const told = await storage.run(() =>
      Promise.all(Array.from({ length: 20 }, async () => toldTo(() => records.add(OTHER)))),
    );
    expect(told.filter((one) => one !== 'conflict')).toHaveLength(1);
  });
});

it('a run needs the mark once, and then reads with each step the records and stores it', async ({ expect }) => {
  const storage = createStorage();
  const run = taker(storage, 'r1');
  await storage.run(() => records.add(aRecord(9)));
  await storage.run(() => run.plan());
  // From then on, each setting has a version.
  await storage.run(() => createDecisionReads().readForAdding([]));
  const before = storage.targets().length;
  await storage.run(() => run.take());
  // The run, the mark, the records; the step.
  expect(storage.targets().slice(before)).toEqual([BATCH, '/api/v1/entity/get', BATCH, TRANSACTION]);
});

it('a run stores twice on one reading: each time one request', async ({ expect }) => {
  const storage = createStorage();
  const run = taker(storage, 'r1');
  await storage.run(() => run.plan());
  await storage.run(() => createDecisionReads().readForAdding([]));
  const before = storage.targets().length;
  await storage.run(() => run.take(4));
  expect(storage.targets().slice(before)).toEqual([BATCH, '/api/v1/entity/get', BATCH, TRANSACTION, TRANSACTION]);
});

it('a place that somebody has left holds no record, and takes one', async ({ expect }) => {
  const storage = createStorage();
  const run = taker(storage, 'r1');
  storage.fail(TRANSACTION, 500);
  expect(await failureOf(storage.run(() => records.add(OTHER)))).toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  await storage.run(async () => {
    await kvs.entity('group-record').set(groupId(4), { groupId: groupId(4) });
    expect(await records.get(CONTESTED)).toBeUndefined();
    await run.plan();
    expect(await run.take()).toHaveLength(7);
  });
});
