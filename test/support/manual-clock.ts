// A clock that only moves when it is told to. Those who sleep wake in order, and what they then do is done before the next one wakes.
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '../../sandbox/contract/clock';

interface Sleeper {
  dueAt: number;
  wake: () => void;
}

/** Begins at 0. */
export function createManualClock() {
  let now = 0;
  let sleepers: Sleeper[] = [];

  async function advance(ms: number): Promise<void> {
    const end = now + ms;
    await nextTurn();
    for (let next = earliest(end); next !== undefined; next = earliest(end)) {
      now = next.dueAt;
      sleepers = sleepers.filter((one) => one !== next);
      next.wake();
      await nextTurn();
    }
    now = end;
  }

  function earliest(end: number): Sleeper | undefined {
    return sleepers.filter(({ dueAt }) => dueAt <= end).toSorted((a, b) => a.dueAt - b.dueAt)[0];
  }

  const clock: Clock & Required<Pick<Clock, 'sleep'>> = {
    now: () => now,
    sleep: (ms) => new Promise((wake) => void sleepers.push({ dueAt: now + ms, wake })),
  };
  return { clock, advance };
}
