import type { OnSite } from '../../broker/on-site';
import type { GroupRow } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { changeRecord } from './change-record';

/** Allows or forbids the space's admins to delete one of their groups. */
export async function setGroupDeletable(
  ports: GroupPorts,
  by: OnSite,
  { groupId, deletable }: { groupId: GroupId; deletable: boolean },
): Promise<GroupRow> {
  return changeRecord(ports, by, {
    action: 'setGroupDeletable',
    groupId,
    change: (record) => ({ ...record, deletable }),
  });
}
