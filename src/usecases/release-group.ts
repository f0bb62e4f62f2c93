import type { Ports } from '../domain/ports';
import type { GroupId } from '../shared/ids';
import { demandFresh } from './steps/age';
import { audited } from './steps/audited';
import type { OnSite } from './steps/on-site';

/** Takes a group from its space: nobody manages it through the app any more. The group itself stays as it is. Fails with CONFLICT if the record changed meanwhile. */
export const releaseGroup = async (
  ports: Ports,
  { caller, provedAt }: OnSite,
  { groupId }: { groupId: GroupId },
): Promise<{ released: boolean }> => {
  const record = await ports.groupRecords.get(groupId);
  if (record === undefined) return { released: false };
  const { spaceId, groupName } = record;
  const released = await audited(
    ports,
    { action: 'releaseGroup', caller, spaceId, groupId, groupName },
    () => {
      demandFresh(ports.clock, provedAt);
      return ports.groupRecords.remove(record);
    },
    (removed) => (removed ? {} : { outcome: 'unchanged' }),
  );
  return { released };
};
