// Observations of the privileged user, stored while other checks may be under way: the latest one stands, and check groups aren't lost.
import { failureOf } from '../../broker/errors';
import type { Versioned } from '../../broker/ports';
import type { CheckGroup, Observation, PrivilegedUserSetting } from '../../broker/privileged-user/state';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import { OBSERVATION_KEY, PRIVILEGED_USER_KEY } from './keys';
import { changeSetting, readVersioned, saveVersioned } from './versioned';

export type StoredObservation = Versioned<Observation | undefined>;

export function readObservation(): Promise<StoredObservation> {
  return readVersioned<Observation>(OBSERVATION_KEY);
}

/**
 * Stores an observation, unless a later one is stored, and in any case its changes to the check groups since `base`: the observation known when
 * it began. `before` is the one read last. Returns the observation that stands.
 */
export function storeObservation(
  found: Observation,
  base: Observation | undefined,
  before: StoredObservation,
): Promise<Observation> {
  return changeSetting(OBSERVATION_KEY, before, (now) => {
    const leftoverCheckGroups = merged(found, base, now);
    return isOvertaken(found, base, now) ? { ...now, leftoverCheckGroups } : { ...found, leftoverCheckGroups };
  });
}

/** Tries of the setting if observations come between. */
const TRIES = 5;

/** Stores the setting of the privileged user, if `version` is still its version, with the observation that led to it. Returns the new version. */
export async function storeWithObservation(
  next: PrivilegedUserSetting,
  version: number,
  found: Observation,
  before: StoredObservation,
): Promise<number> {
  let now = before;
  for (let tries = 1; ; tries += 1) {
    const value = { ...found, leftoverCheckGroups: merged(found, before.value, now.value) };
    try {
      return await saveVersioned(PRIVILEGED_USER_KEY, next, version, {
        key: OBSERVATION_KEY,
        value,
        before: now.version,
      });
    } catch (thrown) {
      if (failureOf(thrown)?.code !== 'CONFLICT' || tries === TRIES) throw thrown;
      const later = await readObservation();
      // There wasn't an observation in between: the setting itself was changed.
      if (later.version === now.version) throw thrown;
      now = later;
    }
  }
}

/** Returns the stored check groups with this check's additions and removals. */
function merged(found: Observation, base: Observation | undefined, now: Observation | undefined): CheckGroup[] {
  const [before, stored] = [base?.leftoverCheckGroups ?? [], now?.leftoverCheckGroups ?? []];
  const gone = before.filter((group) => !has(found.leftoverCheckGroups, group));
  const kept = stored.filter((group) => !has(gone, group));
  const added = found.leftoverCheckGroups.filter((group) => !has(before, group) && !has(kept, group));
  return [...kept, ...added];
}

function has(groups: readonly CheckGroup[], { groupId }: CheckGroup): boolean {
  return groups.some((one) => one.groupId === groupId);
}

/** Tells whether the stored observation is later, or of another privileged user than this one. */
function isOvertaken(
  found: Observation,
  base: Observation | undefined,
  now: Observation | undefined,
): now is Observation {
  if (now === undefined) return false;
  if (now.accountId === found.accountId) return now.at > found.at;
  // Of nobody: only a group was noted.
  return now.accountId !== base?.accountId && now.accountId !== CLOSED_ACCOUNT;
}
