import type { AccountId, GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { GroupFacts } from '../facts';
import { issueCallerGrant, issueGrant, type CallerGrant, type Grant } from '../grant';
import { allow, refuse, type Verdict } from '../verdict';
import { privilegedUserRefusal } from './membership';

/** The name of a group that a check makes. `random`: at least eight hexadecimal digits. */
export function checkGroupName(random: string): string {
  return `space-steward-check-${random}`;
}

/** In any case: whether a name in other case is in use is one of the things that a check tries. */
const CHECK_GROUP = /^space-steward-check-[0-9a-f]{8,}$/i;

/** Leave to create a check group, as the privileged user or the person who is about to become it. */
export function grantCheckGroupCreate(
  actAs: AccountId,
  groupName: string,
): Verdict<Grant<'createGroup'>, ForbiddenReason> {
  return CHECK_GROUP.test(groupName)
    ? allow(issueGrant('createGroup', actAs, { groupName }))
    : refuse('GROUP_NAME_RESERVED');
}

/** Leave to delete a check group: only one that bears such a name. */
export function grantCheckGroupDelete(
  actAs: AccountId,
  { groupId, groupName }: { groupId: GroupId; groupName: string },
): Verdict<Grant<'deleteGroup'>, ForbiddenReason> {
  return CHECK_GROUP.test(groupName)
    ? allow(issueGrant('deleteGroup', actAs, { groupId, groupName }))
    : refuse('GROUP_NAME_RESERVED');
}

/** Leave to put one account into a check group or to take it out. Like everywhere, not the privileged user. */
export function grantCheckMember<Operation extends 'addMember' | 'removeMember'>(
  operation: Operation,
  privilegedUser: AccountId,
  { groupId, name: groupName }: Pick<GroupFacts, 'groupId' | 'name'>,
  accountId: AccountId,
): Verdict<Grant<Operation>, ForbiddenReason> {
  if (!CHECK_GROUP.test(groupName)) return refuse('GROUP_NAME_RESERVED');
  const reason = privilegedUserRefusal(operation, accountId, privilegedUser);
  if (reason !== undefined) return refuse(reason);
  return allow(issueGrant(operation, privilegedUser, { groupId, groupName, accountId }));
}

/** Leave to create a check group as the person who calls, who proves by it that they may manage groups. */
export function grantProofCreate(groupName: string): Verdict<CallerGrant<'proveSiteAdminCreate'>, ForbiddenReason> {
  return CHECK_GROUP.test(groupName)
    ? allow(issueCallerGrant('proveSiteAdminCreate', { groupName }))
    : refuse('GROUP_NAME_RESERVED');
}

/** Leave to delete a check group as the person who calls. */
export function grantProofDelete({
  groupId,
  name: groupName,
}: Pick<GroupFacts, 'groupId' | 'name'>): Verdict<CallerGrant<'proveSiteAdminDelete'>, ForbiddenReason> {
  return CHECK_GROUP.test(groupName)
    ? allow(issueCallerGrant('proveSiteAdminDelete', { groupId, groupName }))
    : refuse('GROUP_NAME_RESERVED');
}
