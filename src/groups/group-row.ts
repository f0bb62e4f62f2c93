import type { GroupRow } from '../shared/groups/views';
import type { GroupRecord } from './facts';

/** Returns the part of a record that pages show. */
export function rowOf(record: GroupRecord): GroupRow {
  return {
    groupId: record.groupId,
    groupName: record.groupName,
    origin: record.origin,
    deletable: record.deletable,
    grantsProductAccess: record.grantsProductAccess,
    recordedBy: record.recordedBy,
    recordedAt: record.recordedAt,
    ...(record.refused !== undefined && { refused: record.refused }),
  };
}
