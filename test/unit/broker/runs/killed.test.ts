// The app may be killed at any call, events come twice, late or never: every line ends once, and nothing has two effects by one attempt.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { comeToAnEnd } from './come-to-an-end';
import { problemsOf, problemsOfDone } from './problems';
import { aSwitchboard, type Switchboard } from './switchboard';

/** Kills the app at its nth call from now on. */
function killAt(board: Switchboard, nth: number, when: 'before' | 'after'): void {
  let count = 0;
  board.script[when] = () => {
    count += 1;
    if (count === nth) board.kill();
  };
}

describe.for(['before', 'after'] as const)('killed %s any call', (when) => {
  it.for([
    ['within the call', 23],
    ['on the queue', 123],
  ] as const)('%s, every line ends', async ([, lines]) => {
    for (let nth = 1; nth < 1000; nth += 1) {
      const board = aSwitchboard();
      const planned = await board.plan(lines);
      const { runId } = planned.run;
      const before = board.calls.length;
      killAt(board, nth, when);
      await board.invoke(() => board.apply(planned));
      await comeToAnEnd(board, runId);
      const isPlan = board.stateOf(runId)?.state === 'planned';
      expect(isPlan ? [] : problemsOfDone(board, runId, lines)).toEqual([]);
      expect(board.on.size).toBe(isPlan ? 0 : lines);
      if (board.calls.length - before < nth) return;
    }
    expect.unreachable();
  });
});

