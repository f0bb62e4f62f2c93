import { forbidden } from '../../domain/errors';
import type { GroupRecord, ProvedSpace } from '../../domain/groups';
import type { GroupCase } from '../../domain/policy';
import type { Ports } from '../../domain/ports';
import type { GroupId } from '../../shared/ids';
import type { Rules } from '../../shared/payloads';
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

/** Reads it, side by side, as the caller. Fails with GROUP_OF_ANOTHER_SPACE or PRIVILEGED_USER_UNAVAILABLE. */
export const loadGroupCase = async (ports: Ports, space: ProvedSpace, groupId: GroupId): Promise<LoadedGroup> => {
  const [record, known, rules, group, access] = await Promise.all([
    recordOfSpace(ports, space, groupId),
    readPrivilegedUser(ports),
    ports.settings.rules(),
    ports.directory.group(groupId),
    ports.directory.accessSets(),
  ]);
  const privilegedUser = requirePrivilegedUser(known).accountId;
  const subject = group && { space, record, group, access, rules: rules.value, privilegedUser };
  return { known, record, rules: rules.value, subject };
};
