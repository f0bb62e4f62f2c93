// Settings with a version: rows of a custom entity, because only entities have conditional writes.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { Versioned } from '../../domain/ports';
import { readMany } from './batches';
import { reading, writing, writingUnless } from './failures';
import { SETTING } from './keys';
import { seedRow } from './seed-row';

export interface Row<T> {
  /** 0: nothing is stored yet, the row only stands for it. */
  version: number;
  content: T;
}

/** What a row holds, or `otherwise` with the version 0. */
export const versionedOf = <T>(row: Row<T> | undefined, otherwise: T): Versioned<T> =>
  row === undefined || row.version === 0
    ? { value: otherwise, version: 0 }
    : { value: row.content, version: row.version };

const readRow = async <T>(key: string): Promise<Row<T> | undefined> => {
  const row = await kvs.entity<Row<T>>(SETTING).get(key);
  return row === undefined || row.version === 0 ? undefined : row;
};

/** What is stored, or undefined. */
export const readSetting = <T>(key: string): Promise<T | undefined> =>
  reading(async () => (await readRow<T>(key))?.content);

/** What is stored, or `otherwise` with the version 0. */
export const readVersioned = <T>(key: string, otherwise: T): Promise<Versioned<T>> =>
  reading(async () => versionedOf(await readRow<T>(key), otherwise));

/** Those of several settings that are stored, by key. */
export const readSettings = <T>(keys: readonly string[]): Promise<ReadonlyMap<string, T>> =>
  reading(async () => {
    const rows = [...(await readMany<Row<T>>(SETTING, keys))];
    return new Map(
      rows.flatMap(([key, { version, content }]): [string, T][] => (version === 0 ? [] : [[key, content]])),
    );
  });

/** Stores a value without asking what was there: the last writer wins. */
export const saveSetting = <T>(key: string, value: T): Promise<void> =>
  writing(() => kvs.entity<Row<T>>(SETTING).set(key, { version: 1, content: value }));

/** Stores a value if `seen` is still its version, together with another setting. The new version. */
export const saveVersioned = async <T>(
  key: string,
  value: T,
  seen: number,
  also?: { key: string; value: object },
): Promise<number> => {
  const version = seen + 1;
  const isConflict = async () => ((await readRow(key))?.version ?? 0) !== seen;
  await writingUnless(isConflict, 'settings', async () => {
    if (seen === 0) await seedRow(SETTING, key, { version: 0, content: {} });
    const conditions = new Filter<Row<T>>().and('version', FilterConditions.equalTo(seen));
    const transaction = kvs
      .transact()
      .set<Row<T>>(key, { version, content: value }, { entityName: SETTING, conditions });
    if (also !== undefined) transaction.set(also.key, { version: 1, content: also.value }, { entityName: SETTING });
    await transaction.execute();
  });
  return version;
};
