import { issueCallerGrant, issueGrant, type CallerGrant, type Grant } from '../broker/grant';
import type { Rules } from '../shared/groups/payloads';
import type { AccountId, GroupId } from '../shared/ids';
import type { ForbiddenReason } from '../shared/result';
import type { AccountFacts, GroupAccess, GroupFacts, GroupRecord, ProvedSpace } from './facts';
import { nameRefusal, protectionRefusal } from './protection';

/** A grant, or the reason why there is none. */
export type Granted<G extends Grant | CallerGrant> =
  | { granted: true; grant: G }
  | { granted: false; reason: ForbiddenReason };

/** Everything about one group of one space that a decision looks at. */
export interface GroupCase {
  space: ProvedSpace;
  /** The group's record, whatever space it names. */
  record: GroupRecord | undefined;
  group: GroupFacts;
  access: GroupAccess;
  rules: Rules;
  privilegedUser: AccountId;
}

const refused = (reason: ForbiddenReason): { granted: false; reason: ForbiddenReason } => ({ granted: false, reason });

/** Why nothing can be changed in this space, or undefined. */
export const spaceRefusal = (space: ProvedSpace, rules: Rules): ForbiddenReason | undefined => {
  if (!space.current) return 'SPACE_NOT_CURRENT';
  return space.personal && !rules.personalSpaces ? 'PERSONAL_SPACE_OFF' : undefined;
};

/** Why this space's admins may not touch this group, or undefined. */
export const groupRefusal = ({ space, record, group, access, rules }: GroupCase): ForbiddenReason | undefined => {
  if (record?.spaceId !== space.spaceId || record.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';
  return spaceRefusal(space, rules) ?? protectionRefusal(group, access, rules, record.grantsProductAccess);
};

/** Leave to create a group of this name for this space. */
export const grantCreateGroup = (
  space: ProvedSpace,
  groupName: string,
  rules: Rules,
  privilegedUser: AccountId,
): Granted<Grant<'createGroup'>> => {
  const reason =
    spaceRefusal(space, rules) ?? (space.personal ? 'PERSONAL_SPACE_NO_CREATE' : nameRefusal(groupName, rules));
  if (reason !== undefined) return refused(reason);
  return { granted: true, grant: issueGrant('createGroup', privilegedUser, { groupName }) };
};

/** Whoever works here is in some group: no groups of the privileged user are a failed reading, and refuse. */
const wouldExpel = (group: GroupFacts, groupsOfPrivilegedUser: ReadonlySet<GroupId>): ForbiddenReason | undefined => {
  if (groupsOfPrivilegedUser.size === 0) return 'PROTECTION_UNKNOWN';
  return groupsOfPrivilegedUser.has(group.groupId) ? 'PRIVILEGED_USER_STAYS' : undefined;
};

/** Leave to delete a group. Deleting one that the privileged user is in would take him out of it, which nothing does. */
export const grantDeleteGroup = (
  subject: GroupCase,
  groupsOfPrivilegedUser: ReadonlySet<GroupId>,
): Granted<Grant<'deleteGroup'>> => {
  const { group, record, privilegedUser } = subject;
  const reason =
    groupRefusal(subject) ??
    (record?.deletable === true ? undefined : 'GROUP_NOT_DELETABLE') ??
    wouldExpel(group, groupsOfPrivilegedUser);
  if (reason !== undefined) return refused(reason);
  const { groupId, name: groupName } = group;
  return { granted: true, grant: issueGrant('deleteGroup', privilegedUser, { groupId, groupName }) };
};

/** No document says whether Confluence minds the case of an accountId, and whoever asks chooses it. */
export const isSameAccount = (one: AccountId, other: AccountId): boolean => one.toLowerCase() === other.toLowerCase();

/** Why the privileged user's membership stays as it is: nobody could take them out of a group again, so they are put into none. */
const privilegedUserRefusal = (
  operation: 'addMember' | 'removeMember',
  accountId: AccountId,
  privilegedUser: AccountId,
): ForbiddenReason | undefined => {
  if (!isSameAccount(accountId, privilegedUser)) return undefined;
  return operation === 'addMember' ? 'PRIVILEGED_USER_NOT_ADDED' : 'PRIVILEGED_USER_STAYS';
};

/** Leave to add one account. `account` is what Confluence says of it; absent: unknown there. */
export const grantAddMember = (
  subject: GroupCase,
  accountId: AccountId,
  account: AccountFacts | undefined,
): Granted<Grant<'addMember'>> => {
  const eligible =
    account?.accountId === accountId && account.accountType === 'atlassian' && account.status === 'active';
  const reason =
    groupRefusal(subject) ??
    privilegedUserRefusal('addMember', accountId, subject.privilegedUser) ??
    (eligible ? undefined : 'ACCOUNT_NOT_ELIGIBLE');
  if (reason !== undefined) return refused(reason);
  const { groupId, name: groupName } = subject.group;
  return { granted: true, grant: issueGrant('addMember', subject.privilegedUser, { groupId, groupName, accountId }) };
};

/** Leave to remove one account, of any kind: whoever is in a group can be taken out, but for the privileged user. */
export const grantRemoveMember = (subject: GroupCase, accountId: AccountId): Granted<Grant<'removeMember'>> => {
  const reason = groupRefusal(subject) ?? privilegedUserRefusal('removeMember', accountId, subject.privilegedUser);
  if (reason !== undefined) return refused(reason);
  const { groupId, name: groupName } = subject.group;
  return {
    granted: true,
    grant: issueGrant('removeMember', subject.privilegedUser, { groupId, groupName, accountId }),
  };
};

/** In any case: whether a name in other case is in use is one of the things that a check tries. */
const CHECK_GROUP = /^space-steward-check-[0-9a-f]{8,}$/i;

/** The name of a group that a check makes. `random`: at least eight hexadecimal digits. */
export const checkGroupName = (random: string): string => `space-steward-check-${random}`;

/** Leave to create a check group, as the privileged user or the person who is about to become it. */
export const grantCheckGroupCreate = (actAs: AccountId, groupName: string): Granted<Grant<'createGroup'>> =>
  CHECK_GROUP.test(groupName)
    ? { granted: true, grant: issueGrant('createGroup', actAs, { groupName }) }
    : refused('GROUP_NAME_RESERVED');

/** Leave to delete a check group: only one that bears such a name. */
export const grantCheckGroupDelete = (
  actAs: AccountId,
  { groupId, groupName }: Pick<GroupRecord, 'groupId' | 'groupName'>,
): Granted<Grant<'deleteGroup'>> =>
  CHECK_GROUP.test(groupName)
    ? { granted: true, grant: issueGrant('deleteGroup', actAs, { groupId, groupName }) }
    : refused('GROUP_NAME_RESERVED');

/** Leave to put one account into a check group or to take it out. Like everywhere, not the privileged user. */
export const grantCheckMember = <Operation extends 'addMember' | 'removeMember'>(
  operation: Operation,
  privilegedUser: AccountId,
  { groupId, name: groupName }: Pick<GroupFacts, 'groupId' | 'name'>,
  accountId: AccountId,
): Granted<Grant<Operation>> => {
  if (!CHECK_GROUP.test(groupName)) return refused('GROUP_NAME_RESERVED');
  const reason = privilegedUserRefusal(operation, accountId, privilegedUser);
  if (reason !== undefined) return refused(reason);
  return { granted: true, grant: issueGrant(operation, privilegedUser, { groupId, groupName, accountId }) };
};

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
