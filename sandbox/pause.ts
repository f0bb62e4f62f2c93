// Waiting on the sandbox's clock, as slow calls do.
import { setTimeout as onTimer } from 'node:timers/promises';

import type { Clock } from './contract/clock';

/** Resolves after so many milliseconds. An aborted signal ends it: it then rejects with the signal's reason, as `fetch` does. */
export async function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  const slept = clock.sleep?.(ms, signal) ?? onTimer(ms, undefined, signal === undefined ? {} : { signal });
  await slept.catch((thrown: unknown) => {
    throw signal?.aborted === true ? signal.reason : thrown;
  });
  signal?.throwIfAborted();
}
