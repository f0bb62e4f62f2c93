import type { ManagedCounts } from '../../broker/support/read-support';
import type { SpaceId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Most pages of 25 records to count; a larger site shows "at least". */
const MOST_PAGES = 8;

/** Counts the groups that have a record, and their spaces. */
export async function countManaged({ groupRecords }: GroupPorts): Promise<ManagedCounts> {
  const spaces = new Set<SpaceId>();
  let groups = 0;
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await groupRecords.all(next);
    groups += answer.records.length;
    for (const record of answer.records) spaces.add(record.spaceId);
    next = answer.next;
    if (next === undefined) break;
  }
  return { groups, spaces: spaces.size, more: next !== undefined };
}
