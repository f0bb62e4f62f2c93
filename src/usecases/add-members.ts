import type { Grant } from '../domain/grant';
import { grantAddMember } from '../domain/policy';
import type { Ports } from '../domain/ports';
import type { AccountId, GroupId } from '../shared/ids';
import type { PeopleResult, PersonOutcome } from '../shared/views';
import { changeMembers } from './steps/change-members';
import type { InSpace } from './steps/in-space';
import { loadGroupOfPeople, withExplanation } from './steps/people';

const add = async (ports: Ports, grant: Grant<'addMember'>): Promise<PersonOutcome['outcome']> => {
  if ((await ports.groupWriter.addMember(grant)) === 'added') return 'added';
  // Confluence does not say why it answers 400; for a member it does.
  return (await ports.directory.isMember(grant.accountId, grant.groupId)) ? 'alreadyMember' : 'failed';
};

const settle = async ({ privilegedReader }: Ports, { actAs, accountId, groupId }: Grant<'addMember'>) =>
  (await privilegedReader.isMember(actAs, accountId, groupId)) ? 'added' : 'failed';

/**
 * Adds people to a group of this space, each with his own outcome. Adding a member again changes nothing.
 *
 * Fails as a whole, having changed nothing, with INVALID_INPUT (`accountIds`), NOT_FOUND, FORBIDDEN, PRIVILEGED_USER_UNAVAILABLE or
 * AUDIT_UNAVAILABLE.
 */
export const addMembers = async (
  ports: Ports,
  { caller, space }: InSpace,
  { groupId, accountIds }: { groupId: GroupId; accountIds: AccountId[] },
): Promise<PeopleResult> => {
  const [{ subject, known, record }, accounts] = await Promise.all([
    loadGroupOfPeople(ports, space, groupId, accountIds),
    ports.directory.accounts(accountIds),
  ]);
  const facts = new Map(accounts.map((account) => [account.accountId, account]));
  const result = await changeMembers(
    ports,
    {
      action: 'addMember',
      caller,
      spaceId: space.spaceId,
      group: subject.group,
      decide: (accountId) => grantAddMember(subject, accountId, facts.get(accountId)),
      write: async (grant) => add(ports, grant),
      settle: async (grant) => settle(ports, grant),
    },
    accountIds,
  );
  return withExplanation(ports, known, record, 'addMember', result);
};
