// A first row, whose version a transaction can name: transactions don't have "if it doesn't exist".
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import { isRefused } from './failures';

/** Stores a row if there isn't one. Idempotent. */
export async function seedRow<Row extends object>(
  entityName: string,
  key: string,
  row: Row,
  options: { ttl?: { value: number; unit: 'DAYS' } } = {},
): Promise<void> {
  try {
    await kvs.entity<Row>(entityName).set(key, row, { ...options, keyPolicy: 'FAIL_IF_EXISTS' });
  } catch (thrown) {
    // Refused: it exists, and the next transaction finds out its version.
    if (!isRefused(thrown)) throw thrown;
  }
}
