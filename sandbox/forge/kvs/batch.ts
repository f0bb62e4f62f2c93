// Batches: each item succeeds or fails on its own.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/
import { z } from 'zod';

import { jsonBytes } from '../json';
import { STORAGE_LIMITS } from '../limits';
import { KvsRefusal } from './errors';
import type { Operation } from './single';
import { compartmentOf } from './tables';
import { checkUnique } from './transaction';
import { getOptions, groupedSetOptions, prepareDelete, prepareSet, readRow } from './writes';

const keyed = z.object({ key: z.string(), entityName: z.string().optional() });
const getItems = z.array(keyed.extend({ options: getOptions.optional() }));

const batchGet: Operation = (store, body) =>
  runEach(getItems.parse(body), ({ key, entityName, options }) =>
    readRow(store, compartmentOf(store, entityName), key, options),
  );

const setItems = z.array(keyed.extend({ value: z.unknown().optional(), options: groupedSetOptions.optional() }));

const batchSet: Operation = (store, body) =>
  runEach(setItems.parse(body), ({ entityName, ...write }) => {
    prepareSet(store, compartmentOf(store, entityName), write)();
    return {};
  });

const batchDelete: Operation = (store, body) =>
  runEach(z.array(keyed).parse(body), ({ key, entityName }) => {
    prepareDelete(store, compartmentOf(store, entityName), key)();
    return {};
  });

export const BATCH_OPERATIONS: readonly [target: string, operation: Operation][] = [
  ['/api/v1/batch/get', batchGet],
  ['/api/v1/batch/set', batchSet],
  ['/api/v1/batch/delete', batchDelete],
];

type Keyed = z.infer<typeof keyed>;

function runEach<Item extends Keyed>(items: readonly Item[], run: (item: Item) => object) {
  if (items.length === 0) throw new KvsRefusal('INVALID_REQUEST', 'the batch is empty');
  if (items.length > STORAGE_LIMITS.batchKeys) throw new KvsRefusal('TOO_MANY_BATCH_ENTITIES');
  if (jsonBytes(items) > STORAGE_LIMITS.transactionBytes) throw new KvsRefusal('MAX_SIZE', 'batch');
  checkUnique(items);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push({ ...keyOf(item), ...run(item) });
    } catch (refused) {
      if (!(refused instanceof KvsRefusal)) throw refused;
      failedKeys.push({ ...keyOf(item), error: { code: refused.code, message: refused.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

function keyOf({ key, entityName }: Keyed) {
  return { key, ...(entityName === undefined ? {} : { entityName }) };
}
