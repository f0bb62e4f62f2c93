// The audit trail's write side: attempts and outcomes.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import type { Attempt, Outcome } from '../../domain/audit';
import { AppError } from '../../domain/errors';
import type { Log } from '../../domain/ports';
import { omitUndefined } from '../omit-undefined';
import { attemptRow, RETENTION, type OutcomeRow } from './audit-rows';
import { AUDIT_ENTRY, AUDIT_OUTCOME } from './keys';

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

/** Never throws: false means that they are not stored. */
export const storeOutcomes = async (outcomes: readonly Outcome[], log: Log): Promise<boolean> => {
  if (outcomes.length === 0) return true;
  const transaction = kvs.transact();
  for (const { id, at, outcome, code, found, groupId, accountId } of outcomes) {
    const row: OutcomeRow = omitUndefined({ at, outcome, code, found, groupId, accountId });
    transaction.set(id, row, { entityName: AUDIT_OUTCOME }, RETENTION);
  }
  try {
    await transaction.execute();
    return true;
  } catch (thrown) {
    log.error('auditOutcomeNotStored', { outcomes: outcomes.length }, thrown);
    return false;
  }
};
