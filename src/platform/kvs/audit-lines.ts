// Lines of runs in the audit of one space: the index by space has only the runs, so lines are found by their group or account.
import type { AuditFilter } from '../../broker/audit/entries';
import { queryEntries, type Entry, type Stretch } from './audit-entries';
import { isLine, spaceOf } from './audit-rows';

interface Range {
  before: string | undefined;
  /** The end of the stretch of the index that these are merged into; undefined: the index ends there. */
  from: string | undefined;
}

/** Most entries that Forge answers in one query. */
const ENTRIES_A_QUERY = 100;

/** Reads the newest lines in a range of a space's audit that name the filter's group or account; `more`: older ones are left in the range. */
export async function readLines({ spaceId, groupId, target, runId }: AuditFilter, range: Range): Promise<Stretch> {
  const index =
    groupId === undefined ? { name: 'by-account', partition: target } : { name: 'by-group', partition: groupId };
  const { name, partition } = index;
  if (spaceId === undefined || partition === undefined || runId !== undefined) return { entries: [], more: false };
  const lines: Entry[] = [];
  let { before } = range;
  // Entries of other spaces must not end a page: its end would tell of them.
  while (lines.length < ENTRIES_A_QUERY) {
    const { entries, more } = await queryEntries({ name, partition }, ENTRIES_A_QUERY, { before });
    const inside = entries.filter(({ row }) => range.from === undefined || row.sortKey > range.from);
    lines.push(...inside.filter(({ row }) => isLine(row) && spaceOf(row) === spaceId));
    if (!more || inside.length < entries.length) return { entries: lines, more: false };
    before = entries.at(-1)?.row.sortKey;
  }
  return { entries: lines, more: true };
}
