// Outcomes of attempts: stored with two tries, and carried in memory if both fail.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import type { Outcome } from '../../broker/audit/entries';
import type { Log } from '../../broker/ports';
import { omitUndefined } from '../omit-undefined';
import { RETENTION, type OutcomeRow } from './audit-rows';
import type { CarriedOutcomes } from './carried-outcomes';
import { AUDIT_OUTCOME, BATCH } from './keys';

/** Holds outcomes between invocations, and names the installation of this one. */
export interface Keeping {
  carried: CarriedOutcomes;
  installation: string;
}

/** Tries in all, before the caller is answered. An outcome whose stored answer was lost is stored again unchanged. */
const TRIES = 2;

/** Stores outcomes, and those that this installation's earlier invocations couldn't. False: the given ones are carried. Never throws. */
export async function keepOutcomes(
  outcomes: readonly Outcome[],
  { carried, installation, log }: Keeping & { log: Log },
): Promise<boolean> {
  const earlier = carried.take(installation, Math.max(0, BATCH - outcomes.length));
  const all = [...earlier, ...outcomes];
  if (all.length === 0) return true;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      await store(all);
      return true;
    } catch (thrown) {
      log.error('auditOutcomeNotStored', { outcomes: all.length, tries }, thrown);
    }
  }
  carried.carry(installation, all);
  return false;
}

/** Adds outcomes to a transaction, an operation each. */
export function addOutcomes(transaction: ReturnType<typeof kvs.transact>, outcomes: readonly Outcome[]): void {
  for (const { id, at, outcome, code, found, groupId, accountId, prior } of outcomes) {
    const row: OutcomeRow = omitUndefined({ at, outcome, code, found, groupId, accountId, prior });
    transaction.set(id, row, { entityName: AUDIT_OUTCOME }, RETENTION);
  }
}

async function store(outcomes: readonly Outcome[]): Promise<void> {
  const transaction = kvs.transact();
  addOutcomes(transaction, outcomes);
  await transaction.execute();
}
