// Timers of the app's code: they follow the sandbox's clock where it has timers of its own.
// https://nodejs.org/docs/latest-v24.x/api/timers.html
import type { ClockTimer } from '../contract/clock';

/** Sets a timer of the running invocation; returns undefined to use the computer's. */
type SetTimer = (run: () => void, ms: number) => ClockTimer | undefined;

/** Implements the part of Node's `Timeout` that portable code can use. */
class Timer {
  readonly #timer: ClockTimer;

  constructor(timer: ClockTimer) {
    this.#timer = timer;
  }

  unref(): this {
    this.#timer.unref();
    return this;
  }

  clear(): void {
    this.#timer.clear();
  }
}

/** Installs `setTimeout` and `clearTimeout` once. */
export function installTimers(setTimer: SetTimer): void {
  const outside = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };

  function set(run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown {
    const timer = setTimer(() => run(...args), ms);
    return timer === undefined ? outside.set(run, ms, ...args) : new Timer(timer);
  }

  function clear(timer: unknown): void {
    if (timer instanceof Timer) timer.clear();
    else outside.clear(timer as Parameters<typeof outside.clear>[0]);
  }

  // `util.promisify(setTimeout)` and the like still read Node's own properties there.
  globalThis.setTimeout = Object.assign(set, outside.set) as unknown as typeof globalThis.setTimeout;
  globalThis.clearTimeout = clear as typeof globalThis.clearTimeout;
}
