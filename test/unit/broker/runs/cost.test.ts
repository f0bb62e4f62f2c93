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
