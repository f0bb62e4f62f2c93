import { orLog } from '../broker/or-log';
import { MAX_GROUP_NAME } from '../shared/groups/group-pattern';
import type { GroupRecord } from './facts';
import type { GroupPorts } from './ports';

/**
 * Stores the name under which Confluence just showed a recorded group: lists show stored names.
 *
 * Free while the name is the same, or else one storage read and one conditional write. A failure is logged, and the next read tries again.
 */
export async function noteName(
  ports: Pick<GroupPorts, 'groupRecords' | 'log'>,
  record: GroupRecord,
  shownName: string,
): Promise<void> {
  const groupName = shownName.slice(0, MAX_GROUP_NAME);
  if (groupName === record.groupName) return;
  const { groupRecords } = ports;
  await orLog(ports, 'name not kept', async () => {
    const now = await groupRecords.get(record.groupId);
    if (now?.spaceId !== record.spaceId || now.groupName === groupName) return;
    await groupRecords.replace({ ...now, groupName }, now);
  });
}
