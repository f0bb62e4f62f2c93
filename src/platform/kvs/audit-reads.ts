// The audit trail's read side: pages of entries, joined with how they ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import type { AuditFilter } from '../../domain/audit';
import type { AccountId, GroupId } from '../../shared/ids';
import type { AuditPage, AuditRow } from '../../shared/views';
import { newestFirst, readCreations } from './audit-creations';
import { queryEntries, readOutcomes } from './audit-entries';
import { isExpired, type EntryRow } from './audit-rows';
import { viewOf } from './audit-views';
import { SITE } from './keys';

const ROWS_A_PAGE = 25;
/** Entries in one query where some are left out in memory: what Forge answers at most. */
const FILTERED_QUERY = 100;
/** Queries for one page, so that a rare outcome in a long trail can't use up the invocation. */
const MAX_QUERIES = 8;

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

/** What an attempt makes, or looks for, is known only when it ends: its outcome names it. */
const NAMES_GROUP = ['createGroup'];
const NAMES_ACCOUNT = ['createCustomer', 'findCustomer'];

const isOfGroup = (row: EntryRow, groupId: GroupId): boolean =>
  row.groupId === groupId || (row.kind === 'attempt' && NAMES_GROUP.includes(row.action));

const isAbout = (row: EntryRow, accountId: AccountId): boolean =>
  row.kind === 'attempt' && (row.accountId === accountId || NAMES_ACCOUNT.includes(row.action));

const isWanted = (row: EntryRow, filter: AuditFilter): boolean =>
  (filter.groupId === undefined || isOfGroup(row, filter.groupId)) &&
  (filter.target === undefined || isAbout(row, filter.target)) &&
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
  (filter.groupId === undefined || view.groupId === filter.groupId) &&
  (filter.target === undefined || view.accountId === filter.target);

/** One query's worth of rows, newest first. */
const readStretch = async (filter: AuditFilter, before: string | undefined, now: number): Promise<Stretch> => {
  const { exact, ...index } = indexFor(filter);
  const { entries: found, more } = await queryEntries(index, exact ? ROWS_A_PAGE : FILTERED_QUERY, { before });
  const last = found.at(-1);
  const creations = await readCreations(index, { before, from: more ? last?.row.position : undefined });
  const entries = [...found, ...creations].toSorted(newestFirst);
  const wanted = entries.filter(({ row }) => !isExpired(row, now) && isWanted(row, filter));
  const outcomes = await readOutcomes(wanted);
  const rows = wanted.map(({ id, row }) => ({
    view: viewOf(id, row, outcomes.get(id), now),
    position: row.position,
  }));
  return {
    rows: rows.filter(({ view }) => isShown(view, filter)),
    position: entries.at(-1)?.row.position,
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
