import type { AccountFacts, GroupFacts } from '../broker/facts';
import { issueGrant, type Grant, type Subject } from '../broker/grant';
import { isCheckGroup } from '../broker/privileged-user/check-group-grants';
import { isSameAccount } from '../broker/privileged-user/membership';
import { allow, refuse, type Verdict } from '../broker/verdict';
import type { FormedName } from '../shared/groups/group-pattern';
import { worksIn } from '../shared/groups/where';
import type { AccountId, GroupId } from '../shared/ids';
import type { ForbiddenReason } from '../shared/result';
import type { GroupAccess, GroupRecord, ProvedSpace } from './facts';
import type { GroupGrant } from './operations';
import { nameRefusal, protectionRefusal } from './protection';
import type { RulesNow } from './rules/stored-rules';

/** All facts for a decision about one group of one space. */
export interface DecisionFacts {
  space: ProvedSpace;
  /** The group's record, whichever space it names. */
  record: GroupRecord | undefined;
  group: GroupFacts;
  access: GroupAccess;
  rules: RulesNow;
  privilegedUser: AccountId;
}

/** Returns the reason why nothing can be changed in this space, or undefined. */
export function spaceRefusal(space: ProvedSpace, rules: RulesNow): ForbiddenReason | undefined {
  if (!space.current) return 'SPACE_NOT_CURRENT';
  if (!worksIn(rules.where, space.spaceId)) return 'SPACE_OFF';
  return space.personal && !rules.personalSpaces ? 'PERSONAL_SPACE_OFF' : undefined;
}

/** Returns the reason why this space's admins may not change this group, or undefined. */
export function groupRefusal({ space, record, group, access, rules }: DecisionFacts): ForbiddenReason | undefined {
  if (record?.spaceId !== space.spaceId || record.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';
  return spaceRefusal(space, rules) ?? protectionRefusal(group, access, rules, record.grantsProductAccess);
}

/** Returns the reason why a group can't be created for this space, whatever its name, or undefined. */
export function creationRefusal(space: ProvedSpace, rules: RulesNow): ForbiddenReason | undefined {
  return spaceRefusal(space, rules) ?? (space.personal ? 'PERSONAL_SPACE_NO_CREATE' : undefined);
}

/** Permits creating a group of this name for this space, unless it has as many as the rules allow. The pattern forms the name, so it's never empty. */
export function grantCreateGroup(
  space: ProvedSpace,
  groupName: FormedName,
  { rules, privilegedUser, isFull }: { rules: RulesNow; privilegedUser: AccountId; isFull: boolean },
): Verdict<GroupGrant<'createGroup'>, ForbiddenReason> {
  const reason =
    creationRefusal(space, rules) ?? nameRefusal(groupName, rules) ?? (isFull ? 'TOO_MANY_GROUPS' : undefined);
  if (reason !== undefined) return refuse(reason);
  return allow(issueGrant('createGroup', privilegedUser, { groupName }));
}

/** Permits deleting a group, unless the privileged user is in it: deleting it would take them out of it, which the app never does. */
export function grantDeleteGroup(
  subject: DecisionFacts,
  groupsOfPrivilegedUser: ReadonlySet<GroupId>,
): Verdict<GroupGrant<'deleteGroup'>, ForbiddenReason> {
  const { group, record, privilegedUser } = subject;
  const reason =
    groupRefusal(subject) ??
    (record?.deletable === true ? undefined : 'GROUP_NOT_DELETABLE') ??
    wouldExpel(group, groupsOfPrivilegedUser);
  if (reason !== undefined) return refuse(reason);
  const { groupId, name: groupName } = group;
  return allow(issueGrant('deleteGroup', privilegedUser, { groupId, groupName }));
}

/** Returns the reason why an account can't be added to any group, or undefined. `account` holds Confluence's facts about it; absent: unknown there. */
export function newMemberRefusal(
  accountId: AccountId,
  account: AccountFacts | undefined,
  privilegedUser: AccountId | undefined,
): ForbiddenReason | undefined {
  const eligible =
    account?.accountId === accountId && account.accountType === 'atlassian' && account.status === 'active';
  return (
    privilegedUserRefusal('addMember', accountId, privilegedUser) ?? (eligible ? undefined : 'ACCOUNT_NOT_ELIGIBLE')
  );
}

/** Permits adding one account. `account` holds Confluence's facts about it; absent: unknown there. */
export function grantAddMember(
  subject: DecisionFacts,
  accountId: AccountId,
  account: AccountFacts | undefined,
): Verdict<GroupGrant<'addMember'>, ForbiddenReason> {
  const reason = groupRefusal(subject) ?? newMemberRefusal(accountId, account, subject.privilegedUser);
  if (reason !== undefined) return refuse(reason);
  const { groupId, name: groupName } = subject.group;
  return allow(issueGrant('addMember', subject.privilegedUser, { groupId, groupName, accountId }));
}

/** Permits removing one account, of any kind, unless it's the privileged user's. */
export function grantRemoveMember(
  subject: DecisionFacts,
  accountId: AccountId,
): Verdict<GroupGrant<'removeMember'>, ForbiddenReason> {
  const reason = groupRefusal(subject) ?? privilegedUserRefusal('removeMember', accountId, subject.privilegedUser);
  if (reason !== undefined) return refuse(reason);
  const { groupId, name: groupName } = subject.group;
  return allow(issueGrant('removeMember', subject.privilegedUser, { groupId, groupName, accountId }));
}

/** Permits putting one account into a check group or taking it out; as everywhere, not the privileged user's. */
export function grantCheckMember<Operation extends 'addMember' | 'removeMember'>(
  operation: Operation,
  privilegedUser: AccountId,
  { groupId, name: groupName }: Pick<GroupFacts, 'groupId' | 'name'>,
  accountId: AccountId,
): Verdict<Grant<Operation, Pick<Subject, 'groupId' | 'groupName' | 'accountId'>>, ForbiddenReason> {
  if (!isCheckGroup(groupName)) return refuse('GROUP_NAME_RESERVED');
  const reason = privilegedUserRefusal(operation, accountId, privilegedUser);
  if (reason !== undefined) return refuse(reason);
  return allow(issueGrant(operation, privilegedUser, { groupId, groupName, accountId }));
}

/** Returns the reason why the privileged user's membership doesn't change: nobody could take them out of a group again, so they are never put into one. */
function privilegedUserRefusal(
  operation: 'addMember' | 'removeMember',
  accountId: AccountId,
  privilegedUser: AccountId | undefined,
): ForbiddenReason | undefined {
  if (privilegedUser === undefined || !isSameAccount(accountId, privilegedUser)) return undefined;
  return operation === 'addMember' ? 'PRIVILEGED_USER_NOT_ADDED' : 'PRIVILEGED_USER_STAYS';
}

/** Tells whether deleting a group would expel the privileged user. Every user is in some group: an empty list is a failed reading, and counts as yes. */
function wouldExpel(group: GroupFacts, groupsOfPrivilegedUser: ReadonlySet<GroupId>): ForbiddenReason | undefined {
  if (groupsOfPrivilegedUser.size === 0) return 'PROTECTION_UNKNOWN';
  return groupsOfPrivilegedUser.has(group.groupId) ? 'PRIVILEGED_USER_STAYS' : undefined;
}
