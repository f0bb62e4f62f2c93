// A clock on which waiting takes no time: it jumps to whoever is due next once nothing else is under way.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, vi } from 'vitest';

import type { Clock, ClockTimer } from '../../sandbox/contract/clock';

/** Turns of the event loop in which running code may come to sleep, such as after reading a body. */
const TURNS = 5;

interface Sleeper {
  dueAt: number;
  wake: () => void;
  /** Somebody waits for it, so the clock goes there. */
  moves: boolean;
}

/** Moves the faked `Date`. Calls that sleep side by side take as long as the longest of them; a sleep that is given up takes no time. */
export function createVirtualClock(): Required<Pick<Clock, 'now' | 'sleep' | 'setTimer'>> {
  let sleepers: Sleeper[] = [];
  let isRunning = false;
  const test = currentTest();
  function isAwaited() {
    // What a test leaves behind would move the time of the next one.
    if (currentTest() !== test) sleepers = [];
    return sleepers.some(({ moves }) => moves);
  }
  function drop(sleeper: Sleeper): void {
    sleepers = sleepers.filter((one) => one !== sleeper);
  }
  function wakeNext(): void {
    if (!isAwaited()) return;
    const dueAt = Math.min(...sleepers.map((sleeper) => sleeper.dueAt));
    const due = sleepers.filter((sleeper) => sleeper.dueAt === dueAt);
    vi.setSystemTime(Math.max(dueAt, Date.now()));
    sleepers = sleepers.filter((sleeper) => sleeper.dueAt !== dueAt);
    for (const { wake } of due) wake();
  }
  async function run(): Promise<void> {
    isRunning = true;
    while (isAwaited()) {
      for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
      wakeNext();
      await nextTurn();
    }
    isRunning = false;
  }
  function add(wake: () => void, ms: number): Sleeper {
    const sleeper = { dueAt: Date.now() + ms, wake, moves: true };
    sleepers.push(sleeper);
    if (!isRunning) void run();
    return sleeper;
  }
  return {
    now: () => Date.now(),
    sleep: (ms, signal) =>
      new Promise((wake, reject) => {
        signal?.throwIfAborted();
        const sleeper = add(wake, ms);
        signal?.addEventListener('abort', () => {
          drop(sleeper);
          reject(signal.reason as Error);
        });
      }),
    setTimer: (wake, ms): ClockTimer => {
      const sleeper = add(wake, ms);
      return {
        unref: () => {
          sleeper.moves = false;
        },
        clear: () => drop(sleeper),
      };
    },
  };
}

function currentTest(): string | undefined {
  return expect.getState().currentTestName;
}
