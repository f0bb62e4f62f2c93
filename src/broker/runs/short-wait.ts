import { failureOf } from '../errors';
import type { BrokerPorts } from '../ports';
import { fits } from './know';

/** Longest wait that somebody is kept waiting for. A quota's is up to an hour. */
const MAX_WAIT_SECONDS = 5;

/** Times that one write is sent in all, where Atlassian asks to wait and so did not perform it. */
const MAX_TRIES = 3;

/** Milliseconds after which a write may be sent once more; undefined if it is not to be. */
export function shortWait(ports: BrokerPorts, thrown: unknown, tries: number): number | undefined {
  const failure = failureOf(thrown);
  if (failure?.code !== 'RATE_LIMITED' || failure.retryAfterSeconds > MAX_WAIT_SECONDS || tries >= MAX_TRIES) {
    return undefined;
  }
  const waitMs = failure.retryAfterSeconds * 1000;
  return fits(ports, waitMs) ? waitMs : undefined;
}

/** Makes a write that depends on nothing that grows old, such as a comment, and again after a short wait. */
export async function repeatAfterWait<T>(ports: BrokerPorts, write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (thrown) {
      const waitMs = shortWait(ports, thrown, tries);
      if (waitMs === undefined) throw thrown;
      await ports.sleep(waitMs);
    }
  }
}
