// Writing one row, alone or inside a transaction or batch: everything is checked before it is applied.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/#kvs-set-options
import { z } from 'zod';

import { KvsRefusal } from './errors';
import { entryOf, liveTable } from './tables';
import type { Compartment, Row, Store } from './tables';
import { checkEntityValue, checkKey, checkValue, expiryOf } from './values';

const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));

export const getOptions = z.object({ metadataFields: metadataFields.optional() });

const ttl = z.object({ value: z.number(), unit: z.string() });

/** Options of a single write. */
export const setOptions = z.strictObject({
  ttl: ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: metadataFields.optional(),
});

/** Options of a write in a transaction or batch: the published types allow only a lifetime. */
export const groupedSetOptions = z.strictObject({ ttl: ttl.optional() });

type SetOptions = z.infer<typeof setOptions>;

interface Write {
  key: string;
  value?: unknown;
  options?: SetOptions | undefined;
}

/** Checks a write and returns a function that performs it. */
export function prepareSet(store: Store, compartment: Compartment, { key, value, options = {} }: Write): () => unknown {
  checkKey(key);
  checkValue(value);
  if (compartment.kind === 'entity') checkEntityValue(compartment.entity, value);
  checkOptions(options);
  const now = store.clock.now();
  const expireAt = expiryOf(options.ttl, now);
  const table = liveTable(store, compartment);
  const previous = table.get(key);
  if (options.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) throw new KvsRefusal('KEY_CONFLICT', key);
  const latest: Row = { value, createdAt: previous?.createdAt ?? now, updatedAt: now, expireAt };
  return () => {
    table.set(key, latest);
    if (options.returnValue === undefined) return undefined;
    const shown = options.returnValue === 'LATEST' ? latest : previous;
    return shown && entryOf(key, shown, options.returnMetadataFields);
  };
}

export function prepareDelete(store: Store, compartment: Compartment, key: string): () => undefined {
  checkKey(key);
  const table = liveTable(store, compartment);
  return () => {
    table.delete(key);
    return undefined;
  };
}

export function readRow(
  store: Store,
  compartment: Compartment,
  key: string,
  options: z.infer<typeof getOptions> = {},
): Record<string, unknown> {
  checkKey(key);
  const row = liveTable(store, compartment).get(key);
  if (row === undefined) throw new KvsRefusal('KEY_NOT_FOUND');
  return entryOf(key, row, options.metadataFields);
}

function checkOptions({ keyPolicy, returnValue, returnMetadataFields }: SetOptions): void {
  if (returnValue !== undefined && keyPolicy === 'FAIL_IF_EXISTS') {
    throw new KvsRefusal('INVALID_REQUEST', 'returnValue needs keyPolicy OVERRIDE');
  }
  if (returnMetadataFields !== undefined && returnValue === undefined) {
    throw new KvsRefusal('INVALID_REQUEST', 'returnMetadataFields needs returnValue');
  }
}
