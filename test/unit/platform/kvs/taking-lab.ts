// Runs that take groups over, with others who want one of these groups at the same moment.
import type { KvsStore } from '../../../../sandbox/forge/kvs/kvs';
import type { Attempt } from '../../../../src/broker/audit/entries';
import type { PartRecords } from '../../../../src/broker/runs/run-store';
import type { LineState, PartState, RunLine, StoredRun } from '../../../../src/broker/runs/stored-run';
import type { GroupRecord, StoredChange } from '../../../../src/groups/facts';
import { createDecisionReads } from '../../../../src/platform/kvs/decision-reads';
import { createGroupRecords } from '../../../../src/platform/kvs/group-records';
import { createRecordMark } from '../../../../src/platform/kvs/record-mark';
import { createRunStore } from '../../../../src/platform/kvs/run-store';
import { ADA, aRecord, BOB, groupId, minute, OTHER_SPACE, SPACE, type createStorage } from './storage-lab';

type Storage = ReturnType<typeof createStorage>;

export const records = createGroupRecords();
/** As many as one transaction takes. */
export const GROUPS = [1, 2, 3, 4, 5, 6, 7];
export const CONTESTED = groupId(3);
const conflict = { code: 'CONFLICT', what: 'record' };

function aRun(runId: string): StoredRun {
  const named = { product: 'adoptions', source: 'list', place: SPACE, by: ADA, createdAt: minute(0), writtenBy: '1' };
  return { runId, ...named, lines: 7, verdicts: { willChange: 7 }, state: 'running', version: 1, baton: 0 };
}

/** One invocation that takes these groups over by a run of its own, for its own space. */
export function taker(storage: Storage, runId: string, spaceId = SPACE) {
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
    /** Takes them in one transaction, or the first ones in one and the rest in another. Returns the groups that it was told to have. */
    async take(first = GROUPS.length): Promise<string[]> {
      let part: PartState = { part: 0, version: 0, state: 'open', lines: {} };
      await runs.get(runId);
      const { attempts = [], ended = [], ...step } = stepOf(await reads.readForAdding(GROUPS.map(groupId)));
      const done: LineState = { attempt: 1, lost: 0, at: minute(0), outcome: 'succeeded' };
      for (const some of [ended.slice(0, first), ended.slice(first)]) {
        if (some.length === 0) continue;
        const states = Object.fromEntries(some.map(({ place }) => [place, done]));
        const theirs = attempts.filter(({ id }) => some.some((one) => one.id === id));
        const next = { ...part, lines: { ...part.lines, ...states } };
        part = await runs.savePart(runId, part, next, { ...step, attempts: theirs, ended: some });
      }
      const stored = ended.filter(({ place }) => part.lines[place]?.outcome === 'succeeded');
      return stored.flatMap(({ change }) => (change !== undefined && 'added' in change ? change.groupId : []));
    },
  };
}

export const OTHER: GroupRecord = aRecord(3, { spaceId: OTHER_SPACE, recordedBy: BOB, recordedAt: minute(1) });

/** Does something before the nth request that comes from now on. */
export function atRequest(storage: Storage, nth: number, happen: () => Promise<unknown>) {
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
export async function toldTo<T>(act: () => Promise<T>): Promise<{ value: T } | 'conflict'> {
  try {
    return { value: await act() };
  } catch (thrown) {
    if (JSON.stringify((thrown as { failure?: unknown }).failure) !== JSON.stringify(conflict)) throw thrown;
    return 'conflict';
  }
}

/** Plays it with something happening at the first request, the second, and so on. It tells whether there were so many. */
export async function atEach(play: (nth: number) => Promise<boolean>): Promise<void> {
  let nth = 1;
  while (await play(nth)) nth += 1;
}
