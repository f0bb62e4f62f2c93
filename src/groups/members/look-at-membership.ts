import type { AccountId, GroupId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Looks, as the privileged user, whether an account is in a group now: after a write whose answer was lost or isn't clear. */
export async function lookAtMembership(
  { privilegedReader }: GroupPorts,
  actAs: AccountId,
  { groupId, accountId }: { groupId: GroupId; accountId: AccountId },
): Promise<'member' | 'notMember'> {
  return (await privilegedReader.isMember(actAs, accountId, groupId)) ? 'member' : 'notMember';
}
