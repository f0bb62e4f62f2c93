// The timers of this process: of globals, `node:timers`, `node:timers/promises`, and `AbortSignal.timeout`.
// https://nodejs.org/docs/latest-v24.x/api/timers.html
import { syncBuiltinESMExports } from 'node:module';
import nodeTimers from 'node:timers';
import promises from 'node:timers/promises';

import type { VirtualTimer } from './timers';
import { timers } from './virtual';

/** Installs timers that wait for the virtual time. */
export function installTimers(): void {
  const own = {
    setTimeout: set,
    setInterval: repeat,
    setImmediate: (run: Run, ...args: unknown[]) => set(run, 0, ...args),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  };
  Object.assign(globalThis, own);
  Object.assign(nodeTimers, own);
  Object.assign(promises, {
    setTimeout: after,
    setImmediate: (value: unknown) => after(0, value),
    setInterval: refuse,
  });
  Object.defineProperty(promises, 'scheduler', { value: { wait: after, yield: () => after(0) } });
  AbortSignal.timeout = abortAfter;
  syncBuiltinESMExports();
}

type Run = (...args: unknown[]) => void;

/** Implements the part of Node's `Timeout` that portable code can use. */
class Timeout {
  timer: VirtualTimer;

  constructor(timer: VirtualTimer) {
    this.timer = timer;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

function set(run: Run, ms = 0, ...args: unknown[]): Timeout {
  return new Timeout(timers.set(() => run(...args), ms));
}

function repeat(run: Run, ms = 0, ...args: unknown[]): Timeout {
  const timeout = new Timeout(timers.set(again, ms));

  function again(): void {
    timeout.timer = timers.set(again, Math.max(1, ms));
    run(...args);
  }

  return timeout;
}

function clear(timeout: unknown): void {
  if (timeout instanceof Timeout) timers.clear(timeout.timer);
}

function after(ms = 0, value?: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = timers.set(() => resolve(value), ms);
    signal?.addEventListener('abort', () => {
      timers.clear(timer);
      reject(signal.reason as Error);
    });
  });
}

function abortAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  timers.set(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms);
  return controller.signal;
}

function refuse(): never {
  throw new Error('Not in a simulation: setInterval of node:timers/promises');
}
