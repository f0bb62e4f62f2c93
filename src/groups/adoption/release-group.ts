import { changeAs } from '../../broker/change-as';
import type { OnSite } from '../../broker/on-site';
import type { GroupId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Takes a group from its space: the app stops managing it. The group itself stays as it is. Fails with CONFLICT if the record changed meanwhile. */
export async function releaseGroup(
  ports: GroupPorts,
  admin: OnSite,
  { groupId }: { groupId: GroupId },
): Promise<{ released: boolean }> {
  const record = await ports.groupRecords.get(groupId);
  if (record === undefined) return { released: false };
  const { spaceId, groupName } = record;
  const released = await changeAs(ports, admin, {
    entries: [{ action: 'releaseGroup', spaceId, groupId, groupName }],
    write: () => ports.groupRecords.remove(record),
    found: (removed) => (removed ? {} : { outcome: 'unchanged' }),
  });
  return { released };
}
