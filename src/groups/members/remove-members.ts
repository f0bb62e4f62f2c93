import { invalidInput } from '../../broker/errors';
import type { PeopleResult } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { changeMembers } from './change-members';

interface Removal {
  groupId: GroupId;
  accountIds: AccountId[];
  confirmSelf: boolean;
}

/**
 * Removes people from a group of this space. Confluence gives the same answer for somebody who wasn't a member: "removed" means that they aren't one
 * after this call. Fails as `changeMembers` does, and with INVALID_INPUT (`confirmSelf`).
 */
export async function removeMembers(
  ports: GroupPorts,
  begun: InSpace,
  { groupId, accountIds, confirmSelf }: Removal,
): Promise<PeopleResult> {
  if (accountIds.includes(begun.caller) && !confirmSelf) {
    throw invalidInput('confirmSelf', REFUSED_FIELDS.removeYourself);
  }
  return changeMembers(ports, begun, 'removeMember', { groupId, accountIds });
}
