// Runs that change only what is stored, in the right of a site admin: what a line changes is stored with its attempt and outcome, or none of it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aRecord, ann, hrId, storageDown } from '../../../support/ports/builders';
import { aRegister, comeToAnEnd, problemsOf, problemsOfDone } from './register';

const HOUR_MS = 3_600_000;
const ON_SITE = { place: 'site' } as const;

describe('a run of stored changes', () => {
  it('is done within the call: six lines a transaction, nothing written ahead', async () => {
    const board = aRegister();
    const planned = await board.plan(23, ON_SITE);
    const { run, tally } = await board.apply(planned);
    expect([run.state, tally.succeeded]).toEqual(['done', 23]);
    expect(problemsOfDone(board, run.runId, 23)).toEqual([]);
    expect(board.count('savePart')).toBe(4);
    expect(board.count('perform', 'look')).toBe(0);
  });

  it('goes through all its parts on the queue', async () => {
    const board = aRegister();
    const { run } = await board.apply(await board.plan(300, ON_SITE));
    expect([run.state, board.taken().length]).toEqual(['queued', 0]);
    await board.deliverAll();
    expect(problemsOfDone(board, run.runId, 300)).toEqual([]);
    expect(board.count('savePart')).toBe(51);
  });

  it('is recorded as one of the site', async () => {
    const board = aRegister();
    const { run } = await board.apply(await board.plan(1, ON_SITE));
    const actions = board.world.auditLog.attempts.map(({ action, caller, spaceId, runId }) => [
      action,
      caller,
      spaceId,
      runId,
    ]);
    expect(actions).toEqual([
      ['applySiteRun', ann, undefined, run.runId],
      ['adoptGroup', ann, '10', run.runId],
    ]);
  });

  it('leaves a group alone that somebody else took meanwhile, and says so', async () => {
    const board = aRegister();
    const theirs = aRecord({ groupId: 's3', spaceId: hrId });
    board.script.before = (call) => {
      if (call === 'savePart') board.world.groupRecords.stored.set(theirs.groupId, theirs);
    };
    const { run, tally } = await board.apply(await board.plan(5, ON_SITE));
    expect([run.state, tally.succeeded, tally.failed]).toEqual(['done', 4, 1]);
    expect(board.lineStates(run.runId).get(3)).toMatchObject({
      outcome: 'failed',
      code: 'CONFLICT',
      withoutChange: true,
    });
    expect(board.world.groupRecords.stored.get(theirs.groupId)).toEqual(theirs);
    expect(problemsOf(board, run.runId)).toEqual([]);
  });

  it('notes lines that are refused, without an attempt', async () => {
    const board = aRegister();
    board.refused.set('s2', 'GROUP_BLOCKED');
    const { run, tally } = await board.apply(await board.plan(3, ON_SITE));
    expect([run.state, tally.succeeded, tally.refused]).toEqual(['done', 2, 1]);
    expect(board.lineStates(run.runId).get(2)).toMatchObject({ outcome: 'refused', code: 'GROUP_BLOCKED', attempt: 0 });
    expect(problemsOf(board, run.runId)).toEqual([]);
  });
});

describe.for(['before', 'after'] as const)('killed %s any call', (when) => {
  it.for([
    ['within the call', 23],
    ['on the queue', 123],
  ] as const)('%s, every line ends, and what it took is on record', async ([, lines]) => {
    for (let nth = 1; nth < 1000; nth += 1) {
      const board = aRegister();
      const planned = await board.plan(lines, ON_SITE);
      const { runId } = planned.run;
      const before = board.calls.length;
      let count = 0;
      board.script[when] = () => {
        count += 1;
        if (count === nth) board.kill();
      };
      await board.invoke(() => board.apply(planned));
      await comeToAnEnd(board, runId);
      const isPlan = board.stateOf(runId)?.state === 'planned';
      expect(isPlan ? [] : problemsOfDone(board, runId, lines)).toEqual([]);
      expect(board.taken().length).toBe(isPlan ? 0 : lines);
      if (board.calls.length - before < nth) return;
    }
    expect.unreachable();
  });
});

it.for(['savePart', 'change', 'get', 'lines'] as const)(
  'an answer of the store that is lost ends no line twice: %s',
  async (lost) => {
    for (let nth = 1; nth < 100; nth += 1) {
      const board = aRegister();
      const { run } = await board.apply(await board.plan(123, ON_SITE));
      let count = 0;
      board.script.after = (call) => {
        if (call === lost) count += 1;
        if (call === lost && count === nth) throw storageDown;
      };
      await comeToAnEnd(board, run.runId);
      expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
      if (count < nth) return;
    }
    expect.unreachable();
  },
);

describe('an event', () => {
  it.for([2, 3, 5])('that comes %i times at once carries the run on once', async (times) => {
    const board = aRegister();
    board.latency.restMs = 400;
    board.latency.storageMs = 15;
    const { run } = await board.apply(await board.plan(123, ON_SITE));
    const work = board.world.runQueue.events.splice(0).find(({ kind }) => kind === 'work');
    await board.invoke(async () => {
      if (work !== undefined) await Promise.all(Array.from({ length: times }, () => board.handle(work)));
    });
    await comeToAnEnd(board, run.runId);
    expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
  });
});

it('canceled at any call, it changes nothing more', async () => {
  for (let nth = 1; nth < 400; nth += 1) {
    const board = aRegister();
    const { run } = await board.apply(await board.plan(123, ON_SITE));
    const { runId } = run;
    let count = 0;
    let takenBefore = -1;
    board.script.before = () => {
      count += 1;
      const now = board.world.runs.runs.get(runId);
      if (count !== nth || now === undefined || now.state === 'done') return;
      takenBefore = board.taken().length;
      board.world.runs.runs.set(runId, { ...now, state: 'cancelled', version: now.version + 1 });
    };
    await board.deliverAll();
    if (takenBefore < 0) return;
    expect(board.stateOf(runId)?.state).toBe('cancelled');
    expect(board.taken().length).toBe(takenBefore);
    expect(problemsOf(board, runId)).toEqual([]);
  }
  expect.unreachable();
});

it('whatever happens, every group that was taken is on record once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('before', 'after'), fc.boolean()), {
        maxLength: 8,
      }),
      async (blows) => {
        const board = aRegister();
        const { run } = await board.apply(await board.plan(123, ON_SITE));
        const left = [...blows];
        let calls = 0;
        function strike(when: 'before' | 'after') {
          return () => {
            if (when === 'before') calls += 1;
            const [at = Infinity, side, isKill] = left[0] ?? [];
            if (calls < at || side !== when) return;
            left.shift();
            calls = 0;
            if (isKill === true) board.kill();
            else board.world.clock.advance(HOUR_MS);
          };
        }
        board.script.before = strike('before');
        board.script.after = strike('after');
        await comeToAnEnd(board, run.runId);
        expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
