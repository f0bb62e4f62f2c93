import type { AccountId, GroupId } from '../../shared/ids';
import type { GroupFacts } from '../facts';
import { issueCallerGrant, issueGrant, type CallerGrant, type Grant, type Granted, refused } from '../grant';
import { privilegedUserRefusal } from './membership';

/** The name of a group that a check makes. `random`: at least eight hexadecimal digits. */
export function checkGroupName(random: string): string {
  return `space-steward-check-${random}`;
}

/** In any case: whether a name in other case is in use is one of the things that a check tries. */
const CHECK_GROUP = /^space-steward-check-[0-9a-f]{8,}$/i;

/** Leave to create a check group, as the privileged user or the person who is about to become it. */
export function grantCheckGroupCreate(actAs: AccountId, groupName: string): Granted<Grant<'createGroup'>> {
  return CHECK_GROUP.test(groupName)
    ? { granted: true, grant: issueGrant('createGroup', actAs, { groupName }) }
    : refused('GROUP_NAME_RESERVED');
}

/** Leave to delete a check group: only one that bears such a name. */
export function grantCheckGroupDelete(
  actAs: AccountId,
  { groupId, groupName }: { groupId: GroupId; groupName: string },
): Granted<Grant<'deleteGroup'>> {
  return CHECK_GROUP.test(groupName)
    ? { granted: true, grant: issueGrant('deleteGroup', actAs, { groupId, groupName }) }
    : refused('GROUP_NAME_RESERVED');
}

/** Leave to put one account into a check group or to take it out. Like everywhere, not the privileged user. */
export function grantCheckMember<Operation extends 'addMember' | 'removeMember'>(
  operation: Operation,
  privilegedUser: AccountId,
  { groupId, name: groupName }: Pick<GroupFacts, 'groupId' | 'name'>,
  accountId: AccountId,
): Granted<Grant<Operation>> {
  if (!CHECK_GROUP.test(groupName)) return refused('GROUP_NAME_RESERVED');
  const reason = privilegedUserRefusal(operation, accountId, privilegedUser);
  if (reason !== undefined) return refused(reason);
  return { granted: true, grant: issueGrant(operation, privilegedUser, { groupId, groupName, accountId }) };
}

/** Leave to create a check group as the person who calls, who proves by it that they may manage groups. */
export function grantProofCreate(groupName: string): Granted<CallerGrant<'proveSiteAdminCreate'>> {
  return CHECK_GROUP.test(groupName)
    ? { granted: true, grant: issueCallerGrant('proveSiteAdminCreate', { groupName }) }
    : refused('GROUP_NAME_RESERVED');
}

/** Leave to delete a check group as the person who calls. */
export function grantProofDelete({
  groupId,
  name: groupName,
}: Pick<GroupFacts, 'groupId' | 'name'>): Granted<CallerGrant<'proveSiteAdminDelete'>> {
  return CHECK_GROUP.test(groupName)
    ? { granted: true, grant: issueCallerGrant('proveSiteAdminDelete', { groupId, groupName }) }
    : refused('GROUP_NAME_RESERVED');
}
