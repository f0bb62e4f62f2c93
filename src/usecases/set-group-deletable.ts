import type { Ports } from '../domain/ports';
import type { GroupId } from '../shared/ids';
import type { GroupRow } from '../shared/views';
import { changeRecord } from './steps/change-record';
import type { OnSite } from './steps/on-site';

/** Allows or forbids the space's admins to delete one of their groups. */
export const setGroupDeletable = async (
  ports: Ports,
  asking: OnSite,
  { groupId, deletable }: { groupId: GroupId; deletable: boolean },
): Promise<GroupRow> =>
  changeRecord(ports, 'setGroupDeletable', asking, groupId, (record) => ({ ...record, deletable }));
