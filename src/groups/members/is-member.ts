import type { MembershipView } from '../../shared/groups/member-views';
import type { AccountId, GroupId } from '../../shared/ids';
import { recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { accountStateOf } from './account-state';

/**
 * Tells whether a person is in a group of this space, and whether their account is active: Confluence's list of members leaves
 * deactivated people out. Read from the person's side, so that the group's size doesn't matter.
 */
export async function isMember(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId, accountId }: { groupId: GroupId; accountId: AccountId },
): Promise<MembershipView> {
  await recordOfSpace(ports, space, groupId);
  const { directory } = ports;
  const [isIn, [facts]] = await Promise.all([directory.isMember(accountId, groupId), directory.accounts([accountId])]);
  return { isMember: isIn, account: accountStateOf(facts) };
}
