import { invalidInput } from '../domain/errors';
import type { Grant } from '../domain/grant';
import { grantRemoveMember } from '../domain/policy';
import type { Ports } from '../domain/ports';
import type { AccountId, GroupId } from '../shared/ids';
import type { PeopleResult } from '../shared/views';
import { changeMembers } from './steps/change-members';
import type { InSpace } from './steps/in-space';
import { loadGroupOfPeople, withExplanation } from './steps/people';

interface Removal {
  groupId: GroupId;
  accountIds: AccountId[];
  confirmSelf: boolean;
}

const settle = async ({ privilegedReader }: Ports, { actAs, accountId, groupId }: Grant<'removeMember'>) =>
  (await privilegedReader.isMember(actAs, accountId, groupId)) ? 'failed' : 'removed';

/**
 * Removes people from a group of this space, each with his own outcome. Confluence answers alike for somebody who was no member.
 *
 * Fails as a whole, having changed nothing, with INVALID_INPUT (`accountIds`, `confirmSelf`), NOT_FOUND, FORBIDDEN,
 * PRIVILEGED_USER_UNAVAILABLE or AUDIT_UNAVAILABLE.
 */
export const removeMembers = async (
  ports: Ports,
  { caller, space }: InSpace,
  { groupId, accountIds, confirmSelf }: Removal,
): Promise<PeopleResult> => {
  const { subject, known, record } = await loadGroupOfPeople(ports, space, groupId, accountIds);
  if (accountIds.includes(caller) && !confirmSelf) {
    const message = 'You are about to remove yourself. Confirm that you lose what this group gives you.';
    throw invalidInput('confirmSelf', message);
  }
  const result = await changeMembers(
    ports,
    {
      action: 'removeMember',
      caller,
      spaceId: space.spaceId,
      group: subject.group,
      decide: (accountId) => grantRemoveMember(subject, accountId),
      write: async (grant) => ports.groupWriter.removeMember(grant),
      settle: async (grant) => settle(ports, grant),
    },
    accountIds,
  );
  return withExplanation(ports, known, record, 'removeMember', result);
};
