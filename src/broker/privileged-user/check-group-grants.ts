import type { AccountId, GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { GroupFacts } from '../facts';
import { issueCallerGrant, issueGrant } from '../grant';
import type { BrokerGrant, ProofGrant } from '../operations';
import { allow, refuse, type Verdict } from '../verdict';

/** Forms the name of a group that a check makes. `random`: at least eight hexadecimal digits. */
export function checkGroupName(random: string): string {
  return `space-steward-check-${random}`;
}

/** Matches in any letter case: a check also tries whether a name in another case is in use. */
const CHECK_GROUP = /^space-steward-check-[0-9a-f]{8,}$/i;

/** Tells whether a name is that of a check group. */
export function isCheckGroup(groupName: string): boolean {
  return CHECK_GROUP.test(groupName);
}

/** Permits creating a check group, as the privileged user or the person who is about to become it. */
export function grantCheckGroupCreate(
  actAs: AccountId,
  groupName: string,
): Verdict<BrokerGrant<'writeTestCreate'>, ForbiddenReason> {
  return isCheckGroup(groupName)
    ? allow(issueGrant('writeTestCreate', actAs, { groupName }))
    : refuse('GROUP_NAME_RESERVED');
}

/** Permits deleting a check group: only one that bears such a name. */
export function grantCheckGroupDelete(
  actAs: AccountId,
  { groupId, groupName }: { groupId: GroupId; groupName: string },
): Verdict<BrokerGrant<'writeTestDelete'>, ForbiddenReason> {
  return isCheckGroup(groupName)
    ? allow(issueGrant('writeTestDelete', actAs, { groupId, groupName }))
    : refuse('GROUP_NAME_RESERVED');
}

/** Permits creating a check group as the caller, which proves that they may manage groups. */
export function grantProofCreate(groupName: string): Verdict<ProofGrant<'proveSiteAdminCreate'>, ForbiddenReason> {
  return isCheckGroup(groupName)
    ? allow(issueCallerGrant('proveSiteAdminCreate', { groupName }))
    : refuse('GROUP_NAME_RESERVED');
}

/** Permits deleting a check group as the caller. */
export function grantProofDelete({
  groupId,
  name: groupName,
}: Pick<GroupFacts, 'groupId' | 'name'>): Verdict<ProofGrant<'proveSiteAdminDelete'>, ForbiddenReason> {
  return isCheckGroup(groupName)
    ? allow(issueCallerGrant('proveSiteAdminDelete', { groupId, groupName }))
    : refuse('GROUP_NAME_RESERVED');
}
