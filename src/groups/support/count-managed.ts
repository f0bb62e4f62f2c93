import type { ManagedCounts } from '../../broker/support/read-support';
import type { SpaceId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Most pages to count: of 25 records, and of 100 facts. A larger site shows "at least". */
const MOST_PAGES = 8;

/** Counts the groups that have a record, their spaces, and the memberships that were made through the app. */
export async function countManaged(ports: GroupPorts): Promise<ManagedCounts> {
  const [managed, memberships] = await Promise.all([countGroups(ports), countMemberships(ports)]);
  return { ...managed, ...(memberships.count > 0 && { memberships }) };
}

async function countGroups({ groupRecords }: GroupPorts): Promise<Omit<ManagedCounts, 'memberships'>> {
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

async function countMemberships({ memberships }: GroupPorts): Promise<{ count: number; more: boolean }> {
  let count = 0;
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await memberships.all(next);
    count += answer.facts.length;
    next = answer.next;
    if (next === undefined) break;
  }
  return { count, more: next !== undefined };
}
