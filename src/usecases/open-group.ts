import { AppError } from '../domain/errors';
import type { Ports } from '../domain/ports';
import type { GroupId } from '../shared/ids';
import type { GroupView } from '../shared/views';
import { recordOfSpace } from './steps/group-case';
import { rowOf } from './steps/group-row';
import type { InSpace } from './steps/in-space';
import { noteName } from './steps/note-name';

/** One group of this space, under its present name, with the first members. NOT_FOUND if Confluence has no such group any more. */
export const openGroup = async (
  ports: Ports,
  { caller, space }: InSpace,
  { groupId }: { groupId: GroupId },
): Promise<GroupView> => {
  const record = await recordOfSpace(ports, space, groupId);
  const [group, members, callerIsMember] = await Promise.all([
    ports.directory.group(groupId),
    ports.directory.members(groupId, 0),
    ports.directory.isMember(caller, groupId),
  ]);
  // A group that is gone has an empty page of members, as if everybody had left.
  if (group === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  await noteName(ports, record, group.name);
  return { group: rowOf({ ...record, groupName: group.name }), callerIsMember, members };
};
