// The audit trail's read side: pages of entries, joined with their outcomes.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import type { AuditAction, AuditFilter } from '../../broker/audit/entries';
import type { Revealed } from '../../broker/operation';
import type { AuditPage, AuditRow } from '../../shared/broker/views';
import type { AccountId, GroupId } from '../../shared/ids';
import { queryAreas } from './audit-areas';
import { readCreations } from './audit-creations';
import { newestFirst, queryEntries, readOutcomes } from './audit-entries';
import { readLines } from './audit-lines';
import { callerOf, isExpired, isLine, spaceOf, type EntryRow } from './audit-rows';
import { viewOf } from './audit-views';

/** Names the id that an outcome of an action tells and its attempt couldn't. */
export type RevealedBy = (action: AuditAction) => Revealed | undefined;

/** The dependencies of reading a page. */
interface Reading {
  now: number;
  revealedBy: RevealedBy;
}

interface Stretch {
  rows: { view: AuditRow; sortKey: string }[];
  /** Sort key of the last entry read, shown or not. */
  sortKey: string | undefined;
  more: boolean;
}

/** Rounds of queries for one page, so that a rare outcome in a long trail can't use up the invocation. */
const MAX_ROUNDS = 8;

const ROWS_A_PAGE = 25;

/** Reads one page, newest first. `next` is set if older entries may exist, even if this page isn't full. */
export async function readAuditPage(
  filter: AuditFilter,
  before: string | undefined,
  { now, revealedBy }: Reading,
): Promise<AuditPage> {
  let read: Stretch = { rows: [], sortKey: before, more: true };
  for (let rounds = 0; rounds < MAX_ROUNDS && read.more && read.rows.length < ROWS_A_PAGE; rounds += 1) {
    // Each round starts where the one before it ended.
    const stretch = await readStretch(filter, read.sortKey, { now, revealedBy });
    read = { ...stretch, rows: [...read.rows, ...stretch.rows] };
  }
  const page = read.rows.slice(0, ROWS_A_PAGE);
  const lastShown = page.length < read.rows.length ? page.at(-1)?.sortKey : undefined;
  const next = lastShown ?? (read.more ? read.sortKey : undefined);
  return { rows: page.map(({ view }) => view), ...(next === undefined ? {} : { next }) };
}

/** Entries in one query of which some are left out in memory: the most that Forge returns. */
const FILTERED_QUERY = 100;

/** Reads the rows of one query, newest first. */
async function readStretch(
  filter: AuditFilter,
  before: string | undefined,
  { now, revealedBy }: Reading,
): Promise<Stretch> {
  const index = indexFor(filter);
  const limit = isExact(filter, index) ? ROWS_A_PAGE : FILTERED_QUERY;
  const { entries: found, more } = await (index === undefined
    ? queryAreas(limit, () => ({ before }))
    : queryEntries(index, limit, { before }));
  const last = found.at(-1);
  const range = { before, from: more ? last?.row.sortKey : undefined };
  const creations = index && (await readCreations(index, range));
  const lines = await readLines(filter, range);
  const all = [...found, ...(creations ?? []), ...lines.entries].toSorted(newestFirst);
  // Behind a line with more after it, the others must wait.
  const end = lines.more ? lines.entries.at(-1) : undefined;
  const entries = end === undefined ? all : all.slice(0, all.indexOf(end) + 1);
  const wanted = entries.filter(({ row }) => !isExpired(row, now) && isWanted(row, filter, revealedBy));
  const outcomes = await readOutcomes(wanted);
  const rows = wanted.map(({ id, row }) => ({
    view: viewOf(id, row, outcomes.get(id), now),
    sortKey: row.sortKey,
  }));
  return {
    rows: rows.filter(({ view }) => isShown(view, filter)),
    sortKey: entries.at(-1)?.row.sortKey,
    // Everything older than an expired entry is expired too.
    more: lines.more || (more && last !== undefined && !isExpired(last.row, now)),
  };
}

interface Index {
  name: string;
  partition: string;
}

/** Returns the index to read; undefined: all areas of the audit. */
function indexFor(filter: AuditFilter): Index | undefined {
  function by(name: string, partition: string): Index {
    return { name, partition };
  }
  if (filter.runId !== undefined) return by('by-run', filter.runId);
  // First: a page ends at the last entry read, and a space's admins must not learn of other spaces' entries from it.
  if (filter.spaceId !== undefined) return by('by-space', filter.spaceId);
  if (filter.groupId !== undefined) return by('by-group', filter.groupId);
  if (filter.target !== undefined) return by('by-account', filter.target);
  if (filter.caller !== undefined) return by('by-caller', filter.caller);
  return undefined;
}

/** Tells whether every entry read is wanted. */
function isExact(filter: AuditFilter, index: Index | undefined): boolean {
  return Object.values(filter).filter((value) => value !== undefined).length <= (index === undefined ? 0 : 1);
}

function isWanted(row: EntryRow, filter: AuditFilter, revealedBy: RevealedBy): boolean {
  return (
    (filter.groupId === undefined || isOfGroup(row, filter.groupId, revealedBy)) &&
    (filter.target === undefined || isAbout(row, filter.target, revealedBy)) &&
    (filter.groupName === undefined || isNamed(row, filter.groupName)) &&
    (filter.caller === undefined || callerOf(row) === filter.caller) &&
    (filter.spaceId === undefined || spaceOf(row) === filter.spaceId) &&
    (filter.runId === undefined || row.kind === 'refusal' || isLine(row)) &&
    (filter.outcome === undefined || (filter.outcome === 'refused') === (row.kind === 'refusal'))
  );
}

/** Tells whether an entry is about a group. An attempt that makes or finds a group knows it only when it ends: its outcome names it. */
function isOfGroup(row: EntryRow, groupId: GroupId, revealedBy: RevealedBy): boolean {
  return row.groupId === groupId || (row.kind === 'attempt' && revealedBy(row.action) === 'groupId');
}

function isAbout(row: EntryRow, accountId: AccountId, revealedBy: RevealedBy): boolean {
  return row.kind === 'attempt' && (row.accountId === accountId || revealedBy(row.action) === 'accountId');
}

function isNamed({ groupName }: EntryRow, wanted: string): boolean {
  return groupName?.toLowerCase() === wanted.toLowerCase();
}

/** Tells whether the filter shows an entry with this outcome. */
function isShown(view: AuditRow, filter: AuditFilter): boolean {
  return (
    (filter.outcome === undefined || view.outcome === filter.outcome) &&
    (filter.groupId === undefined || view.groupId === filter.groupId) &&
    (filter.target === undefined || view.accountId === filter.target)
  );
}
