// Records that are added by runs, while others add, move and remove records at any moment: each group is only ever somebody's who was told so.
import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import type { KvsStore } from '../../../../sandbox/forge/kvs/kvs';
import type { Attempt } from '../../../../src/broker/audit/entries';
import type { PartRecords } from '../../../../src/broker/runs/run-store';
import type { LineState, PartState, RunLine, StoredRun } from '../../../../src/broker/runs/stored-run';
import type { GroupRecord, StoredChange } from '../../../../src/groups/facts';
import { createDecisionReads } from '../../../../src/platform/kvs/decision-reads';
import { createGroupRecords } from '../../../../src/platform/kvs/group-records';
import { createRecordMark } from '../../../../src/platform/kvs/record-mark';
import { createRunStore } from '../../../../src/platform/kvs/run-store';
import { ADA, aRecord, BOB, createStorage, failureOf, groupId, minute, OTHER_SPACE, SPACE } from './storage-lab';

type Storage = ReturnType<typeof createStorage>;

const TRANSACTION = '/api/v1/transaction';
const BATCH = '/api/v1/batch/get';
const records = createGroupRecords();
/** As many as one transaction takes. */
const GROUPS = [1, 2, 3, 4, 5, 6, 7];
const CONTESTED = groupId(3);
const conflict = { code: 'CONFLICT', what: 'record' };

function aRun(runId: string): StoredRun {
  const named = { product: 'adoptions', source: 'list', place: SPACE, by: ADA, createdAt: minute(0), writtenBy: '1' };
  return { runId, ...named, lines: 7, verdicts: { willChange: 7 }, state: 'running', version: 1, baton: 0 };
}

/** One invocation that takes these groups over by a run of its own, for its own space. */
function taker(storage: Storage, runId: string, spaceId = SPACE) {
  const mark = createRecordMark();
  const runs = createRunStore({ ...storage, mark });
  const reads = createDecisionReads(undefined, mark);
  const lines = GROUPS.map((number): RunLine => ({ number, verdict: 'willChange', command: { number } }));
  function recordOf(number: number): GroupRecord {
    return aRecord(number, { origin: 'adopted', spaceId, runId, attemptId: `${runId}#${number}#1` });
  }
  function stepOf(read: Awaited<ReturnType<typeof reads.readForAdding>>): PartRecords<StoredChange> {
    const some = GROUPS.filter((number) => !read.records.has(groupId(number)));
    const attempts = some.map((number): Attempt => ({
      id: `${runId}#${number}#1`,
      at: minute(0),
      action: 'adoptGroup',
      caller: ADA,
      spaceId,
    }));
    const ended = some.map((number, place) => {
      const [id, added] = [`${runId}#${number}#1`, recordOf(number)];
      const change = { attemptId: id, groupId: added.groupId, added, mark: read.mark };
      const otherwise = { outcome: 'failed', code: 'CONFLICT' } as const;
      return { id, place, at: minute(0), outcome: 'succeeded', change, otherwise } as const;
    });
    return { attempts, ended, spent: runId === 'r1' ? 1 : 0, whileRun: aRun(runId) };
  }
  return {
    recordOf,
    plan: () => runs.add(aRun(runId), [lines], 1),
    /** Returns the groups that it was told to have. */
    async take(): Promise<string[]> {
      const seen: PartState = { part: 0, version: 0, state: 'open', lines: {} };
      await runs.get(runId);
      const step = stepOf(await reads.readForAdding(GROUPS.map(groupId)));
      const done: LineState = { attempt: 1, lost: 0, at: minute(0), outcome: 'succeeded' };
      const states = Object.fromEntries((step.ended ?? []).map(({ place }) => [place, done]));
      const part = await runs.savePart(runId, seen, { ...seen, lines: states }, step);
      const stored = (step.ended ?? []).filter(({ place }) => part.lines[place]?.outcome === 'succeeded');
      return stored.flatMap(({ change }) => (change !== undefined && 'added' in change ? change.groupId : []));
    },
  };
}

const OTHER: GroupRecord = aRecord(3, { spaceId: OTHER_SPACE, recordedBy: BOB, recordedAt: minute(1) });

/** Others who want the group. Each returns the record that it was told to have left, if any. */
const OTHERS = {
  async creation() {
    await records.add(OTHER);
    return OTHER;
  },
  async transfer() {
    await records.add(OTHER);
    const moved = { ...OTHER, spaceId: SPACE };
    await records.replace(moved, OTHER);
    return moved;
  },
  async release() {
    await records.add(OTHER);
    await records.remove(OTHER);
    return undefined;
  },
} as const;

/** Does something before the nth request that comes from now on. */
function atRequest(storage: Storage, nth: number, happen: () => Promise<unknown>) {
  const store = storage.kvs as KvsStore;
  const answer = store.answer.bind(store);
  const seen = { requests: 0 };
  store.answer = async (target, init) => {
    seen.requests += 1;
    if (seen.requests === nth) {
      store.answer = answer;
      await happen();
    }
    return answer(target, init);
  };
  return seen;
}

