import { describe, it } from 'vitest';

import type { LineState, PartState, RunLine, StoredRun } from '../../../../src/broker/runs/stored-run';
import { createRunStore } from '../../../../src/platform/kvs/run-store';
import { ADA, createStorage, failureOf, minute, SPACE } from './storage-lab';

const TRANSACTION = '/api/v1/transaction';
const RUN_ID = '00000000-0000-4000-8000-000000000001';

function aRun(lines: number): StoredRun {
  const named = { product: 'members', source: 'list', place: SPACE, by: ADA, createdAt: minute(0), writtenBy: '1.2.3' };
  const counts = { lines, verdicts: { willChange: lines } };
  return { runId: RUN_ID, ...named, ...counts, state: 'planned', version: 1, baton: 0, dueAt: minute(60) };
}

/** The longest line of a list of people. */
function aLine(number: number): RunLine {
  return {
    number,
    verdict: 'willChange',
    command: { operation: 'removeMember', accountId: `712020:${RUN_ID}`, groupId: RUN_ID, until: minute(9) },
  };
}

/** How such a line can end, at its longest. */
const ENDED: LineState = {
  attempt: 2,
  lost: 1,
  at: minute(5),
  outcome: 'unknown',
  code: 'PRIVILEGED_USER_UNAVAILABLE',
  found: 'notMember',
  withoutChange: true,
  undo: { since: minute(0), by: `712020:${RUN_ID}`, until: minute(9), runId: RUN_ID, attemptId: `${RUN_ID}#2000#1` },
};

const FIRST: PartState = { part: 0, version: 0, state: 'open', lines: {} };

async function stored(parts = 1) {
  const storage = createStorage();
  const lines = Array.from({ length: parts }, () => Array.from({ length: 100 }, (_, index) => aLine(index + 1)));
  const runs = createRunStore(storage);
  await storage.run(() => runs.add(aRun(100 * parts), lines, 7));
  /** The requests of a call. */
  async function requestsOf(call: () => Promise<unknown>): Promise<string[]> {
    const before = storage.targets().length;
    await storage.run(call);
    return storage.targets().slice(before);
  }
  return { ...storage, runs, within: storage.run, requestsOf };
}

describe('the store of runs', () => {
  it('takes at most a kilobyte a line, beside audit and facts', async ({ expect }) => {
    const { within, runs, rows } = await stored();
    const lines = Object.fromEntries(Array.from({ length: 100 }, (_, place) => [place, ENDED]));
    await within(() => runs.savePart(RUN_ID, FIRST, { ...FIRST, lines }, {}));
    const all = [rows('run'), rows('run-part'), rows('run-part-state')];
    expect(JSON.stringify(all).length).toBeLessThanOrEqual(100 * 1024);
  });

  it('reads a run with all its states, and the lines of all its parts, in one request each', async ({ expect }) => {
    const { runs, requestsOf } = await stored(20);
    expect(await requestsOf(() => runs.get(RUN_ID))).toEqual(['/api/v1/batch/get']);
    expect(await requestsOf(() => runs.lines(RUN_ID, [...Array.from({ length: 20 }).keys()]))).toEqual([
      '/api/v1/batch/get',
    ]);
  });

  it('stores each step with its points in one request, once the points were read', async ({ expect }) => {
    const { runs, requestsOf } = await stored();
    await requestsOf(() => runs.get(RUN_ID));
    expect(await requestsOf(() => runs.savePart(RUN_ID, FIRST, FIRST, { spent: 3 }))).toEqual([TRANSACTION]);
    const second = { ...FIRST, version: 1 };
    expect(await requestsOf(() => runs.savePart(RUN_ID, second, FIRST, { spent: 3 }))).toEqual([TRANSACTION]);
  });

  it('counts the points of two invocations at one moment', async ({ expect }) => {
    const { runs, within, ...storage } = await stored(2);
    const other = createRunStore(storage);
    await within(() => Promise.all([runs.get(RUN_ID), other.get(RUN_ID)]));
    await within(() => runs.savePart(RUN_ID, FIRST, FIRST, { spent: 10 }));
    await within(() => other.savePart(RUN_ID, { ...FIRST, part: 1 }, { ...FIRST, part: 1 }, { spent: 100 }));
    expect((await within(() => runs.get(RUN_ID)))?.spent).toBe(117);
  });

  it('tells whether a step was stored: of a lost answer nobody knows, of a refusal nothing was', async ({ expect }) => {
    const { runs, fail, loseAnswer, within } = await stored();
    function save() {
      return within(() => runs.savePart(RUN_ID, FIRST, { ...FIRST, lease: 'mine' }, {}));
    }
    fail(TRANSACTION, 429, 2);
    expect(await failureOf(save())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
    expect((await within(() => runs.get(RUN_ID)))?.parts).toEqual([FIRST]);
    loseAnswer(TRANSACTION);
    expect(await failureOf(save())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'unknown' });
    expect((await within(() => runs.get(RUN_ID)))?.parts).toEqual([{ ...FIRST, version: 1, lease: 'mine' }]);
  });

  it('stores no step of a run that somebody changed meanwhile, unless that does not matter', async ({ expect }) => {
    const { runs, within } = await stored();
    const run = aRun(100);
    await within(() => runs.change(run, { state: 'cancelled' }));
    const step = within(() => runs.savePart(RUN_ID, FIRST, FIRST, { whileRun: run }));
    expect(await failureOf(step)).toEqual({ code: 'CONFLICT', what: 'run' });
    expect(await within(() => runs.savePart(RUN_ID, FIRST, FIRST, {}))).toMatchObject({ version: 1 });
  });

  it('stores a change with its entry of the audit, the attempt and how it ended, or neither', async ({ expect }) => {
    const { runs, within, rows } = await stored();
    const attempt = { id: 'a', at: minute(1), action: 'addMember', caller: ADA, spaceId: SPACE } as const;
    const outcome = { id: 'a', at: minute(1), outcome: 'succeeded' } as const;
    const run = aRun(100);
    await within(() => runs.change(run, { state: 'cancelled' }, { attempt, outcome }));
    expect([Object.keys(rows('audit-entry')), rows('audit-outcome')]).toMatchObject([
      ['a'],
      { a: { outcome: 'succeeded' } },
    ]);
    const late = { attempt: { ...attempt, id: 'b' }, outcome: { ...outcome, id: 'b' } };
    expect(await failureOf(within(() => runs.change(run, { state: 'stopped' }, late)))).toMatchObject({
      code: 'CONFLICT',
    });
    expect([Object.keys(rows('audit-entry')), Object.keys(rows('audit-outcome'))]).toEqual([['a'], ['a']]);
  });

  it('shows no run after 30 days, also while Forge still has it', async ({ expect }) => {
    const { runs, at, within } = await stored();
    const DAY = 24 * 60;
    at(minute(30 * DAY - 1));
    expect(await within(() => runs.due(minute(40 * DAY)))).toHaveLength(1);
    at(minute(30 * DAY));
    expect(await within(() => runs.get(RUN_ID))).toBeUndefined();
    expect(await within(() => runs.ofPlace(SPACE))).toEqual({ runs: [] });
    expect(await within(() => runs.due(minute(40 * DAY)))).toEqual([]);
  });
});
