// Settings of one installation: rows of a custom entity, because only entities have conditional writes.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { Settings, Versioned } from '../../domain/ports';
import type { Observation, PrivilegedUserSetting } from '../../domain/privileged-user';
import { DEFAULT_PATTERN } from '../../shared/group-pattern';
import { MAX_PEOPLE } from '../../shared/limits';
import type { Rules } from '../../shared/payloads';
import { DEFAULT_PROVING_OPERATION } from '../../shared/proving-operation';
import { isRefused, reading, writing, writingUnless } from './failures';
import { OBSERVATION_KEY, PRIVILEGED_USER_KEY, RULES_KEY, SETTING } from './keys';

interface Row<T> {
  /** 0: nothing is stored yet, the row only stands for it. */
  version: number;
  value: T;
}

const DEFAULT_RULES: Rules = {
  pattern: DEFAULT_PATTERN,
  blockList: [],
  personalSpaces: false,
  maxPeoplePerOperation: MAX_PEOPLE,
  supportReaders: [],
  provingOperation: DEFAULT_PROVING_OPERATION,
};

const readRow = async <T>(key: string): Promise<Row<T> | undefined> => {
  const row = await kvs.entity<Row<T>>(SETTING).get(key);
  return row === undefined || row.version === 0 ? undefined : row;
};

const readVersioned = <T>(key: string, otherwise: T): Promise<Versioned<T>> =>
  reading(async () => (await readRow<T>(key)) ?? { value: otherwise, version: 0 });

/** Transactions have no "if it does not exist", so the first save needs a row whose version it can name. Idempotent. */
const seed = async (key: string): Promise<void> => {
  try {
    await kvs.entity<Row<object>>(SETTING).set(key, { version: 0, value: {} }, { keyPolicy: 'FAIL_IF_EXISTS' });
  } catch (thrown) {
    // Refused: it exists, and the save that follows finds out its version.
    if (!isRefused(thrown)) throw thrown;
  }
};

/** Stores a value if `seen` is still its version, together with an observation. The new version. */
const save = async <T>(key: string, value: T, seen: number, observation?: Observation): Promise<number> => {
  const version = seen + 1;
  const isConflict = async () => ((await readRow(key))?.version ?? 0) !== seen;
  await writingUnless(isConflict, 'settings', async () => {
    if (seen === 0) await seed(key);
    const conditions = new Filter<Row<T>>().and('version', FilterConditions.equalTo(seen));
    const transaction = kvs.transact().set<Row<T>>(key, { version, value }, { entityName: SETTING, conditions });
    if (observation !== undefined) {
      transaction.set(OBSERVATION_KEY, { version: 1, value: observation }, { entityName: SETTING });
    }
    await transaction.execute();
  });
  return version;
};

/** Rules that were stored before a rule existed hold its default. */
const readRules = async (): Promise<Versioned<Rules>> => {
  const { value, version } = await readVersioned<Partial<Rules>>(RULES_KEY, {});
  return { value: { ...DEFAULT_RULES, ...value }, version };
};

/** Reads once, and again after it was told to forget. */
const remembered = <T>(read: () => Promise<T>) => {
  let value: Promise<T> | undefined;
  return {
    read: () => (value ??= read()),
    forget: () => {
      value = undefined;
    },
  };
};

/** The settings of this installation, for one invocation: each is read once, and anew after a save. See the port for how each method fails. */
export const createSettings = (): Settings => {
  const privilegedUser = remembered(() => readVersioned<PrivilegedUserSetting>(PRIVILEGED_USER_KEY, {}));
  const observation = remembered(() => reading(async () => (await readRow<Observation>(OBSERVATION_KEY))?.value));
  const rules = remembered(readRules);
  return {
    privilegedUser: privilegedUser.read,
    savePrivilegedUser: async (next, seen, found) => {
      const version = await save(PRIVILEGED_USER_KEY, next, seen, found);
      privilegedUser.forget();
      observation.forget();
      return version;
    },
    observation: observation.read,
    saveObservation: async (found) => {
      await writing(() => kvs.entity<Row<Observation>>(SETTING).set(OBSERVATION_KEY, { version: 1, value: found }));
      observation.forget();
    },
    rules: rules.read,
    saveRules: async (next, seen) => {
      const version = await save(RULES_KEY, next, seen);
      rules.forget();
      return version;
    },
  };
};
