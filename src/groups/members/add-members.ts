import { orLog } from '../../broker/or-log';
import type { Performed } from '../../broker/runs/endings';
import type { PeopleResult, PersonOutcome } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { InSpace } from '../in-space';
import type { GroupGrant } from '../operations';
import { grantAddMember } from '../policy';
import type { GroupPorts } from '../ports';
import { changeMembers } from './change-members';

/** Adds people to a group of this space. Adding a member again changes nothing. Fails as `changeMembers` does. */
export async function addMembers(
  ports: GroupPorts,
  begun: InSpace,
  { groupId, accountIds }: { groupId: GroupId; accountIds: AccountId[] },
): Promise<PeopleResult> {
  return changeMembers<GroupGrant<'addMember'>>(
    ports,
    begun,
    { groupId, accountIds },
    {
      action: 'addMember',
      needsAccounts: true,
      decide: grantAddMember,
      perform: async (grant) => add(ports, grant),
      look: async (grant) => ((await isMember(ports, grant)) ? { value: 'memberNow', found: 'member' } : undefined),
    },
  );
}

async function add(ports: GroupPorts, grant: GroupGrant<'addMember'>): Promise<Performed<PersonOutcome['outcome']>> {
  if ((await ports.groupWriter.addMember(grant)) === 'added') return { value: 'added', outcome: 'succeeded' };
  // Confluence does not say why it answers 400, as it does for a member; it adds nobody then, whatever becomes of the look at why.
  return (await orLog(ports, 'rejection not explained', () => isMember(ports, grant)))
    ? { value: 'alreadyMember', outcome: 'unchanged' }
    : { value: 'failed', outcome: 'failed', code: 'REJECTED' };
}

function isMember(
  { privilegedReader }: GroupPorts,
  { actAs, accountId, groupId }: GroupGrant<'addMember'>,
): Promise<boolean> {
  return privilegedReader.isMember(actAs, accountId, groupId);
}
