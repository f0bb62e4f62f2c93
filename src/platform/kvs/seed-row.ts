// A first row for a transaction to name the version of: transactions have no "if it does not exist".
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import { isRefused } from './failures';

/** Stores a row where there is none. Idempotent. */
export async function seedRow<Row extends object>(
  entityName: string,
  key: string,
  row: Row,
  options: { ttl?: { value: number; unit: 'DAYS' } } = {},
): Promise<void> {
  try {
    await kvs.entity<Row>(entityName).set(key, row, { ...options, keyPolicy: 'FAIL_IF_EXISTS' });
  } catch (thrown) {
    // Refused: it exists, and the transaction that follows finds out its version.
    if (!isRefused(thrown)) throw thrown;
  }
}
