// Waiting on the sandbox's clock, for slow calls.
import { setTimeout as onTimer } from 'node:timers/promises';

import type { Clock } from './contract/clock';

/** Resolves after this many milliseconds. If the signal is aborted, rejects with its reason, as `fetch` does. */
export async function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  const slept = clock.sleep?.(ms, signal) ?? onTimer(ms, undefined, signal === undefined ? {} : { signal });
  await slept.catch((thrown: unknown) => {
    throw signal?.aborted === true ? signal.reason : thrown;
  });
  signal?.throwIfAborted();
}
