// The whole audit trail: the partitions of its areas, merged by time.
import { AUDIT_AREAS } from '../../broker/audit/entries';
import type { AuditArea } from '../../broker/audit/entries';
import { newestFirst, queryEntries, type Entry, type Range, type Stretch } from './audit-entries';

/**
 * Reads at most `limit` entries of all areas in one order; `rangeOf` gives the start of each area's reading, in one direction for all.
 */
export async function queryAreas(limit: number, rangeOf: (area: AuditArea) => Range): Promise<Stretch> {
  const stretches = await Promise.all(
    AUDIT_AREAS.map((area) => queryEntries({ name: 'by-area', partition: area }, limit, rangeOf(area))),
  );
  const { entries, more } = merge(stretches, 'before' in rangeOf('site') ? newestFirst : oldestFirst);
  return { entries: entries.slice(0, limit), more: more || entries.length > limit };
}

/** Merges stretches. Entries behind the last one of an area that goes on must wait: that area may hold earlier ones. */
function merge(stretches: readonly Stretch[], order: (one: Entry, other: Entry) => number): Stretch {
  const [end] = stretches.flatMap(({ entries, more }) => (more ? entries.slice(-1) : [])).toSorted(order);
  const entries = stretches.flatMap((stretch) => stretch.entries).toSorted(order);
  if (end === undefined) return { entries, more: false };
  return { entries: entries.slice(0, entries.indexOf(end) + 1), more: true };
}

function oldestFirst(one: Entry, other: Entry): number {
  return newestFirst(other, one);
}
