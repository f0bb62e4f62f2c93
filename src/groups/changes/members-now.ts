import type { AccountId, GroupId } from '../../shared/ids';
import { MOST_LINES } from '../../shared/limits';
import type { GroupPorts } from '../ports';

const MEMBERS_A_PAGE = 200;
/** Twice as many as full ones: Confluence may shorten pages. */
const MOST_PAGES = (2 * MOST_LINES) / MEMBERS_A_PAGE;

/** The members that Confluence lists for the caller now: without deactivated people. */
export interface MembersNow {
  ids: ReadonlySet<AccountId>;
  /** As Confluence counts them. */
  total: number;
  /** `tooMany`: more than 2,000, and none is named. `some`: others are hidden from the caller. */
  known: 'all' | 'some' | 'tooMany';
}

/** Reads the members of a group as the caller, 200 a page: of a group of more than 2,000, only how many there are. */
export async function readMembersNow({ directory }: GroupPorts, groupId: GroupId): Promise<MembersNow> {
  const ids = new Set<AccountId>();
  let total = 0;
  let start: number | undefined = 0;
  // A page says where the next one begins, so they come one after the other.
  for (let pages = 0; start !== undefined && pages < MOST_PAGES; pages += 1) {
    const page = await directory.namedMembers(groupId, start);
    total = Math.max(total, page.total);
    if (total > MOST_LINES) return { ids: new Set(), total, known: 'tooMany' };
    for (const { accountId } of page.members) ids.add(accountId);
    start = page.nextStart;
  }
  return { ids, total, known: start === undefined && ids.size >= total ? 'all' : 'some' };
}
