// The time that an invocation has: it passes on the sandbox's clock, and so does every wait of the app.
import { performance } from 'node:perf_hooks';

import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function open() {
  return world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {});
}
async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}
/** The least of some times: a busy computer makes single ones longer. */
async function best(run: () => Promise<number>) {
  let least = Infinity;
  for (let tries = 0; tries < 5 && least >= 100; tries += 1) least = Math.min(least, await run());
  return least;
}
/** Real and simulated milliseconds that something takes. */
async function timed<T>(run: () => Promise<T>) {
  const [real, simulated] = [performance.now(), Date.now()];
  const answer = await run();
  return { answer, real: performance.now() - real, simulated: Date.now() - simulated };
}

describe('a deadline of twenty seconds', () => {
  it('ends a read that nobody answers, and passes in no time', async () => {
    world.faults.add({ on: 'rest', operationId: 'getSpaceOperations', delayMs: 60_000, times: 99 });
    async function ended() {
      const { answer, real, simulated } = await timed(open);
      expect(errorOf(answer)).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
      expect(simulated).toBe(20_000);
      return real;
    }
    expect(await best(ended)).toBeLessThan(100);
  });

  it('ends a write that nobody answers: nobody knows what it did', async () => {
    world.faults.add({ on: 'rest', operationId: 'createGroup', delayMs: 60_000 });
    const { answer, simulated } = await timed(create);
    expect(errorOf(answer)).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    expect(simulated).toBe(20_000);
    expect(world.requests().filter(isWrite)).toHaveLength(1);
  });
});

describe('a wait', () => {
  it('takes as long as Atlassian asks for, on the same clock', async () => {
    async function waited() {
      world.faults.add({ on: 'rest', operationId: 'getSpaceOperations', status: 429, headers: { 'retry-after': '4' } });
      const { answer, real, simulated } = await timed(open);
      expect(valueOf(answer).space.key).toBe('DEMO');
      expect(simulated).toBeGreaterThanOrEqual(4000);
      expect(simulated).toBeLessThan(4500);
      return real;
    }
    expect(await best(waited)).toBeLessThan(100);
  });
});
