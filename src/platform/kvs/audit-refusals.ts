// Refused writes: rows that count, at most 20 a caller and hour, and one more for all others. Their keys are fixed, so no race makes more.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { Refusal } from '../../broker/audit/entries';
import { foldOf } from '../../broker/audit/fold-refusals';
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

/** Tries of a count that other refusals get ahead of. */
const TRIES = 5;

/** Counts refusals, in as few requests as they have rows. Never throws: a refusal must not fail for the sake of its record. */
export async function countRefusals(refusals: readonly Refusal[], { log, areaOf }: Deps): Promise<void> {
  let left = refusals;
  for (let tries = 1; left.length > 0; tries += 1) {
    try {
      const { counted, thrown } = await countOnce(left, areaOf);
      left = left.filter((one) => !counted.has(one));
      // Another invocation counted at the same time: read and count again.
      if (left.length > 0 && (tries === TRIES || !isRefused(thrown))) throw thrown;
    } catch (thrown) {
      for (const { action, reason } of left) log.error('auditRefusalNotStored', { action, reason }, thrown);
      return;
    }
  }
}

/** A row to store, the one that was read in its place, if any, and the refusals that it counts and that one didn't. */
interface Counting {
  key: string;
  row: RefusalRow;
  before: RefusalRow | undefined;
  refusals: Refusal[];
}

/** One read, one write for each new row, and one for all that count on. Returns the refusals that are stored, and why the others aren't. */
async function countOnce(
  refusals: readonly Refusal[],
  areaOf: AreaOf,
): Promise<{ counted: ReadonlySet<Refusal>; thrown?: unknown }> {
  const all = await placed(refusals, areaOf);
  const known = all.filter(({ before }) => before !== undefined);
  const writes = [
    ...all.filter(({ before }) => before === undefined).map((one) => ({ rows: [one], done: add(one) })),
    ...(known.length === 0 ? [] : [{ rows: known, done: countOn(known) }]),
  ];
  const ended = await Promise.allSettled(writes.map(({ done }) => done));
  const stored = writes.filter((_, index) => ended[index]?.status === 'fulfilled');
  const counted = new Set(stored.flatMap(({ rows }) => rows.flatMap((row) => row.refusals)));
  const failed = ended.find((one) => one.status === 'rejected');
  return { counted, ...(failed && { thrown: failed.reason as unknown }) };
}

/** Reads the rows of these refusals, and returns those that count them. */
async function placed(refusals: readonly Refusal[], areaOf: AreaOf): Promise<Counting[]> {
  const keys = refusals.map(({ at, caller }) => refusalKeys(at, caller));
  const read = await readMany<RefusalRow>(AUDIT_ENTRY, [...new Set(keys.flatMap(({ own, rest }) => [...own, rest]))]);
  const rows = new Map(read);
  const counting = new Map<string, Counting>();
  for (const refusal of refusals) {
    const { key, row } = place(refusal, rows, areaOf);
    rows.set(key, row);
    const others = counting.get(key)?.refusals ?? [];
    counting.set(key, { key, row, before: read.get(key), refusals: [...others, refusal] });
  }
  return [...counting.values()];
}

/** Returns the row that counts a refusal: that of its like, a new one, or that of the rest. */
function place(
  refusal: Refusal,
  rows: ReadonlyMap<string, RefusalRow>,
  areaOf: AreaOf,
): { key: string; row: RefusalRow } {
  const { own, rest } = refusalKeys(refusal.at, refusal.caller);
  const fold = foldOf(refusal);
  const same = own.find((key) => foldOfRow(rows.get(key)) === fold);
  const free = same === undefined ? startingAt(own, fold).find((key) => !rows.has(key)) : undefined;
  const key = same ?? free ?? rest;
  const before = rows.get(key);
  if (before !== undefined) return { key, row: { ...before, times: before.times + 1 } };
  return { key, row: free === undefined ? restRow(refusal, key, areaOf) : refusalRow(refusal, key, areaOf) };
}

function foldOfRow(row: RefusalRow | undefined): string | undefined {
  return row && JSON.stringify([row.action, row.code, spaceOf(row), row.groupId, row.projectId, row.runId]);
}

/** Returns all keys, starting at one that the refusal itself chooses: equal refusals of one moment meet at the same key, others mostly don't. */
function startingAt(keys: readonly string[], fold: string): string[] {
  const first = fold.split('').reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % keys.length;
  return [...keys.slice(first), ...keys.slice(0, first)];
}

function add({ key, row }: Counting): Promise<void> {
  return kvs.entity<RefusalRow>(AUDIT_ENTRY).set(key, row, { ...RETENTION, keyPolicy: 'FAIL_IF_EXISTS' });
}

/** Stores counts, if all are still what was read. */
function countOn(known: readonly Counting[]): Promise<void> {
  const transaction = kvs.transact();
  for (const { key, row, before } of known) {
    const next = omitUndefined<RefusalRow>({ ...row });
    const conditions = new Filter<typeof next>().and('times', FilterConditions.equalTo(before?.times ?? 0));
    transaction.set(key, next, { entityName: AUDIT_ENTRY, conditions }, RETENTION);
  }
  return transaction.execute();
}
