// Settings of one installation that both products share, and those of Confluence.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { failureOf } from '../../broker/errors';
import type { Versioned } from '../../broker/ports';
import type { PrivilegedUserSetting } from '../../broker/privileged-user/state';
import type { StoredRules } from '../../groups/rules/stored-rules';
import type { GroupSettings } from '../../groups/store-ports';
import { DEFAULT_PATTERN } from '../../shared/groups/group-pattern';
import { DEFAULT_PROVING_OPERATION } from '../../shared/groups/proving-operation';
import { MAX_PEOPLE } from '../../shared/limits';
import { unwatched, type Watch } from '../rest/pause-gate';
import { PRIVILEGED_USER_KEY, REFUSAL_LOOK_KEY, RULES_KEY } from './keys';
import { readObservation, storeObservation, storeWithObservation } from './observations';
import { readVersioned, saveVersioned } from './versioned';

const DEFAULT_RULES: StoredRules = {
  pattern: DEFAULT_PATTERN,
  blockList: [],
  personalSpaces: false,
  mostGroups: 50,
  longestList: 1000,
  supportReaders: [],
  provingOperation: DEFAULT_PROVING_OPERATION,
};

/** Rules as some version stored them: earlier ones had a limit of people in one operation, 25 unless an admin lowered it. */
export type EarlierRules = Partial<StoredRules> & { maxPeoplePerOperation?: number };

/** Completes rules stored before a rule existed with its default. A lowered limit of people holds for lists too. */
export function withDefaults({ maxPeoplePerOperation = MAX_PEOPLE, ...stored }: EarlierRules): StoredRules {
  const lowered = maxPeoplePerOperation < MAX_PEOPLE && { longestList: maxPeoplePerOperation };
  return { ...DEFAULT_RULES, ...lowered, ...stored };
}

/** Creates the settings of this installation, for one invocation: each is read once, and again after a save. `watch` sees who is read as the privileged user. The port describes how each method fails. */
export function createSettings(watch: Watch = unwatched): GroupSettings {
  const privilegedUser = remembered(async () => (await watch(readPrivilegedUserRow)).privilegedUser);
  const observation = remembered(readObservation);
  const rules = remembered(readRules);
  return {
    privilegedUser: privilegedUser.read,
    savePrivilegedUser: async (next, before, found) => {
      const version = await (found === undefined
        ? saveVersioned(PRIVILEGED_USER_KEY, next, before)
        : storeWithObservation(next, before, found, await observation.read()));
      privilegedUser.forget();
      observation.forget();
      return version;
    },
    observation: async () => (await observation.read()).value,
    saveObservation: async (found, base) => {
      const stands = await storeObservation(found, base, await observation.read());
      privilegedUser.forget();
      observation.forget();
      return stands;
    },
    claimRefusalCheck,
    rules: rules.read,
    saveRules: async (next, before) => {
      const version = await saveVersioned(RULES_KEY, next, before);
      rules.forget();
      return version;
    },
  };
}

/** Reads the setting of the privileged user anew. */
export async function readPrivilegedUserRow() {
  return { privilegedUser: await readVersioned<PrivilegedUserSetting>(PRIVILEGED_USER_KEY, {}) };
}

/** Returns a read that runs once, and again after `forget`. */
function remembered<T>(read: () => Promise<T>) {
  let value: Promise<T> | undefined;
  return {
    read: () => (value ??= read()),
    forget: () => {
      value = undefined;
    },
  };
}

async function readRules(): Promise<Versioned<StoredRules>> {
  const { value, version } = await readVersioned<EarlierRules>(RULES_KEY, {});
  return { value: withDefaults(value), version };
}

async function claimRefusalCheck(now: number, withinMs: number): Promise<boolean> {
  const { value, version } = await readVersioned<{ at?: string }>(REFUSAL_LOOK_KEY, {});
  if (value.at !== undefined && now - Date.parse(value.at) < withinMs) return false;
  try {
    await saveVersioned(REFUSAL_LOOK_KEY, { at: new Date(now).toISOString() }, version);
    return true;
  } catch (thrown) {
    // Another observation came first.
    if (failureOf(thrown)?.code === 'CONFLICT') return false;
    throw thrown;
  }
}
