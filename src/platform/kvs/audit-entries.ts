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

/** Entries of one index partition, in either direction from a position that is itself left out. */
export const queryEntries = async (
  index: { name: string; partition: string },
  limit: number,
  range: { before: string | undefined } | { after: string | undefined },
): Promise<{ entries: Entry[]; more: boolean }> => {
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
  // Cursors do not outlast writes, so the next query goes by position; the cursor only says that there is more.
  return { entries: results.map(({ key, value }) => ({ id: key, row: value })), more: nextCursor !== undefined };
};

/** How these attempts ended, by id; refusals have no outcome. */
export const readOutcomes = (entries: readonly Entry[]): Promise<ReadonlyMap<string, OutcomeRow>> => {
  const ids = entries.filter(({ row }) => row.kind === 'attempt').map(({ id }) => id);
  return readMany<OutcomeRow>(AUDIT_OUTCOME, ids);
};
