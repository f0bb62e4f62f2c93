// The audit trail's read side: pages of entries, joined with how they ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import type { AuditFilter } from '../../domain/audit';
import type { GroupId } from '../../shared/ids';
import type { AuditPage, AuditRow } from '../../shared/views';
import { isExpired, type EntryRow, type OutcomeRow } from './audit-rows';
import { viewOf } from './audit-views';
import { readMany } from './batches';
import { AUDIT_ENTRY, AUDIT_OUTCOME, SITE } from './keys';

const ROWS_A_PAGE = 25;
/** Entries in one query where some are left out in memory: what Forge answers at most. */
const FILTERED_QUERY = 100;
/** Queries for one page, so that a rare outcome in a long trail can't use up the invocation. */
const MAX_QUERIES = 8;

interface Entry {
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

/** The index to read, and whether it alone answers the filter. */
const indexFor = (filter: AuditFilter): { name: string; partition: string; exact: boolean } => {
  const given = Object.values(filter).filter((value) => value !== undefined).length;
  const by = (name: string, partition: string) => ({ name, partition, exact: given <= 1 });
  // First: a page ends at the last entry that was read, and a space's admins must not learn of other spaces' entries by that.
  if (filter.spaceId !== undefined) return by('by-space', filter.spaceId);
  if (filter.groupId !== undefined) return by('by-group', filter.groupId);
  if (filter.target !== undefined) return by('by-account', filter.target);
  if (filter.caller !== undefined) return by('by-caller', filter.caller);
  return { name: 'by-time', partition: SITE, exact: given === 0 };
};

const accountOf = (row: EntryRow) => (row.kind === 'attempt' ? row.accountId : undefined);

/** A group's creation has no group before it ends: its outcome names it. */
const isCreation = (row: EntryRow): boolean => row.kind === 'attempt' && row.action === 'createGroup';

const isWanted = (row: EntryRow, filter: AuditFilter): boolean =>
  (filter.groupId === undefined || row.groupId === filter.groupId || isCreation(row)) &&
  (filter.target === undefined || accountOf(row) === filter.target) &&
  (filter.caller === undefined || row.caller === filter.caller) &&
  (filter.spaceId === undefined || row.spaceId === filter.spaceId) &&
  (filter.outcome === undefined || (filter.outcome === 'refused') === (row.kind === 'refusal'));

interface Stretch {
  rows: { view: AuditRow; position: string }[];
  /** Of the last entry that was read, shown or not. */
  position: string | undefined;
  more: boolean;
}

/** What the filter says of an entry together with its outcome. */
const isShown = (view: AuditRow, filter: AuditFilter): boolean =>
  (filter.outcome === undefined || view.outcome === filter.outcome) &&
  (filter.groupId === undefined || view.groupId === filter.groupId);

/**
 * A group's creation, which the index by group does not hold: it is the oldest entry of its group, so it follows the last page.
 */
const readCreation = async (groupId: GroupId): Promise<Entry[]> => {
  const { results } = await kvs
    .entity<OutcomeRow>(AUDIT_OUTCOME)
    .query()
    .index('by-group', { partition: [groupId] })
    .getMany();
  const entries = await readMany<EntryRow>(
    AUDIT_ENTRY,
    results.map(({ key }) => key),
  );
  return [...entries].flatMap(([id, row]) => (isCreation(row) ? [{ id, row }] : []));
};

/** One query's worth of rows, newest first. */
const readStretch = async (filter: AuditFilter, before: string | undefined, now: number): Promise<Stretch> => {
  const { exact, ...index } = indexFor(filter);
  const limit = exact ? ROWS_A_PAGE : FILTERED_QUERY;
  const { entries: found, more } = await queryEntries(index, limit, { before });
  const creation = index.name === 'by-group' && !more && filter.groupId ? await readCreation(filter.groupId) : [];
  const entries = [...found, ...creation.filter(({ row }) => before === undefined || row.position < before)];
  const wanted = entries.filter(({ row }) => !isExpired(row, now) && isWanted(row, filter));
  const outcomes = await readOutcomes(wanted);
  const rows = wanted.map(({ id, row }) => ({
    view: viewOf(id, row, outcomes.get(id), now),
    position: row.position,
  }));
  const last = entries.at(-1);
  return {
    rows: rows.filter(({ view }) => isShown(view, filter)),
    position: last?.row.position,
    // What is older than an expired entry is expired too.
    more: more && last !== undefined && !isExpired(last.row, now),
  };
};

/** One page, newest first. `next` is there if older entries may exist, even if this page is not full. */
export const readAuditPage = async (
  filter: AuditFilter,
  before: string | undefined,
  now: number,
): Promise<AuditPage> => {
  let read: Stretch = { rows: [], position: before, more: true };
  for (let queries = 0; queries < MAX_QUERIES && read.more && read.rows.length < ROWS_A_PAGE; queries += 1) {
    // Each query starts where the one before it ended.
    const stretch = await readStretch(filter, read.position, now);
    read = { ...stretch, rows: [...read.rows, ...stretch.rows] };
  }
  const page = read.rows.slice(0, ROWS_A_PAGE);
  const lastShown = page.length < read.rows.length ? page.at(-1)?.position : undefined;
  const next = lastShown ?? (read.more ? read.position : undefined);
  return { rows: page.map(({ view }) => view), ...(next === undefined ? {} : { next }) };
};
