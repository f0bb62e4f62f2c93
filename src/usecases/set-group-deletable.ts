import type { Ports } from '../domain/ports';
import type { AccountId, GroupId } from '../shared/ids';
import type { GroupRow } from '../shared/views';
import { changeRecord } from './steps/change-record';

/** Allows or forbids the space's admins to delete one of their groups. */
export const setGroupDeletable = async (
  ports: Ports,
  { caller }: { caller: AccountId },
  { groupId, deletable }: { groupId: GroupId; deletable: boolean },
): Promise<GroupRow> =>
  changeRecord(ports, 'setGroupDeletable', caller, groupId, (record) => ({ ...record, deletable }));
