// What was found of the privileged user, while other looks may be under way: the latest look stands, and no group of a check is lost.
import { failureOf } from '../../domain/errors';
import type { Versioned } from '../../domain/ports';
import type { CheckGroup, Observation, PrivilegedUserSetting } from '../../domain/privileged-user';
import { OBSERVATION_KEY, PRIVILEGED_USER_KEY } from './keys';
import { changeSetting, readVersioned, saveVersioned } from './versioned';

export type SeenObservation = Versioned<Observation | undefined>;

export function readObservation(): Promise<SeenObservation> {
  return readVersioned<Observation | undefined>(OBSERVATION_KEY, undefined);
}

/** Stores what a look found, if no later one was stored since `seen`, and what it changed of the groups of checks in any case. Returns what stands. */
export function storeObservation(found: Observation, seen: SeenObservation): Promise<Observation> {
  return changeSetting(OBSERVATION_KEY, seen, (now) => {
    const leftoverCheckGroups = merged(found, seen.value, now);
    return isOvertaken(found, seen.value, now) ? { ...now, leftoverCheckGroups } : { ...found, leftoverCheckGroups };
  });
}

/** How often the setting is tried again after a look came between. */
const TRIES = 5;

/** Stores the setting of the privileged user, if `version` is still its version, with the look that led to it. The new version. */
export async function storeWithObservation(
  next: PrivilegedUserSetting,
  version: number,
  found: Observation,
  seen: SeenObservation,
): Promise<number> {
  let now = seen;
  for (let tries = 1; ; tries += 1) {
    const value = { ...found, leftoverCheckGroups: merged(found, seen.value, now.value) };
    try {
      return await saveVersioned(PRIVILEGED_USER_KEY, next, version, {
        key: OBSERVATION_KEY,
        value,
        seen: now.version,
      });
    } catch (thrown) {
      if (failureOf(thrown)?.code !== 'CONFLICT' || tries === TRIES) throw thrown;
      const later = await readObservation();
      // No look came between: the setting itself was changed.
      if (later.version === now.version) throw thrown;
      now = later;
    }
  }
}

/** Whether what is stored is of a later look, or of another privileged user than this look knew. */
function isOvertaken(
  found: Observation,
  seen: Observation | undefined,
  now: Observation | undefined,
): now is Observation {
  if (now === undefined || now === seen) return false;
  return now.accountId !== found.accountId || now.at > found.at;
}

/** The groups that are stored, with what this look has added to those that it saw and taken from them. */
function merged(found: Observation, seen: Observation | undefined, now: Observation | undefined): CheckGroup[] {
  const [before, stored] = [seen?.leftoverCheckGroups ?? [], now?.leftoverCheckGroups ?? []];
  const gone = before.filter((group) => !has(found.leftoverCheckGroups, group));
  const kept = stored.filter((group) => !has(gone, group));
  const added = found.leftoverCheckGroups.filter((group) => !has(before, group) && !has(kept, group));
  return [...kept, ...added];
}

const has = (groups: readonly CheckGroup[], { groupId }: CheckGroup): boolean =>
  groups.some((one) => one.groupId === groupId);
