import { forbidden, invalidInput, subjectOf } from '../domain/errors';
import type { Grant } from '../domain/grant';
import type { GroupRecord } from '../domain/groups';
import { grantDeleteGroup, groupRefusal, spaceRefusal, type GroupCase } from '../domain/policy';
import type { Ports } from '../domain/ports';
import type { AccountId, GroupId } from '../shared/ids';
import { afterWrite } from './steps/after-write';
import { audited } from './steps/audited';
import { loadGroupCase } from './steps/group-case';
import type { InSpace } from './steps/in-space';
import { readAfterLoss } from './steps/lost-answer';
import { explained } from './steps/privileged-write';

interface Deletion {
  groupId: GroupId;
  typedName: string;
  confirmSelf: boolean;
}

const forgetRecord = async (ports: Ports, caller: AccountId, record: GroupRecord): Promise<{ deleted: boolean }> => {
  const { groupId, groupName, spaceId } = record;
  await audited(ports, { action: 'releaseGroup', caller, spaceId, groupId, groupName }, () =>
    ports.groupRecords.remove(groupId),
  );
  return { deleted: false };
};

/** Makes sure that the caller means it. Answers the groups of the privileged user. */
const confirm = async (
  ports: Ports,
  caller: AccountId,
  subject: GroupCase,
  deletion: Deletion,
): Promise<ReadonlySet<GroupId>> => {
  const { group, privilegedUser } = subject;
  if (deletion.typedName !== group.name) throw invalidInput('typedName', `Type ${group.name} to confirm.`);
  const [callerIsIn, groupsOfPrivilegedUser] = await Promise.all([
    ports.directory.isMember(caller, group.groupId),
    ports.directory.groupsOf(privilegedUser),
  ]);
  if (callerIsIn && !deletion.confirmSelf) {
    throw invalidInput('confirmSelf', 'You are in this group yourself. Confirm that you lose what it gives you.');
  }
  return groupsOfPrivilegedUser;
};

/** Deletes the group. If the answer is lost, a group that is gone was deleted; one that is still there may yet go. */
const remove = async (ports: Ports, grant: Grant<'deleteGroup'>): Promise<{ deleted: boolean }> => {
  try {
    return await ports.groupWriter.deleteGroup(grant);
  } catch (thrown) {
    const read = () => ports.privilegedReader.group(grant.actAs, grant.groupId);
    if ((await readAfterLoss(ports, thrown, read)) !== undefined) throw thrown;
    return { deleted: true };
  }
};

/**
 * Deletes a group of this space from the whole site. `deleted` is false if Confluence had no such group any more; its record goes too.
 *
 * Fails with INVALID_INPUT (`typedName`, `confirmSelf`), FORBIDDEN, or PRIVILEGED_USER_UNAVAILABLE.
 */
export const deleteGroup = async (
  ports: Ports,
  { caller, space }: InSpace,
  deletion: Deletion,
): Promise<{ deleted: boolean }> => {
  const { known, record, rules, subject } = await loadGroupCase(ports, space, deletion.groupId);
  const refusal = subject === undefined ? spaceRefusal(space, rules) : groupRefusal(subject);
  if (refusal !== undefined) throw forbidden(refusal, subject && subjectOf(subject.group));
  if (subject === undefined) return forgetRecord(ports, caller, record);
  const decision = grantDeleteGroup(subject, await confirm(ports, caller, subject, deletion));
  if (!decision.granted) throw forbidden(decision.reason, subjectOf(subject.group));
  const { actAs, groupId, groupName } = decision.grant;
  const entry = {
    action: 'deleteGroup',
    caller,
    actedAs: actAs,
    spaceId: space.spaceId,
    groupId,
    groupName,
  } as const;
  return audited(ports, entry, async () => {
    const answer = await explained(ports, known, 'deleteGroup', record, () => remove(ports, decision.grant));
    await afterWrite(() => ports.groupRecords.remove(groupId));
    return answer;
  });
};
