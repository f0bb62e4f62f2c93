// The computer's clock, which can be moved on: real time plus an offset. Nothing of Atlassian's.
import { clearTimeout, setTimeout } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock, ClockTimer } from './contract/clock';
import { outsideSeam } from './forge/seams';
import { createUnderWay } from './forge/under-way';

/** The computer's time, outside the app's seam. */
export interface RealTime {
  now(): number;
  setTimeout(run: () => void, ms: number): { unref(): unknown; clear(): void };
}

const COMPUTER: RealTime = {
  now: () => outsideSeam(() => Date.now()),
  setTimeout: (run, ms) => {
    const timer = setTimeout(run, ms);
    return { unref: () => timer.unref(), clear: () => clearTimeout(timer) };
  },
};

/** Turns of the event loop in which running code may come to wait, such as after reading a body. */
const TURNS = 5;

/** Time until code that waits for no timer is looked at again. */
const LOOK_MS = 5;

interface Waiting {
  dueAt: number;
  run: () => void;
  timer: ReturnType<RealTime['setTimeout']>;
  /** Somebody waits for it, so a hurried clock goes there. */
  moves: boolean;
}

export function createMovableClock(real: RealTime = COMPUTER): Required<Clock> {
  const waiting = new Set<Waiting>();
  let offset = 0;

  function now(): number {
    return real.now() + offset;
  }

  function add(run: () => void, ms: number): Waiting {
    const one: Waiting = { dueAt: now() + ms, run, moves: true, timer: real.setTimeout(() => fire(one), ms) };
    waiting.add(one);
    return one;
  }

  function drop(one: Waiting): void {
    one.timer.clear();
    waiting.delete(one);
  }

  function fire(one: Waiting): void {
    drop(one);
    one.run();
  }

  function setAgain(one: Waiting): void {
    one.timer.clear();
    one.timer = real.setTimeout(() => fire(one), Math.max(0, one.dueAt - now()));
    if (!one.moves) one.timer.unref();
  }

  /** Moves on, and lets what becomes due run in its order. */
  async function moveTo(time: number): Promise<void> {
    for (let next = earliest(waiting, time); next !== undefined; next = earliest(waiting, time)) {
      offset += Math.max(0, next.dueAt - now());
      fire(next);
      await turns();
    }
    offset += Math.max(0, time - now());
    waiting.forEach(setAgain);
  }

  async function hurry(ended: Promise<void>): Promise<void> {
    const waits = createUnderWay();
    void waits.track(ended).catch(() => {});
    for (await turns(); !waits.isEmpty(); await turns()) {
      const next = earliest([...waiting].filter(({ moves }) => moves));
      await (next === undefined ? Promise.race([waits.ended(), look(real)]) : moveTo(next.dueAt));
    }
    return ended;
  }

  return {
    now,
    sleep: async (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const one = add(resolve, ms);
        signal?.addEventListener('abort', () => {
          drop(one);
          reject(signal.reason as Error);
        });
      }),
    setTimer: (run, ms): ClockTimer => {
      const one = add(run, ms);
      return {
        unref: () => {
          one.moves = false;
          one.timer.unref();
        },
        clear: () => drop(one),
      };
    },
    moveTo,
    hurry,
    offsetMs: () => offset,
  };
}

function earliest(waiting: Iterable<Waiting>, until = Infinity): Waiting | undefined {
  return [...waiting].filter(({ dueAt }) => dueAt <= until).toSorted((a, b) => a.dueAt - b.dueAt)[0];
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

async function look(real: RealTime): Promise<void> {
  return new Promise((resolve) => void real.setTimeout(resolve, LOOK_MS));
}
