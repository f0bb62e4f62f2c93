// Settings with a version: rows of a custom entity, because only entities have conditional writes.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import { failureOf } from '../../broker/errors';
import type { Versioned } from '../../broker/ports';
import { readMany } from './batches';
import { reading, writing, writingUnless } from './failures';
import { SETTING } from './keys';
import { seedRow } from './seed-row';

export interface Row<T> {
  /** 0: nothing is stored yet, and the row is a placeholder. */
  version: number;
  content: T;
}

/** Returns the value of a row, or `otherwise` with the version 0. */
export function versionedOf<T>(row: Row<T> | undefined): Versioned<T | undefined>;
export function versionedOf<T>(row: Row<T> | undefined, otherwise: T): Versioned<T>;
export function versionedOf<T>(row: Row<T> | undefined, otherwise?: T): Versioned<T | undefined> {
  return row === undefined || row.version === 0
    ? { value: otherwise, version: 0 }
    : { value: row.content, version: row.version };
}

/** Returns the stored value, or undefined. */
export function readSetting<T>(key: string): Promise<T | undefined> {
  return reading(async () => (await readRow<T>(key))?.content);
}

/** Returns the stored value, or `otherwise` with the version 0. */
export function readVersioned<T>(key: string): Promise<Versioned<T | undefined>>;
export function readVersioned<T>(key: string, otherwise: T): Promise<Versioned<T>>;
export function readVersioned<T>(key: string, otherwise?: T): Promise<Versioned<T | undefined>> {
  return reading(async () => versionedOf(await readRow<T>(key), otherwise));
}

/** Returns the stored ones of several settings, by key. */
export function readSettings<T>(keys: readonly string[]): Promise<ReadonlyMap<string, T>> {
  return reading(async () => {
    const rows = [...(await readMany<Row<T>>(SETTING, keys))];
    return new Map(
      rows.flatMap(([key, { version, content }]): [string, T][] => (version === 0 ? [] : [[key, content]])),
    );
  });
}

/** Stores a value unconditionally: the last writer wins. */
export function saveSetting<T>(key: string, value: T): Promise<void> {
  return writing(() => kvs.entity<Row<T>>(SETTING).set(key, { version: 1, content: value }));
}

/** Stores a value if `before` is still its version, together with another setting on the same condition. Returns the new version. */
export async function saveVersioned<T>(
  key: string,
  value: T,
  before: number,
  also?: { key: string; value: object; before: number },
): Promise<number> {
  const version = before + 1;
  async function hasMoved(one: string, was: number) {
    return ((await readRow(one))?.version ?? 0) !== was;
  }
  async function isConflict() {
    return (await hasMoved(key, before)) || (also !== undefined && hasMoved(also.key, also.before));
  }
  await writingUnless(isConflict, 'settings', async () => {
    if (before === 0) await seedRow(SETTING, key, { version: 0, content: {} });
    if (also?.before === 0) await seedRow(SETTING, also.key, { version: 0, content: {} });
    const transaction = setAfter(kvs.transact(), key, value, before);
    if (also !== undefined) setAfter(transaction, also.key, also.value, also.before);
    await transaction.execute();
  });
  return version;
}

/** Tries of a change that others get ahead of. */
const TRIES = 5;

/**
 * Changes a setting of which `before` was read: after a conflict, calls `change` again with the value stored by then.
 *
 * Returns the value that stands. If `change` returns its argument, nothing is stored.
 */
export async function changeSetting<T extends object>(
  key: string,
  before: Versioned<T | undefined>,
  change: (now: T | undefined) => T,
): Promise<T> {
  let now = before;
  for (let tries = 1; ; tries += 1) {
    const next = change(now.value);
    if (next === now.value) return next;
    try {
      await saveVersioned(key, next, now.version);
      return next;
    } catch (thrown) {
      if (failureOf(thrown)?.code !== 'CONFLICT' || tries === TRIES) throw thrown;
    }
    now = await readVersioned<T>(key);
  }
}

type Transaction = ReturnType<typeof kvs.transact>;

/** Adds a value to a transaction, on condition that `before` is still its version. */
export function setAfter<T>(transaction: Transaction, key: string, content: T, before: number): Transaction {
  const conditions = new Filter<Row<T>>().and('version', FilterConditions.equalTo(before));
  return transaction.set<Row<T>>(key, { version: before + 1, content }, { entityName: SETTING, conditions });
}

async function readRow<T>(key: string): Promise<Row<T> | undefined> {
  const row = await kvs.entity<Row<T>>(SETTING).get(key);
  return row === undefined || row.version === 0 ? undefined : row;
}
