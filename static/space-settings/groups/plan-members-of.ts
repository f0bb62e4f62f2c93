import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupId } from '../../../src/shared/ids';
import type { Result } from '../../../src/shared/result';
import { callSpaceSettings } from '../../api';

/** Plans to add the members of one group to another. */
export function planMembersOf(fromGroupId: GroupId, groupId: GroupId): Promise<Result<ChangeView>> {
  return callSpaceSettings('planPeople', { groupId, source: 'membersOf', fromGroupId, people: [] });
}
