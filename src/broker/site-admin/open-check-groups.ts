import { failureOf, isLost } from '../errors';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import { changeProofs } from './change-proofs';
import type { StoredProofs } from './ports';
import { withOpenGroups, withoutGroups } from './proofs';

/**
 * Stores the names of check groups before they can exist: however their creation ends, the daily check looks for them until they are gone.
 * Fails with STORAGE_UNAVAILABLE.
 */
export function noteCheckGroups(ports: BrokerPorts, groupNames: readonly string[]): Promise<StoredProofs> {
  return changeProofs(ports, (stored) => withOpenGroups(stored, groupNames, ports.clock.now()));
}

/** Forgets check groups that are surely gone, or were never made. If that can't be stored, the daily check finds none. */
export async function forgetCheckGroups(
  ports: BrokerPorts,
  noted: StoredProofs,
  groupNames: readonly string[],
): Promise<void> {
  if (groupNames.length === 0) return;
  await orLog(ports, 'test group not forgotten', () =>
    changeProofs(ports, (stored) => withoutGroups(stored, groupNames), noted),
  );
}

/** Tells whether a creation that failed this way may have made the group, or may still make it. */
export function mayHaveMade(thrown: unknown): boolean {
  const failure = failureOf(thrown);
  return failure === undefined || isLost(failure);
}
