import type { NamedMember, NamedMemberPage } from '../../../src/shared/groups/member-views';

/** Holds what was read of a group so far. */
export interface MembersRead {
  members: readonly NamedMember[];
  /** As the latest page tells it. Absent: nothing was read yet. */
  total?: number;
  /** Two pages told different totals. */
  hasChanged: boolean;
}

export const NOTHING_READ: MembersRead = { members: [], hasChanged: false };

/** Adds a page. Somebody whom an earlier page had is kept once: pages overlap where Confluence leaves people out or the group changes. */
export function withPage({ members, total, hasChanged }: MembersRead, page: NamedMemberPage): MembersRead {
  const known = new Set(members.map(({ accountId }) => accountId));
  return {
    members: [...members, ...page.members.filter(({ accountId }) => !known.has(accountId))],
    total: page.total,
    hasChanged: hasChanged || (total !== undefined && total !== page.total),
  };
}
