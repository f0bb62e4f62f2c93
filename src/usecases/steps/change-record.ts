import type { AuditAction } from '../../domain/audit';
import { AppError, forbidden, subjectOf } from '../../domain/errors';
import type { GroupRecord } from '../../domain/groups';
import type { Ports } from '../../domain/ports';
import { protectionRefusal } from '../../domain/protection';
import type { GroupId } from '../../shared/ids';
import type { GroupRow } from '../../shared/views';
import { demandFresh } from './age';
import { audited } from './audited';
import { findGroup } from './find-group';
import { readGroupAccess } from './group-access';
import { rowOf } from './group-row';
import type { OnSite } from './on-site';
import { readPrivilegedUser, requirePrivilegedUser } from './privileged-user';

/**
 * Changes the record of a group that may still be lent. If it moves to another space, the audit of both spaces shows it.
 *
 * Fails with NOT_FOUND, PRIVILEGED_USER_UNAVAILABLE (nobody can find out what the group gives), FORBIDDEN (it is protected by now), or
 * CONFLICT if the record changed meanwhile. Nothing is changed on what was asked more than five seconds before.
 */
export const changeRecord = async (
  ports: Ports,
  action: Extract<AuditAction, 'transferGroup' | 'setGroupDeletable'>,
  { caller, provedAt }: OnSite,
  groupId: GroupId,
  change: (record: GroupRecord) => GroupRecord,
): Promise<GroupRow> => {
  const [record, known, rules] = await Promise.all([
    ports.groupRecords.get(groupId),
    readPrivilegedUser(ports),
    ports.settings.rules(),
  ]);
  if (record === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'record' });
  const privilegedUser = requirePrivilegedUser(known).accountId;
  const [group, accessOf] = await Promise.all([
    findGroup(ports, privilegedUser, groupId),
    readGroupAccess(ports, known, [groupId]),
  ]);
  if (group === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  const reason = protectionRefusal(group, accessOf(groupId), rules.value, record.grantsProductAccess);
  if (reason !== undefined) throw forbidden(reason, subjectOf(group));
  const next = change({ ...record, groupName: group.name });
  const { spaceId, groupName } = next;
  const entry = { action, caller, groupId, groupName };
  const replace = async () => {
    demandFresh(ports.clock, provedAt);
    await ports.groupRecords.replace(next, record);
  };
  const replaceAudited = () => audited(ports, { ...entry, spaceId }, replace);
  if (record.spaceId === spaceId) await replaceAudited();
  else await audited(ports, { ...entry, spaceId: record.spaceId }, replaceAudited);
  return rowOf(next);
};
