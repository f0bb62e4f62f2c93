import type { PeopleResult } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { changeMembers } from './change-members';

/** Adds people to a group of this space. Idempotent for members. Fails as `changeMembers` does. */
export async function addMembers(
  ports: GroupPorts,
  begun: InSpace,
  people: { groupId: GroupId; accountIds: AccountId[] },
): Promise<PeopleResult> {
  return changeMembers(ports, begun, 'addMember', people);
}
