import { demandFresh, isFresh } from './age';
import type { BrokerPorts } from './ports';
import type { Proved } from './proved';

/**
 * Returns a function that proves a person again if what was answered about them is more than five seconds old; `readAgain` asks for further facts then, and
 * returns the time of the request.
 *
 * It fails with FORBIDDEN if they may no longer do it, or with UPSTREAM_UNAVAILABLE if Atlassian takes more than five seconds to say so.
 */
export function stayingProved(
  { clock }: Pick<BrokerPorts, 'clock'>,
  by: Proved,
  readAgain?: () => Promise<number>,
): () => Promise<void> {
  let readAt = by.provedAt;
  return async () => {
    if (isFresh(clock, readAt)) return;
    readAt = Math.min(...(await Promise.all([by.proveAgain(), readAgain?.() ?? clock.now()])));
    demandFresh(clock, readAt);
  };
}
