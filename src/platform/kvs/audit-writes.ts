// The audit trail's write side: attempts.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import type { Attempt, Outcome } from '../../broker/audit/entries';
import { AppError } from '../../broker/errors';
import { instant } from '../../broker/instant';
import type { Clock } from '../../broker/ports';
import { omitUndefined } from '../omit-undefined';
import type { Keeping } from './audit-outcomes';
import { attemptRow, RETENTION, type AreaOf } from './audit-rows';
import { isRefused } from './failures';
import { AUDIT_ENTRY } from './keys';

/**
 * Stores all attempts or none. Fails with AUDIT_UNAVAILABLE: then nothing is sent. Without a clear answer of the store they may be recorded all the same, so an outcome that
 * says that they were never sent is carried.
 */
export async function storeAttempts(
  attempts: readonly Attempt[],
  { carried, installation, clock, areaOf }: Keeping & { clock: Clock; areaOf: AreaOf },
): Promise<void> {
  if (attempts.length === 0) return;
  const transaction = kvs.transact();
  for (const attempt of attempts) {
    transaction.set(attempt.id, omitUndefined(attemptRow(attempt, areaOf)), { entityName: AUDIT_ENTRY }, RETENTION);
  }
  try {
    await transaction.execute();
  } catch (thrown) {
    if (!isRefused(thrown)) carried.carry(installation, attempts.map(neverSent(instant(clock))));
    throw new AppError({ code: 'AUDIT_UNAVAILABLE' }, thrown);
  }
}

function neverSent(at: string) {
  return ({ id }: Attempt): Outcome => ({
    id,
    at,
    outcome: 'failed',
    code: 'NOT_ATTEMPTED',
    found: 'AUDIT_UNAVAILABLE',
  });
}
