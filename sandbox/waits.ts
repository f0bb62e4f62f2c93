// Waits and timers on a clock that can be moved on, each with a timer of the computer. Nothing of Atlassian's.
import type { ClockTimer } from './contract/clock';

/** The computer's time, outside the app's seam. */
export interface RealTime {
  now(): number;
  setTimeout(run: () => void, ms: number): { unref(): unknown; clear(): void };
}

interface Wait {
  dueAt: number;
  run: () => void;
  timer: ReturnType<RealTime['setTimeout']>;
  /** Somebody waits for it, so a hurried clock goes there. */
  moves: boolean;
}

/** Holds what waits for a time; `now` is the moved clock's. */
export function createWaits(real: RealTime, now: () => number) {
  const waits = new Set<Wait>();

  function add(run: () => void, ms: number): Wait {
    const one: Wait = { dueAt: now() + ms, run, moves: true, timer: real.setTimeout(() => fire(one), ms) };
    waits.add(one);
    return one;
  }

  function drop(one: Wait): void {
    one.timer.clear();
    waits.delete(one);
  }

  function fire(one: Wait): void {
    drop(one);
    one.run();
  }

  return {
    fire,
    /** Returns the first that is due by this time. */
    next: (until: number) => earliest([...waits].filter(({ dueAt }) => dueAt <= until)),
    /** Returns the first that somebody waits for. */
    nextMove: () => earliest([...waits].filter(({ moves }) => moves)),
    /** Sets the computer's timers again, after the clock has moved. */
    setAgain: (): void => {
      for (const one of waits) {
        one.timer.clear();
        one.timer = real.setTimeout(() => fire(one), Math.max(0, one.dueAt - now()));
        if (!one.moves) one.timer.unref();
      }
    },
    sleep: async (ms: number, signal?: AbortSignal): Promise<void> => sleepIn({ add, drop }, ms, signal),
    setTimer: (run: () => void, ms: number): ClockTimer => {
      const one = add(run, ms);
      return { unref: () => unref(one), clear: () => drop(one) };
    },
  };
}

function earliest(waits: readonly Wait[]): Wait | undefined {
  return waits.toSorted((a, b) => a.dueAt - b.dueAt)[0];
}

interface Shelf {
  add: (run: () => void, ms: number) => Wait;
  drop: (one: Wait) => void;
}

async function sleepIn({ add, drop }: Shelf, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const one = add(resolve, ms);
    signal?.addEventListener('abort', () => {
      drop(one);
      reject(signal.reason as Error);
    });
  });
}

function unref(one: Wait): void {
  one.moves = false;
  one.timer.unref();
}
