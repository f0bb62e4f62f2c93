// Entries of the audit trail by index, and how they ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import type { EntryRow, OutcomeRow } from './audit-rows';
import { readMany } from './batches';
import { AUDIT_ENTRY, AUDIT_OUTCOME } from './keys';

export interface Entry {
  id: string;
  row: EntryRow;
}

/** A part of an index partition, in either direction from a sort key, which is itself left out. */
export type Range = { before: string | undefined } | { after: string | undefined };

/** Some entries in the order of their range, and whether there are more behind them. */
export interface Stretch {
  entries: Entry[];
  more: boolean;
}

/** Reads the entries of one index partition. */
export async function queryEntries(
  index: { name: string; partition: string },
  limit: number,
  range: Range,
): Promise<Stretch> {
  const query = kvs
    .entity<EntryRow>(AUDIT_ENTRY)
    .query()
    .index(index.name, { partition: [index.partition] });
  if ('before' in range) {
    if (range.before !== undefined) query.where(WhereConditions.lessThan(range.before));
    query.sort(Sort.DESC);
  } else {
    if (range.after !== undefined) query.where(WhereConditions.greaterThan(range.after));
    query.sort(Sort.ASC);
  }
  const { results, nextCursor } = await query.limit(limit).getMany();
  // Cursors do not outlast writes, so the next query goes by sort key; the cursor only says that there is more.
  return { entries: results.map(({ key, value }) => ({ id: key, row: value })), more: nextCursor !== undefined };
}

/** Reads the outcomes of these attempts, by id; refusals don't have one. */
export function readOutcomes(entries: readonly Entry[]): Promise<ReadonlyMap<string, OutcomeRow>> {
  const ids = entries.filter(({ row }) => row.kind === 'attempt').map(({ id }) => id);
  return readMany<OutcomeRow>(AUDIT_OUTCOME, ids);
}

/** Orders entries from the newest to the oldest. */
export function newestFirst(one: Entry, other: Entry): number {
  return one.row.sortKey < other.row.sortKey ? 1 : -1;
}
