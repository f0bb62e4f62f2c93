// Reads of many entities by key, in the batches that Forge's key-value store takes.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { kvs } from '@forge/kvs';

import { BATCH } from './keys';

/** Reads rows of several entities in one request, by entity and key; absent ones are undefined. */
export async function readTogether(
  wanted: readonly { entityName: string; key: string }[],
): Promise<(entityName: string, key: string) => unknown> {
  const { successfulKeys, failedKeys } = await kvs.batchGet(wanted.map((one) => ({ ...one })));
  const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed !== undefined) throw new Error('A batch could not be read', { cause: failed.error.code });
  // A group's id can equal the key of a setting: the entity and the key together count.
  return (entityName, key) => successfulKeys.find((row) => row.entityName === entityName && row.key === key)?.value;
}

/** Reads the values of these keys; absent ones are missing. Batches run side by side. */
export async function readMany<T>(entityName: string, keys: readonly string[]): Promise<ReadonlyMap<string, T>> {
  const batches: Promise<[string, T][]>[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    batches.push(readBatch(entityName, keys.slice(start, start + BATCH)));
  }
  return new Map((await Promise.all(batches)).flat());
}

async function readBatch<T>(entityName: string, keys: readonly string[]): Promise<[string, T][]> {
  const { successfulKeys, failedKeys } = await kvs.batchGet<T>(keys.map((key) => ({ key, entityName })));
  const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed !== undefined) throw new Error('A batch could not be read', { cause: failed.error.code });
  return successfulKeys.map(({ key, value }) => [key, value]);
}
