import type { AccountFacts, GroupFacts } from '../broker/facts';
import { issueGrant, type Grant, type Subject } from '../broker/grant';
import { isCheckGroup } from '../broker/privileged-user/check-group-grants';
import { isSameAccount } from '../broker/privileged-user/membership';
import { allow, refuse, type Verdict } from '../broker/verdict';
import type { FormedName } from '../shared/groups/group-pattern';
import type { Rules } from '../shared/groups/payloads';
import type { AccountId, GroupId } from '../shared/ids';
import type { ForbiddenReason } from '../shared/result';
import type { GroupAccess, GroupRecord, ProvedSpace } from './facts';
import type { GroupGrant } from './operations';
import { nameRefusal, protectionRefusal } from './protection';

/** Everything about one group of one space that a decision looks at. */
export interface DecisionFacts {
  space: ProvedSpace;
  /** The group's record, whatever space it names. */
  record: GroupRecord | undefined;
  group: GroupFacts;
  access: GroupAccess;
  rules: Rules;
  privilegedUser: AccountId;
}

/** Returns why nothing can be changed in this space, or undefined. */
export function spaceRefusal(space: ProvedSpace, rules: Rules): ForbiddenReason | undefined {
  if (!space.current) return 'SPACE_NOT_CURRENT';
  return space.personal && !rules.personalSpaces ? 'PERSONAL_SPACE_OFF' : undefined;
}

/** Returns why this space's admins may not touch this group, or undefined. */
export function groupRefusal({ space, record, group, access, rules }: DecisionFacts): ForbiddenReason | undefined {
  if (record?.spaceId !== space.spaceId || record.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';
  return spaceRefusal(space, rules) ?? protectionRefusal(group, access, rules, record.grantsProductAccess);
}

/** Returns why no group can be created for this space, whatever its name, or undefined. */
export function creationRefusal(space: ProvedSpace, rules: Rules): ForbiddenReason | undefined {
  return spaceRefusal(space, rules) ?? (space.personal ? 'PERSONAL_SPACE_NO_CREATE' : undefined);
}

/** Permits creating a group of this name for this space: one that the pattern has formed, so never for an empty one. */
export function grantCreateGroup(
  space: ProvedSpace,
  groupName: FormedName,
  rules: Rules,
  privilegedUser: AccountId,
): Verdict<GroupGrant<'createGroup'>, ForbiddenReason> {
  const reason = creationRefusal(space, rules) ?? nameRefusal(groupName, rules);
  if (reason !== undefined) return refuse(reason);
  return allow(issueGrant('createGroup', privilegedUser, { groupName }));
}

/** Permits deleting a group. Deleting one that the privileged user is in would take them out of it, which nothing does. */
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

/** Permits adding one account. `account` is what Confluence says of it; absent: unknown there. */
export function grantAddMember(
  subject: DecisionFacts,
  accountId: AccountId,
  account: AccountFacts | undefined,
): Verdict<GroupGrant<'addMember'>, ForbiddenReason> {
  const eligible =
    account?.accountId === accountId && account.accountType === 'atlassian' && account.status === 'active';
  const reason =
    groupRefusal(subject) ??
    privilegedUserRefusal('addMember', accountId, subject.privilegedUser) ??
    (eligible ? undefined : 'ACCOUNT_NOT_ELIGIBLE');
  if (reason !== undefined) return refuse(reason);
  const { groupId, name: groupName } = subject.group;
  return allow(issueGrant('addMember', subject.privilegedUser, { groupId, groupName, accountId }));
}

/** Permits removing one account, of any kind: whoever is in a group can be taken out, but for the privileged user. */
export function grantRemoveMember(
  subject: DecisionFacts,
  accountId: AccountId,
): Verdict<GroupGrant<'removeMember'>, ForbiddenReason> {
  const reason = groupRefusal(subject) ?? privilegedUserRefusal('removeMember', accountId, subject.privilegedUser);
  if (reason !== undefined) return refuse(reason);
  const { groupId, name: groupName } = subject.group;
  return allow(issueGrant('removeMember', subject.privilegedUser, { groupId, groupName, accountId }));
}

/** Permission to put one account into a check group or to take it out. Like everywhere, not the privileged user. */
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

/** Returns why the privileged user's membership stays as it is: nobody could take them out of a group again, so they are put into none. */
function privilegedUserRefusal(
  operation: 'addMember' | 'removeMember',
  accountId: AccountId,
  privilegedUser: AccountId,
): ForbiddenReason | undefined {
  if (!isSameAccount(accountId, privilegedUser)) return undefined;
  return operation === 'addMember' ? 'PRIVILEGED_USER_NOT_ADDED' : 'PRIVILEGED_USER_STAYS';
}

/** Whoever works here is in some group: no groups of the privileged user are a failed reading, and refuse. */
function wouldExpel(group: GroupFacts, groupsOfPrivilegedUser: ReadonlySet<GroupId>): ForbiddenReason | undefined {
  if (groupsOfPrivilegedUser.size === 0) return 'PROTECTION_UNKNOWN';
  return groupsOfPrivilegedUser.has(group.groupId) ? 'PRIVILEGED_USER_STAYS' : undefined;
}