it('killed again and again, every line ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('before', 'after')), { maxLength: 8 }),
      async (kills) => {
        const board = aSwitchboard();
        const { run } = await board.apply(await board.plan(123));
        let left = 0;
        let index = -1;
        function next() {
          index += 1;
          left = kills[index]?.[0] ?? Infinity;
        }
        function at(when: 'before' | 'after') {
          return () => {
            if (when === 'before') left -= 1;
            if (left > 0 || kills[index]?.[1] !== when) return;
            next();
            board.kill();
          };
        }
        next();
        board.script.before = at('before');
        board.script.after = at('after');
        await comeToAnEnd(board, run.runId);
        expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

describe('an event', () => {
  it('that comes twice does nothing the second time', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    const { events } = board.world.runQueue;
    events.push(...events.map((event) => ({ ...event })));
    await comeToAnEnd(board, run.runId);
    expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
    expect(board.count('perform')).toBe(123);
  });

  it.for([2, 3, 5])('that comes %i times at once carries the run on once', async (times) => {
    const board = aSwitchboard();
    board.latency.restMs = 400;
    board.latency.storageMs = 15;
    const { run } = await board.apply(await board.plan(123));
    const work = board.world.runQueue.events.splice(0).find(({ kind }) => kind === 'work');
    await board.invoke(async () => {
      if (work !== undefined) await Promise.all(Array.from({ length: times }, () => board.handle(work)));
    });
    await comeToAnEnd(board, run.runId);
    expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
    expect(board.count('perform')).toBe(123);
  });

  it('that comes again while somebody works does nothing', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    const again = { runId: run.runId, baton: run.baton, kind: 'work', hops: 0 } as const;
    let second: Promise<void> | undefined;
    board.script.before = (call, about) => {
      if (call === 'perform' && about === 's50') second ??= board.handle(again);
    };
    await board.deliverAll();
    await second;
    expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
    // Only the worker reads the lines.
    expect(board.count('lines')).toBe(1);
  });

  it('with an old baton does nothing', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    await board.handle({ runId: run.runId, baton: run.baton - 1, kind: 'work', hops: 0 });
    expect([board.on.size, board.stateOf(run.runId)?.state]).toEqual([0, 'queued']);
  });

  it('that is lost is made up for by the watch', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    const { events } = board.world.runQueue;
    events.splice(
      events.findIndex(({ kind }) => kind === 'work'),
      1,
    );
    const begun = board.world.clock.now();
    await board.deliverAll();
    expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
    expect(board.world.clock.now() - begun).toBeLessThan(10 * 60_000);
  });

  it('is looked for by the hourly schedule ten minutes after it was pushed', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(250));
    const pushedAt = Date.parse(board.stateOf(run.runId)?.batonAt ?? '');
    expect(Date.parse(board.stateOf(run.runId)?.dueAt ?? '') - pushedAt).toBe(10 * 60_000);
  });

  it('counts those that came before it', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(250));
    const { runId, baton } = run;
    function hops() {
      return board.world.runQueue.events.splice(0).map((event) => event.hops);
    }
    expect(hops()).toEqual([1, 1]);
    await board.handle({ runId, baton, kind: 'watch', hops: 7 });
    expect(hops()).toEqual([8]);
  });

  it.for([
    [299, 1],
    [300, 0],
  ] as const)('begins no other after a chain of three hundred: %i', async ([hops, events]) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(250));
    board.world.runQueue.events.splice(0);
    await board.handle({ runId: run.runId, baton: run.baton, kind: 'watch', hops });
    expect(board.world.runQueue.events).toHaveLength(events);
  });

  it.for([
    [179_999, ['watch']],
    [180_000, ['work', 'watch']],
  ] as const)('is taken for lost once a lease would be over: after %i ms', async ([ms, kinds]) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(250));
    const { runId, baton } = run;
    board.world.runQueue.events.splice(0);
    await board.time.pass(ms);
    await board.handle({ runId, baton, kind: 'watch', hops: 0 });
    expect(board.world.runQueue.events.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('that is lost with the watch is made up for within the hour', async () => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    board.world.runQueue.events.splice(0);
    board.world.clock.advance(3_600_000);
    await board.sweep();
    await board.deliverAll();
    expect(problemsOfDone(board, run.runId, 123)).toEqual([]);
  });

  it.for(['changed', 'gone'] as const)('is not pushed for a run that is %s since the sweep found it', async (how) => {
    const board = aSwitchboard();
    const { run } = await board.apply(await board.plan(123));
    const { runQueue, runs } = board.world;
    runQueue.events.splice(0);
    board.world.clock.advance(3_600_000);
    board.script.after = (call) => {
      const stored = runs.runs.get(run.runId);
      if (call !== 'due' || stored === undefined) return;
      if (how === 'gone') runs.runs.delete(run.runId);
      else runs.runs.set(run.runId, { ...stored, version: stored.version + 1 });
    };
    await board.sweep();
    expect(runQueue.events).toEqual([]);
    expect(runs.runs.get(run.runId)?.baton).toBe(how === 'gone' ? undefined : run.baton);
  });

  it('of a run that a newer version wrote is left alone', async () => {
    const board = aSwitchboard();
    const planned = await board.plan(123);
    const { run } = await board.apply(planned);
    const stored = board.world.runs.runs.get(run.runId);
    if (stored !== undefined) board.world.runs.runs.set(run.runId, { ...stored, writtenBy: '1.10.0' });
    await board.deliverAll();
    board.world.clock.advance(3_600_000);
    await board.sweep();
    expect([board.on.size, board.stateOf(run.runId)?.state]).toEqual([0, 'queued']);
  });
});

describe('a second attempt', () => {
  it('is made once, three minutes after the first, and then the line ends as not known', async () => {
    const board = aSwitchboard();
    board.lose('s7', 2);
    const { run } = await board.apply(await board.plan(23));
    expect(board.stateOf(run.runId)).toMatchObject({ state: 'waiting', why: 'UPSTREAM_UNAVAILABLE' });
    await comeToAnEnd(board, run.runId);
    expect(board.lineStates(run.runId).get(7)).toMatchObject({
      outcome: 'unknown',
      found: 'notMember',
      attempt: 2,
      lost: 1,
    });
    expect(board.stateOf(run.runId)?.state).toBe('done');
    expect(problemsOf(board, run.runId)).toEqual([]);
  });

  it('is not made if what was wished holds', async () => {
    const board = aSwitchboard();
    board.lose('s7', 1, 'late');
    const { run } = await board.apply(await board.plan(23));
    await comeToAnEnd(board, run.runId);
    expect(board.lineStates(run.runId).get(7)).toMatchObject({ outcome: 'unknown', found: 'member', attempt: 1 });
    expect(board.count('perform')).toBe(23);
    expect(problemsOf(board, run.runId)).toEqual([]);
  });
});
