import type { Ports } from '../domain/ports';
import type { AccountId, GroupId } from '../shared/ids';
import { recordOfSpace } from './steps/group-case';
import type { InSpace } from './steps/in-space';

/** Whether a person is in a group of this space: asked of the person, so that the group's size does not matter. */
export const isMember = async (
  ports: Ports,
  { space }: InSpace,
  { groupId, accountId }: { groupId: GroupId; accountId: AccountId },
): Promise<{ isMember: boolean }> => {
  await recordOfSpace(ports, space, groupId);
  return { isMember: await ports.directory.isMember(accountId, groupId) };
};
