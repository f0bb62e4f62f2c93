// The one place that asks what time it is, and that waits. Everything else is handed these.
// https://nodejs.org/docs/latest-v24.x/api/timers.html
import type { Clock, Sleep } from '../broker/ports';

/** Ends a call that takes too long. */
interface Abort {
  signal: AbortSignal;
  /** Lets go of the timer: call it as soon as there is an answer. */
  release(): void;
}

export type AbortAfter = (ms: number) => Abort;

export const clock: Clock = { now: () => Date.now() };

export const sleep: Sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A signal that aborts after so many milliseconds, with a TimeoutError. Its timer keeps nothing running. */
export const abortAfter: AbortAfter = (ms) => {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('No answer in time', 'TimeoutError')),
    Math.ceil(ms),
  );
  timer.unref();
  return { signal: controller.signal, release: () => clearTimeout(timer) };
};
