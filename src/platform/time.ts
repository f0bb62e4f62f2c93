// The only place that reads the time, and waits. Everything else gets these passed in.
// https://nodejs.org/docs/latest-v24.x/api/timers.html
import type { Clock, Sleep } from '../broker/ports';

/** Ends a call that takes too long. */
interface Abort {
  signal: AbortSignal;
  /** Releases the timer: call it as soon as there is an answer. */
  release(): void;
}

export type AbortAfter = (ms: number) => Abort;

export const clock: Clock = { now: () => Date.now() };

export const sleep: Sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Returns a signal that aborts after so many milliseconds, with a TimeoutError. Its timer doesn't keep the process running. */
export const abortAfter: AbortAfter = (ms) => {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('No answer in time', 'TimeoutError')),
    Math.ceil(ms),
  );
  timer.unref();
  return { signal: controller.signal, release: () => clearTimeout(timer) };
};
