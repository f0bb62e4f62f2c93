import type { AuditAction } from '../../broker/audit/entries';
import { changeAs } from '../../broker/change-as';
import { AppError, forbidden, subjectOf } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import type { OnSite } from '../../broker/on-site';
import { readPrivilegedUser, requirePrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { allEnded } from '../../broker/side-by-side';
import type { GroupRow } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import type { GroupRecord } from '../facts';
import { findGroup } from '../find-group';
import { readGroupAccess } from '../group-access';
import { rowOf } from '../group-row';
import type { GroupPorts } from '../ports';
import { protectionRefusal } from '../protection';

/** One change of the record of one group. */
interface RecordChange {
  action: Extract<AuditAction, 'transferGroup' | 'setGroupDeletable'>;
  groupId: GroupId;
  change: (record: GroupRecord) => GroupRecord;
  /** Asks again for the facts that `change` depends on besides the group. */
  readAgain?: () => Promise<unknown>;
}

/**
 * Changes the record of a group that may still be given to a space. If it moves to another space, the audit of both spaces shows it.
 *
 * Fails with NOT_FOUND, PRIVILEGED_USER_UNAVAILABLE (it can't be found out which access the group gives), FORBIDDEN (it is protected by now), or
 * CONFLICT if the record changed meanwhile.
 */
export async function changeRecord(
  ports: GroupPorts,
  by: OnSite,
  { action, groupId, change, readAgain }: RecordChange,
): Promise<GroupRow> {
  const { record, group } = await readLendable(ports, groupId);
  const next = change({ ...record, groupName: group.name });
  const { groupName } = next;
  const spaces = [...new Set([record.spaceId, next.spaceId])];
  await changeAs(ports, by, {
    entries: spaces.map((spaceId) => ({ action, spaceId, groupId, groupName })),
    readAgain: async () => {
      const readAt = ports.clock.now();
      await Promise.all([readLendable(ports, groupId), readAgain?.()]);
      return readAt;
    },
    write: () => ports.groupRecords.replace(next, record),
  });
  return rowOf(next);
}

/** Reads a recorded group that isn't protected, as Confluence describes it now. */
async function readLendable(ports: GroupPorts, groupId: GroupId): Promise<{ record: GroupRecord; group: GroupFacts }> {
  const [record, known, rules] = await Promise.all([
    ports.groupRecords.get(groupId),
    readPrivilegedUser(ports),
    ports.settings.rules(),
  ]);
  if (record === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'record' });
  const privilegedUser = requirePrivilegedUser(known).accountId;
  const [group, accessOf] = await allEnded([
    findGroup(ports, privilegedUser, groupId),
    readGroupAccess(ports, known, [groupId]),
  ]);
  if (group === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  const reason = protectionRefusal(group, accessOf(groupId), rules.value, record.grantsProductAccess);
  if (reason !== undefined) throw forbidden(reason, subjectOf(group));
  return { record, group };
}
