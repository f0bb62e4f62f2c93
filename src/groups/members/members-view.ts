import type { MembersView } from '../../shared/groups/member-views';
import type { GroupId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Reads one page of a group's members, and which of them were added through the app: one call, and one storage request. */
export async function readMembersView(
  { directory, memberships }: GroupPorts,
  groupId: GroupId,
  start: number,
): Promise<MembersView> {
  const page = await directory.members(groupId, start);
  const facts = await memberships.of(groupId, page.accountIds);
  const added = page.accountIds.flatMap((accountId) => {
    const fact = facts.get(accountId);
    return fact === undefined ? [] : [{ accountId, since: fact.since, by: fact.by }];
  });
  return added.length === 0 ? page : { ...page, added };
}
