// The audit trail's write side: attempts, outcomes, refusals.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { Attempt, Outcome, Refusal } from '../../domain/audit';
import { AppError } from '../../domain/errors';
import type { Log } from '../../domain/ports';
import { omitUndefined } from '../omit-undefined';
import { attemptRow, refusalRow, RETENTION, type OutcomeRow, type RefusalRow } from './audit-rows';
import { isRefused } from './failures';
import { AUDIT_ENTRY, AUDIT_OUTCOME } from './keys';

/** How often a refusal is counted anew after another one came between. */
const REFUSAL_TRIES = 3;

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

/** Adds one to a count, if it is still what was read. */
const countOn = (key: string, row: RefusalRow, refusal: Refusal): Promise<void> => {
  // Refusals of several groups fold into one entry, which then names none of them.
  const groupId = row.groupId === refusal.groupId ? row.groupId : undefined;
  const next = omitUndefined<RefusalRow>({ ...row, groupId, times: row.times + 1 });
  const conditions = new Filter<typeof next>().and('times', FilterConditions.equalTo(row.times));
  return kvs.transact().set(key, next, { entityName: AUDIT_ENTRY, conditions }, RETENTION).execute();
};

const countOnce = async (refusal: Refusal): Promise<void> => {
  const [key, first] = refusalRow(refusal);
  const entity = kvs.entity<RefusalRow>(AUDIT_ENTRY);
  const row = await entity.get(key);
  if (row === undefined) await entity.set(key, first, { ...RETENTION, keyPolicy: 'FAIL_IF_EXISTS' });
  else await countOn(key, row, refusal);
};

/** Counts a refusal. Never throws: a refusal must not fail for the sake of its record. */
export const countRefusal = async (refusal: Refusal, log: Log): Promise<void> => {
  for (let tries = 1; tries <= REFUSAL_TRIES; tries += 1) {
    try {
      // Another invocation counted at the same time: read and count again.
      await countOnce(refusal);
      return;
    } catch (thrown) {
      if (isRefused(thrown) && tries < REFUSAL_TRIES) continue;
      log.error('auditRefusalNotStored', { action: refusal.action, reason: refusal.reason }, thrown);
      return;
    }
  }
};
