// What a run costs, and how long it takes, with answers as slow as they are: 400 ms of Confluence, 15 of the store, 500 of the queue.
import { describe, expect, it } from 'vitest';

import { aSwitchboard, type Switchboard } from './switchboard';

const STORAGE = ['add', 'get', 'lines', 'change', 'savePart', 'stored'] as const;

function slow(): Switchboard {
  const board = aSwitchboard();
  board.latency.restMs = 400;
  board.latency.storageMs = 15;
  board.latency.deliveryMs = 500;
  return board;
}

describe('a thousand changes', () => {
  it('take less than a minute, and less than a sixth of one after the other', async () => {
    const board = slow();
    const planned = await board.plan(1000);
    const begun = board.world.clock.now();
    const { run } = await board.apply(planned);
    while (board.stateOf(run.runId)?.state !== 'done') await board.deliver();
    const { endedAt } = board.stateOf(run.runId) ?? {};
    const tookMs = Date.parse(endedAt ?? '') - begun;
    expect(board.on.size).toBe(1000);
    expect(tookMs).toBeLessThanOrEqual(60_000);
    expect(tookMs * 6).toBeLessThanOrEqual(1000 * 400);
  });

  it('are a call each, and one reading of facts for each started five seconds', async () => {
    const board = slow();
    const begun = board.world.clock.now();
    const { run } = await board.apply(await board.plan(1000));
    while (board.stateOf(run.runId)?.state !== 'done') await board.deliver();
    const tookMs = board.world.clock.now() - begun;
    expect(board.count('perform')).toBe(1000);
    expect(board.count('look')).toBe(0);
    expect(board.count('facts')).toBeLessThanOrEqual(Math.ceil(tookMs / 5000) + 1);
    const sent = board.calls.filter(({ call }) => call === 'perform').map(({ at }) => at);
    const busiest = Math.max(...sent.map((at) => sent.filter((other) => other > at - 1000 && other <= at).length));
    expect(busiest).toBeLessThanOrEqual(25);
  });
});

/** Two for each account, and 20 for the space, the group and what it gives. */
function pointsOfFacts(lines: number): number {
  return 20 + 2 * lines;
}

/** Points that runs of this hour have spent before: two for each account of the plan. */
const PLANNED = 2000;

/** Applies a plan and delivers until it's done. `points`: of the run; `whys`: of its waits. */
async function carriedOut(board: Switchboard, planned: Awaited<ReturnType<Switchboard['plan']>>) {
  const { clock, runs, site } = board.world;
  const begun = clock.now();
  runs.spent.set(new Date(begun).toISOString().slice(0, 'yyyy-mm-ddThh'.length), PLANNED);
  const { run } = await board.apply(planned);
  const whys: (string | undefined)[] = [];
  while (board.stateOf(run.runId)?.state !== 'done' && (await board.deliver())) {
    const { state, why } = board.stateOf(run.runId) ?? {};
    if (state === 'waiting') whys.push(why);
  }
  const { endedAt } = board.stateOf(run.runId) ?? {};
  return { tookMs: Date.parse(endedAt ?? '') - begun, points: site.points.spent, whys };
}

/** Draws factors from 0.5 to 3, as the bench does. */
function uneven(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return 0.5 * 6 ** ((state / 2_147_483_647) ** 1.37);
  };
}

describe('a thousand changes whose answers take 200 to 1,200 ms', () => {
  it('are done within the points of the hour: accounts are read for what is sent in five seconds, not for more', async () => {
    const board = slow();
    Object.assign(board.confluence, { factor: uneven(), pointsOfFacts });
    const { tookMs, points, whys } = await carriedOut(board, await board.plan(1000));
    expect(board.on.size).toBe(1000);
    expect(whys).toEqual([]);
    // Of the floor, a thousand are writes and 2,000 accounts; the rest are looks, and accounts whose turn comes later.
    expect(points).toBeLessThanOrEqual(4500);
    // A hundred times ten, each as slow as the slowest of the ten: 0.98 s on average. And twenty looks.
    expect(tookMs).toBeLessThanOrEqual(120_000);
  });
});

describe('a thousand changes of which Confluence takes ten a second, and loses ten answers', () => {
  it('are all done in minutes, and none twice', async () => {
    const board = slow();
    Object.assign(board.confluence, { pointsOfFacts, writesASecond: 10 });
    for (let line = 50; line <= 1000; line += 100) {
      board.lose(`s${String(line)}`, 1, line % 200 === 50 ? 'late' : 'never');
    }
    const planned = await board.plan(1000);
    const { tookMs, points, whys } = await carriedOut(board, planned);
    expect(board.on.size).toBe(1000);
    expect(board.twice).toEqual([]);
    const outcomes = [...board.lineStates(planned.run.runId).values()].map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome !== 'succeeded' && outcome !== 'unknown')).toEqual([]);
    expect(whys).not.toContain('POINTS_SPENT');
    expect(points).toBeLessThanOrEqual(8000);
    // A minute's wait after each lost answer, 100 seconds of writes, as many for the waits that Confluence asks for, and the last look.
    expect(tookMs).toBeLessThanOrEqual(15 * 60_000);
  });

  it('are sent again after its short waits, and the run itself never waits', async () => {
    const board = slow();
    Object.assign(board.confluence, { pointsOfFacts, writesASecond: 10 });
    const { tookMs, whys } = await carriedOut(board, await board.plan(1000));
    expect([board.on.size, whys]).toEqual([1000, []]);
    // A hundred seconds at the least.
    expect(tookMs).toBeLessThanOrEqual(200_000);
  });
});

describe('the store', () => {
  it.for([
    [100, 12 + 25],
    [1000, 12 + 250],
    [2000, 12 + 500],
  ] as const)('gets at most a dozen requests and 25 a full part: %i lines', async ([lines, most]) => {
    const board = slow();
    const { run } = await board.apply(await board.plan(lines));
    await board.deliverAll();
    expect(board.stateOf(run.runId)?.state).toBe('done');
    expect(board.on.size).toBe(lines);
    expect(board.count(...STORAGE)).toBeLessThanOrEqual(most);
  });

  it.for([
    [100, 12 + 25],
    [2000, 12 + 500],
  ] as const)('…nor more if all are refused, for three reasons: %i lines', async ([lines, most]) => {
    const board = slow();
    for (const [index, { command }] of board.linesOf(lines).entries()) {
      const reason = (['ACCOUNT_NOT_ELIGIBLE', 'GROUP_BLOCKED', 'CHANGED_LATER'] as const)[index % 3];
      board.refused.set((command as { key: string }).key, reason ?? 'CHANGED_LATER');
    }
    const { run } = await board.apply(await board.plan(lines));
    await board.deliverAll();
    expect(board.stateOf(run.runId)?.state).toBe('done');
    // A refusal of each kind is read once and written once.
    expect(board.count(...STORAGE) + 4 * board.count('refuse')).toBeLessThanOrEqual(most);
    expect(board.world.auditLog.refusals).toHaveLength(3);
  });
});

describe('progress', () => {
  it('is read in one request', async () => {
    const board = slow();
    const { run } = await board.apply(await board.plan(1000));
    await board.deliverAll();
    const before = board.count(...STORAGE);
    expect((await board.read(run.runId)).tally.succeeded).toBe(1000);
    expect(board.count(...STORAGE) - before).toBe(1);
  });
});
