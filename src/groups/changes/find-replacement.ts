import type { ChangeRow } from '../../shared/groups/changes';
import type { GroupId, SpaceId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { isChange } from './change-kinds';
import { changeRow } from './change-view';

/** Most pages of 25 changes that are looked through, behind the newest one. */
const MOST_PAGES = 8;

/**
 * Returns the changes behind a page, newest first, down to the one by which a group takes another one's place, if this group is one of the two: those that say how
 * far that has come. A request a page; none where the page was the last one.
 */
export async function findReplacement(
  { runs }: GroupPorts,
  { spaceId, groupId }: { spaceId: SpaceId; groupId: GroupId },
  next: string | undefined,
): Promise<ChangeRow[]> {
  const found: ChangeRow[] = [];
  let before = next;
  for (let page = 0; page < MOST_PAGES && before !== undefined; page += 1) {
    const older = await runs.ofPlace(spaceId, before);
    const rows = older.runs.filter(isChange).map(changeRow);
    found.push(...rows.filter(({ source, replaces }) => source === 'everybody' || replaces !== undefined));
    if (rows.some((row) => isReplacing(row, groupId))) return found;
    before = older.next;
  }
  return [];
}

/** Tells whether a change brings one group's members to another that takes its place, and this is one of the two. */
export function isReplacing({ replaces, groups }: ChangeRow, groupId: GroupId): boolean {
  return replaces !== undefined && [replaces, ...groups].some((group) => group.groupId === groupId);
}
