import type { StoredAction } from '../shared/broker/audit';
import type { Attempt } from './audit/entries';
import type { Recorded } from './audit/recorded';
import { recordedIfSent } from './audit/sent';
import { failureIn } from './failure-in';
import type { BrokerPorts } from './ports';
import type { Proved } from './proved';
import { stayingProved } from './stays-proved';

/** The entry of a change, without its caller, who is added. */
type ChangeEntry = Omit<Attempt, 'id' | 'at' | 'caller'> & { action: StoredAction; id?: string };

/** A change to stored data, made by the caller's own right. */
interface Change<T> {
  /** One, or one for each space concerned. */
  entries: readonly ChangeEntry[];
  write: () => Promise<T>;
  found?: Recorded<T>['found'];
  /** Asks Atlassian again for the facts behind the change besides the person's right, and returns the time of the request. Throws if they forbid it now. */
  readAgain?: () => Promise<number>;
}

/**
 * Records a change and makes it, based only on answers from Atlassian at most five seconds old; older ones are requested again.
 *
 * Fails with FORBIDDEN if the person may no longer do it, with UPSTREAM_UNAVAILABLE if Atlassian takes more than five seconds to say so, or as `readAgain`
 * and `write` do. A change that was recorded and then not made is recorded as such.
 */
export async function changeAs<T>(ports: BrokerPorts, by: Proved, change: Change<T>): Promise<T> {
  const { entries, write, found, readAgain } = change;
  const stayProved = stayingProved(ports, by, readAgain);
  await stayProved();
  return recordedIfSent(ports, {
    entries: entries.map((entry) => ({ ...entry, caller: by.caller })),
    effect: async () => {
      const stopped = await failureIn(stayProved);
      return stopped === undefined ? { value: await write() } : { notSent: stopped };
    },
    ...(found && { found }),
  });
}
