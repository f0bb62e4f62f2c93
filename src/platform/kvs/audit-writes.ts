// The audit trail's write side: attempts.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import type { Attempt } from '../../domain/audit';
import { AppError } from '../../domain/errors';
import { omitUndefined } from '../omit-undefined';
import { attemptRow, RETENTION } from './audit-rows';
import { AUDIT_ENTRY } from './keys';

/** All or none. Fails with AUDIT_UNAVAILABLE. */
export const storeAttempts = async (attempts: readonly Attempt[]): Promise<void> => {
  if (attempts.length === 0) return;
  const transaction = kvs.transact();
  for (const attempt of attempts) {
    transaction.set(attempt.id, omitUndefined(attemptRow(attempt)), { entityName: AUDIT_ENTRY }, RETENTION);
  }
  try {
    await transaction.execute();
  } catch (thrown) {
    throw new AppError({ code: 'AUDIT_UNAVAILABLE' }, thrown);
  }
};