/** The result of somebody who may come too late. */
async function toldTo<T>(act: () => Promise<T>): Promise<{ value: T } | 'conflict'> {
  try {
    return { value: await act() };
  } catch (thrown) {
    if (JSON.stringify((thrown as { failure?: unknown }).failure) !== JSON.stringify(conflict)) throw thrown;
    return 'conflict';
  }
}

describe.for(['creation', 'transfer', 'release'] as const)('a %s beside a run', (other) => {
  it.for(['before', 'after'] as const)('at any of its requests, %s others were added', async (since, { expect }) => {
    let isOver = false;
    for (let nth = 1; !isOver; nth += 1) {
      const storage = createStorage();
      const run = taker(storage, 'r1');
      if (since === 'after') await storage.run(() => records.add(aRecord(9)));
      await storage.run(() => run.plan());
      let told: Awaited<ReturnType<typeof toldTo<GroupRecord | undefined>>> = 'conflict';
      const taken = await storage.run(async () => {
        const seen = atRequest(storage, nth, async () => {
          told = await toldTo(() => storage.run<GroupRecord | undefined>(OTHERS[other]));
        });
        const its = await run.take();
        isOver = seen.requests < nth;
        return its;
      });
      const now = await storage.run(() => records.get(CONTESTED));
      const theirs = told === 'conflict' ? undefined : (told as { value: GroupRecord | undefined }).value;
      expect(now).toMatchObject(theirs ?? run.recordOf(3));
      expect(taken.includes(CONTESTED)).toBe(theirs === undefined);
      expect(taken).toHaveLength(theirs === undefined ? 7 : 6);
    }
  });
});

it('a run beside a creation, at any of its requests', async ({ expect }) => {
  let isOver = false;
  for (let nth = 1; !isOver; nth += 1) {
    const storage = createStorage();
    const run = taker(storage, 'r1');
    await storage.run(() => run.plan());
    let taken: string[] = [];
    const told = await storage.run(async () => {
      const seen = atRequest(storage, nth, async () => {
        taken = await storage.run(() => run.take());
      });
      const its = await toldTo(OTHERS.creation);
      isOver = seen.requests < nth;
      return its;
    });
    if (isOver) return;
    const now = await storage.run(() => records.get(CONTESTED));
    expect(now).toMatchObject(told === 'conflict' ? run.recordOf(3) : OTHER);
    expect(taken.includes(CONTESTED)).toBe(told === 'conflict');
  }
});

it('two runs that take the same groups: each group is one’s, at any of their requests', async ({ expect }) => {
  let isOver = false;
  for (let nth = 1; !isOver; nth += 1) {
    const storage = createStorage();
    const [one, other] = [taker(storage, 'r1'), taker(storage, 'r2', OTHER_SPACE)];
    await storage.run(async () => {
      await one.plan();
      await other.plan();
    });
    let second: string[] = [];
    const first = await storage.run(async () => {
      const seen = atRequest(storage, nth, async () => {
        second = await storage.run(() => other.take());
      });
      const taken = await one.take();
      isOver = seen.requests < nth;
      return taken;
    });
    if (isOver) return;
    expect([...first, ...second].toSorted()).toEqual(GROUPS.map(groupId));
    const now = await storage.run(() => records.recorded(GROUPS.map(groupId)));
    for (const [has, by] of [
      [first, one],
      [second, other],
    ] as const) {
      for (const number of GROUPS.filter((number) => has.includes(groupId(number)))) {
        expect(now.get(groupId(number))).toMatchObject(by.recordOf(number));
      }
    }
  }
});

it('two creations beside a run, one after the other, at any of its requests', async ({ expect }) => {
  const last = aRecord(5, { spaceId: OTHER_SPACE, recordedBy: BOB });
  let [isOver, isLate] = [false, false];
  for (let nth = 1; !isOver; nth += 1) {
    isLate = false;
    for (let later = 1; !isLate; later += 1) {
      const storage = createStorage();
      const run = taker(storage, 'r1');
      await storage.run(() => run.plan());
      const told: string[] = [];
      async function create(record: GroupRecord) {
        if ((await toldTo(() => storage.run(() => records.add(record)))) !== 'conflict') told.push(record.groupId);
      }
      const taken = await storage.run(async () => {
        let after = { requests: 0 };
        const seen = atRequest(storage, nth, async () => {
          await create(OTHER);
          after = atRequest(storage, later, () => create(last));
        });
        const its = await run.take();
        isOver = seen.requests < nth;
        isLate = after.requests < later;
        return its;
      });
      expect([...taken, ...told].toSorted()).toEqual(GROUPS.map(groupId));
      for (const record of [OTHER, last].filter(({ groupId: id }) => told.includes(id))) {
        expect(await storage.run(() => records.get(record.groupId))).toMatchObject(record);
      }
    }
  }
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
  const before = storage.targets().length;
  await storage.run(() => run.take());
  // The run, the mark, the records; the step.
  expect(storage.targets().slice(before)).toEqual([BATCH, '/api/v1/entity/get', BATCH, TRANSACTION]);
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
