// Timers that run when somebody says so, in the order in which they are due.
import { AsyncLocalStorage } from 'node:async_hooks';

export interface VirtualTimer {
  readonly dueAt: number;
  readonly run: () => void;
}

/** Creates timers on a clock. What runs has the context in which its timer was set. */
export function createTimers(now: () => number) {
  const waiting = new Set<VirtualTimer>();

  return {
    set: (run: () => void, ms: number): VirtualTimer => {
      const within = AsyncLocalStorage.snapshot();
      const delay = Number.isFinite(ms) && ms > 0 ? ms : 0;
      const timer = { dueAt: now() + delay, run: () => within(run) };
      waiting.add(timer);
      return timer;
    },
    clear: (timer: VirtualTimer): void => void waiting.delete(timer),
    clearAll: (): void => waiting.clear(),
    /** Returns the first that is due; of two at the same time, the one that was set first. */
    next: (): VirtualTimer | undefined => {
      let first: VirtualTimer | undefined;
      for (const timer of waiting) if (first === undefined || timer.dueAt < first.dueAt) first = timer;
      return first;
    },
    fire: (timer: VirtualTimer): void => {
      if (waiting.delete(timer)) timer.run();
    },
  };
}
