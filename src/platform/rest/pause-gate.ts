// The last gate before a call as the privileged user: all changes may be paused.
import { isFresh } from '../../broker/age';
import type { Clock, StoredNow } from '../../broker/ports';
import { demandNotPaused } from '../../broker/privileged-user/still-right';
import { shared } from '../../broker/shared-request';

type Stored = Pick<StoredNow, 'privilegedUser'>;

/** Makes a reading of the setting of the privileged user, and returns it. */
export type Watch = <T extends Stored>(read: () => Promise<T>) => Promise<T>;

/** Stops calls as the privileged user while all changes are paused. */
export interface PauseGate {
  /** Makes a reading, and remembers what it says. */
  watch: Watch;
  /** Fails with CHANGES_PAUSED by a reading that is at most five seconds old. Without one, makes it: fails with STORAGE_UNAVAILABLE. */
  demandOpen(): Promise<void>;
}

/** Makes a reading that nobody remembers. */
export const unwatched: Watch = (read) => read();

/** Creates the gate of one invocation. `read`: reads the setting anew. */
export function createPauseGate(clock: Clock, read: () => Promise<Stored>): PauseGate {
  let latest: { stored: Stored; readAt: number } | undefined;
  async function watch<T extends Stored>(readStored: () => Promise<T>): Promise<T> {
    const readAt = clock.now();
    const stored = await readStored();
    if (latest === undefined || readAt >= latest.readAt) latest = { stored, readAt };
    return stored;
  }
  const readAgain = shared(() => watch(read));
  return {
    watch,
    demandOpen: async () => {
      const stored = latest !== undefined && isFresh(clock, latest.readAt) ? latest.stored : await readAgain();
      demandNotPaused(stored.privilegedUser.value);
    },
  };
}
