// Refused writes: rows that count, at most 20 a caller and hour, and one more for all others. Their keys are fixed, so no race makes more.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { Refusal } from '../../broker/audit/entries';
import type { Log } from '../../broker/ports';
import { omitUndefined } from '../omit-undefined';
import { refusalRow, RETENTION, restRow, spaceOf, type AreaOf, type RefusalRow } from './audit-rows';
import { readMany } from './batches';
import { isRefused } from './failures';
import { AUDIT_ENTRY, refusalKeys } from './keys';

interface Deps {
  log: Log;
  areaOf: AreaOf;
}

/** Counts refusals, one after the other. Never throws: a refusal must not fail for the sake of its record. */
export async function countRefusals(refusals: readonly Refusal[], deps: Deps): Promise<void> {
  for (const refusal of refusals) await countRefusal(refusal, deps);
}

/** Tries of a count that other refusals get ahead of. */
const TRIES = 5;

async function countRefusal(refusal: Refusal, { log, areaOf }: Deps): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      await countOnce(refusal, areaOf);
      return;
    } catch (thrown) {
      // Another invocation counted at the same time: read and count again.
      if (isRefused(thrown) && tries < TRIES) continue;
      log.error('auditRefusalNotStored', { action: refusal.action, reason: refusal.reason }, thrown);
      return;
    }
  }
}

/** One read and one write. */
async function countOnce(refusal: Refusal, areaOf: AreaOf): Promise<void> {
  const { own, rest } = refusalKeys(refusal.at, refusal.caller);
  const rows = await readMany<RefusalRow>(AUDIT_ENTRY, [...own, rest]);
  const fold = foldOf(refusal);
  const same = own.find((key) => foldOfRow(rows.get(key)) === fold);
  const free = same === undefined ? startingAt(own, fold).find((key) => !rows.has(key)) : undefined;
  const key = same ?? free ?? rest;
  const before = rows.get(key);
  if (before !== undefined) return countOn(key, before);
  const row = free === undefined ? restRow(refusal, key, areaOf) : refusalRow(refusal, key, areaOf);
  await kvs.entity<RefusalRow>(AUDIT_ENTRY).set(key, row, { ...RETENTION, keyPolicy: 'FAIL_IF_EXISTS' });
}

/** Returns the identity of a refusal: two with the same one share a row with a count. */
function foldOf({ action, reason, spaceId, groupId, projectId }: Refusal): string {
  return JSON.stringify([action, reason, spaceId, groupId, projectId]);
}

function foldOfRow(row: RefusalRow | undefined): string | undefined {
  return row && JSON.stringify([row.action, row.code, spaceOf(row), row.groupId, row.projectId]);
}

/** Returns all keys, starting at one that the refusal itself chooses: equal refusals of one moment meet at the same key, others mostly don't. */
function startingAt(keys: readonly string[], fold: string): string[] {
  const first = fold.split('').reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % keys.length;
  return [...keys.slice(first), ...keys.slice(0, first)];
}

/** Adds one to a count, if it is still what was read. */
function countOn(key: string, row: RefusalRow): Promise<void> {
  const next = omitUndefined<RefusalRow>({ ...row, times: row.times + 1 });
  const conditions = new Filter<typeof next>().and('times', FilterConditions.equalTo(row.times));
  return kvs.transact().set(key, next, { entityName: AUDIT_ENTRY, conditions }, RETENTION).execute();
}
