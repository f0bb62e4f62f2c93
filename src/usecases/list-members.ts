import type { Ports } from '../domain/ports';
import type { GroupId } from '../shared/ids';
import type { MemberPage } from '../shared/views';
import { recordOfSpace } from './steps/group-case';
import type { InSpace } from './steps/in-space';

/** More members of a group of this space. */
export const listMembers = async (
  ports: Ports,
  { space }: InSpace,
  { groupId, start }: { groupId: GroupId; start: number },
): Promise<MemberPage> => {
  await recordOfSpace(ports, space, groupId);
  return ports.directory.members(groupId, start);
};
