import type { Ports } from '../domain/ports';
import type { AccountId, GroupId } from '../shared/ids';
import { audited } from './steps/audited';

/** Takes a group from its space: nobody manages it through the app any more. The group itself stays as it is. Fails with CONFLICT if the record changed meanwhile. */
export const releaseGroup = async (
  ports: Ports,
  { caller }: { caller: AccountId },
  { groupId }: { groupId: GroupId },
): Promise<{ released: boolean }> => {
  const record = await ports.groupRecords.get(groupId);
  if (record === undefined) return { released: false };
  const { spaceId, groupName } = record;
  const released = await audited(
    ports,
    { action: 'releaseGroup', caller, spaceId, groupId, groupName },
    () => ports.groupRecords.remove(record),
    (removed) => (removed ? {} : { outcome: 'unchanged' }),
  );
  return { released };
};
