// A clock on which waiting takes no time: it jumps to the next sleeper once nothing else is under way.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { vi } from 'vitest';

import type { Clock } from '../../sandbox/contract';

/** Turns of the event loop in which running code may come to sleep, such as after reading a body. */
const TURNS = 5;

/** Moves the faked `Date`. Calls that sleep side by side take as long as the longest of them. */
export const createVirtualClock = (): Required<Clock> => {
  const sleepers: { dueAt: number; wake: () => void }[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (sleepers.length > 0) {
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      const dueAt = Math.min(...sleepers.map((sleeper) => sleeper.dueAt));
      vi.setSystemTime(dueAt);
      const due = sleepers.filter((sleeper) => sleeper.dueAt === dueAt);
      sleepers.splice(0, sleepers.length, ...sleepers.filter((sleeper) => sleeper.dueAt !== dueAt));
      for (const { wake } of due) wake();
      await nextTurn();
    }
    isRunning = false;
  };
  return {
    now: () => Date.now(),
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ dueAt: Date.now() + ms, wake });
        if (!isRunning) void run();
      }),
  };
};
