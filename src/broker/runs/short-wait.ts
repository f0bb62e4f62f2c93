import { failureOf } from '../errors';
import type { BrokerPorts } from '../ports';
import { fits } from './know';

/** Longest wait that somebody is kept waiting for. A quota's is up to an hour. */
const MAX_WAIT_SECONDS = 5;

/** Tries of one write in all, if Atlassian asks for a wait and so didn't perform it. */
const MAX_TRIES = 3;

/** Returns the milliseconds after which a write may be sent again; undefined if it shouldn't be. */
export function shortWait(ports: BrokerPorts, thrown: unknown, tries: number): number | undefined {
  const failure = failureOf(thrown);
  if (failure?.code !== 'RATE_LIMITED' || failure.retryAfterSeconds > MAX_WAIT_SECONDS || tries >= MAX_TRIES) {
    return undefined;
  }
  const waitMs = failure.retryAfterSeconds * 1000;
  return fits(ports, waitMs) ? waitMs : undefined;
}

/**
 * Makes a call, and repeats it after each wait that `waitOf` allows: by default the short ones that Atlassian asks for.
 *
 * `tries` is 1 at first. After a wait, the facts behind the call may be old: the call reads them again.
 */
export async function repeatAfterWait<T>(
  ports: BrokerPorts,
  call: (tries: number) => Promise<T>,
  waitOf: typeof shortWait = shortWait,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call(tries);
    } catch (thrown) {
      const waitMs = waitOf(ports, thrown, tries);
      if (waitMs === undefined) throw thrown;
      await ports.sleep(waitMs);
    }
  }
}
