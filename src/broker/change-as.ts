import type { StoredAction } from '../shared/broker/audit';
import { demandFresh, isFresh } from './age';
import type { Attempt } from './audit/entries';
import type { Recorded } from './audit/recorded';
import { recordedIfSent } from './audit/sent';
import { failureIn } from './failure-in';
import type { BrokerPorts } from './ports';
import type { Proved } from './proved';

/** The entry of a change; whoever calls is added. */
type ChangeEntry = Omit<Attempt, 'id' | 'at' | 'caller'> & { action: StoredAction };

/** A change of what the app stores, by the right of the person who calls. */
interface Change<T> {
  /** One, or one for each space that is concerned. */
  entries: readonly ChangeEntry[];
  write: () => Promise<T>;
  found?: Recorded<T>['found'];
  /** Asks Atlassian again for what the change stands on besides the person's right; returns when. Throws what stands against it now. */
  readAgain?: () => Promise<number>;
}

/**
 * Records a change and makes it, on nothing that Atlassian said more than five seconds before; what is older is asked again.
 *
 * Fails with FORBIDDEN if the person may no longer do it, with UPSTREAM_UNAVAILABLE if Atlassian takes more than five seconds to say so, or as `readAgain`
 * and `write` do. A change that was recorded and then not made is on record as that.
 */
export async function changeAs<T>(ports: BrokerPorts, by: Proved, change: Change<T>): Promise<T> {
  const { entries, write, found, readAgain } = change;
  let readAt = by.provedAt;
  async function keepYoung(): Promise<void> {
    if (isFresh(ports.clock, readAt)) return;
    readAt = Math.min(...(await Promise.all([by.proveAgain(), readAgain?.() ?? ports.clock.now()])));
    demandFresh(ports.clock, readAt);
  }
  await keepYoung();
  return recordedIfSent(ports, {
    entries: entries.map((entry) => ({ ...entry, caller: by.caller })),
    effect: async () => {
      const stopped = await failureIn(keepYoung);
      return stopped === undefined ? { value: await write() } : { notSent: stopped };
    },
    ...(found && { found }),
  });
}
