// Attempts that made or found something: they didn't know its id when they began, so they are found by their outcomes.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs, Sort } from '@forge/kvs';

import type { Entry } from './audit-entries';
import type { EntryRow, OutcomeRow } from './audit-rows';
import { readMany } from './batches';
import { AUDIT_ENTRY, AUDIT_OUTCOME } from './keys';

interface Range {
  before: string | undefined;
  /** The end of the stretch of the index that these are merged into; undefined: the index ends there. */
  from: string | undefined;
}

/** Most outcomes in one answer of Forge; nothing is made that often. */
const MAX_OUTCOMES = 100;

/** Reads entries that an index by group or by account lacks, because only their outcome names the group or the account. */
export async function readCreations(
  { name, partition }: { name: string; partition: string },
  range: Range,
): Promise<Entry[]> {
  if (name !== 'by-group' && name !== 'by-account') return [];
  const { results } = await kvs
    .entity<OutcomeRow>(AUDIT_OUTCOME)
    .query()
    .index(name, { partition: [partition] })
    .sort(Sort.DESC)
    .limit(MAX_OUTCOMES)
    .getMany();
  const entries = await readMany<EntryRow>(
    AUDIT_ENTRY,
    results.map(({ key }) => key),
  );
  const named = name === 'by-group' ? 'groupId' : 'accountId';
  return [...entries].flatMap(([id, row]) =>
    row.kind === 'attempt' && row[named] === undefined && isIn(row, range) ? [{ id, row }] : [],
  );
}

function isIn({ sortKey }: EntryRow, { before, from }: Range): boolean {
  return (before === undefined || sortKey < before) && (from === undefined || sortKey > from);
}
