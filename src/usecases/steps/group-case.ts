import { forbidden } from '../../domain/errors';
import type { GroupRecord, ProvedSpace } from '../../domain/groups';
import type { GroupCase } from '../../domain/policy';
import type { Ports } from '../../domain/ports';
import type { GroupId } from '../../shared/ids';
import type { Rules } from '../../shared/payloads';
import { readGroupAccess } from './group-access';
import { noteName } from './note-name';
import { readPrivilegedUser, requirePrivilegedUser, type StoredPrivilegedUser } from './privileged-user';

/** The record of a group that belongs to this space; GROUP_OF_ANOTHER_SPACE for every other group, known or not. */
export const recordOfSpace = async (
  { groupRecords }: Ports,
  space: ProvedSpace,
  groupId: GroupId,
): Promise<GroupRecord> => {
  const record = await groupRecords.get(groupId);
  if (record?.spaceId !== space.spaceId) throw forbidden('GROUP_OF_ANOTHER_SPACE');
  return record;
};

/** Everything that a decision about a write on one group needs. `subject` is absent if Confluence has no such group any more. */
export interface LoadedGroup {
  known: StoredPrivilegedUser;
  record: GroupRecord;
  rules: Rules;
  subject: GroupCase | undefined;
}

/**
 * Reads what is stored, then what Confluence says: nothing is asked of Confluence about a group of another space.
 *
 * Fails with GROUP_OF_ANOTHER_SPACE or PRIVILEGED_USER_UNAVAILABLE.
 */
export const loadGroupCase = async (ports: Ports, space: ProvedSpace, groupId: GroupId): Promise<LoadedGroup> => {
  const [record, known, rules] = await Promise.all([
    recordOfSpace(ports, space, groupId),
    readPrivilegedUser(ports),
    ports.settings.rules(),
  ]);
  const privilegedUser = requirePrivilegedUser(known).accountId;
  const [group, accessOf] = await Promise.all([
    ports.directory.group(groupId),
    readGroupAccess(ports, known, [groupId]),
  ]);
  if (group !== undefined) await noteName(ports, record, group.name);
  const subject = group && { space, record, group, access: accessOf(groupId), rules: rules.value, privilegedUser };
  return { known, record, rules: rules.value, subject };
};
