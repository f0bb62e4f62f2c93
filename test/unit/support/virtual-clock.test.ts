import { setImmediate as nextTurn } from 'node:timers/promises';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createVirtualClock } from '../../support/virtual-clock';

const START = Date.parse('2026-01-08T10:00:00.000Z');

describe('a clock on which waiting takes no time', () => {
  let clock: ReturnType<typeof createVirtualClock>;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    clock = createVirtualClock();
  });

  it('goes to whoever is due next', async () => {
    await clock.sleep(1_000);
    expect(Date.now()).toBe(START + 1_000);
  });

  it('is left with somebody who sleeps', () => {
    void clock.sleep(3_600_000);
    expect(Date.now()).toBe(START);
  });

  it('moves no time once its test is over', async () => {
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(Date.now()).toBe(START);
  });
});
