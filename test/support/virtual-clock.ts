// A clock on which waiting takes no time: it jumps to the next sleeper once nothing else is under way.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { vi } from 'vitest';

import type { Clock } from '../../sandbox/contract';

/** Turns of the event loop in which running code may come to sleep, such as after reading a body. */
const TURNS = 5;

/** Moves the faked `Date`. Calls that sleep side by side take as long as the longest of them; a sleep that is given up takes no time. */
export const createVirtualClock = (): Required<Clock> => {
  let sleepers: { dueAt: number; wake: () => void }[] = [];
  let isRunning = false;
  const wakeNext = (): void => {
    const dueAt = Math.min(...sleepers.map((sleeper) => sleeper.dueAt));
    const due = sleepers.filter((sleeper) => sleeper.dueAt === dueAt);
    if (due.length === 0) return;
    vi.setSystemTime(Math.max(dueAt, Date.now()));
    sleepers = sleepers.filter((sleeper) => sleeper.dueAt !== dueAt);
    for (const { wake } of due) wake();
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    while (sleepers.length > 0) {
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      wakeNext();
      await nextTurn();
    }
    isRunning = false;
  };
  return {
    now: () => Date.now(),
    sleep: (ms, signal) =>
      new Promise((wake, reject) => {
        signal?.throwIfAborted();
        const sleeper = { dueAt: Date.now() + ms, wake };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          reject(signal.reason as Error);
        });
        if (!isRunning) void run();
      }),
  };
};
