// Transactions: all operations succeed, or none happens.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-transactions/
import { z } from 'zod';

import { isRecord, jsonBytes } from '../json';
import { STORAGE_LIMITS } from '../limits';
import { filtersSchema, testOfFilters } from './conditions';
import type { Filters } from './conditions';
import { KvsRefusal } from './errors';
import { compartmentOf, liveTable } from './tables';
import type { Compartment, Store } from './tables';
import { groupedSetOptions, prepareDelete, prepareSet } from './writes';

/** Refuses a key that is used twice in one table. */
export function checkUnique(operations: readonly { key: string; entityName?: string | undefined }[]): void {
  const keys = new Set(operations.map(({ key, entityName }) => JSON.stringify([entityName, key])));
  if (keys.size !== operations.length) throw new KvsRefusal('KEY_DUPLICATION_ERROR');
}

const keyed = z.object({ key: z.string(), entityName: z.string().optional(), conditions: filtersSchema.optional() });
const request = z.object({
  set: z.array(keyed.extend({ value: z.unknown().optional(), options: groupedSetOptions.optional() })).default([]),
  delete: z.array(keyed).default([]),
  check: z.array(keyed.extend({ entityName: z.string(), conditions: filtersSchema })).default([]),
});

export function transact(store: Store, body: unknown): undefined {
  const { set, delete: remove, check } = request.parse(body);
  const all = [...set, ...remove, ...check];
  checkLimits(body, all);
  const deeds = [
    ...set.map(({ entityName, ...write }) => prepareSet(store, compartmentOf(store, entityName), write)),
    ...remove.map(({ key, entityName }) => prepareDelete(store, compartmentOf(store, entityName), key)),
  ];
  for (const { key, entityName, conditions } of all) {
    checkConditions(store, compartmentOf(store, entityName), key, conditions);
  }
  for (const deed of deeds) deed();
  return undefined;
}

function checkLimits(body: unknown, operations: readonly { key: string; entityName?: string | undefined }[]): void {
  if (operations.length === 0) throw new KvsRefusal('INVALID_REQUEST', 'the transaction is empty');
  if (operations.length > STORAGE_LIMITS.transactionOperations) {
    throw new KvsRefusal('UNPROCESSABLE_ENTITY', `more than ${STORAGE_LIMITS.transactionOperations} operations`);
  }
  if (jsonBytes(body) > STORAGE_LIMITS.transactionBytes) throw new KvsRefusal('MAX_SIZE', 'transaction');
  checkUnique(operations);
}

/** Checks conditions. On a key that doesn't exist, none holds. */
function checkConditions(store: Store, compartment: Compartment, key: string, conditions: Filters | undefined): void {
  if (conditions === undefined) return;
  if (compartment.kind !== 'entity') throw new KvsRefusal('INVALID_REQUEST', 'conditions need an entityName');
  const test = testOfFilters(compartment.entity, conditions);
  const value = liveTable(store, compartment).get(key)?.value;
  if (!isRecord(value) || !test(value)) throw new KvsRefusal('CONDITIONAL_CHECK_FAILED', key);
}
