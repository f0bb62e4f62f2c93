import { AppError } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import type { MemberPage } from '../../shared/groups/member-views';
import type { GroupId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Lists members of a group that belongs to a space, as Confluence shows them to the administrator who looks. Fails with NOT_FOUND: the group has no record. */
export async function listGroupMembers(
  { groupRecords, directory }: GroupPorts,
  _admin: OnSite,
  { groupId, start }: { groupId: GroupId; start: number },
): Promise<MemberPage> {
  if ((await groupRecords.get(groupId)) === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  return directory.members(groupId, start);
}
