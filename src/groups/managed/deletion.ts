import { forbidden, invalidInput } from '../../broker/errors';
import type { AccountId, GroupId } from '../../shared/ids';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import {
  aboutGroup,
  requireFacts,
  refreshGroup,
  recordOfSpace,
  type GroupNow,
  type StoredForGroup,
} from '../group-facts';
import type { InSpace } from '../in-space';
import { spaceRefusal } from '../policy';
import type { GroupPorts } from '../ports';

/** One group to delete, as plain data, with the caller's typed name and confirmation. */
export interface Deletion {
  operation: 'deleteGroup';
  groupId: GroupId;
  typedName: string;
  confirmSelf: boolean;
}

/** Atlassian's facts about a group to delete. */
export interface DeletionNow extends GroupNow {
  groupsOfPrivilegedUser: ReadonlySet<GroupId>;
}

/** Compares the typed name with the stored one; if they differ, checks whether the group was renamed outside the app. Fails with INVALID_INPUT (`typedName`). */
export async function demandTypedName(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId, typedName }: Deletion,
): Promise<void> {
  const { groupName } = await recordOfSpace(ports, space, groupId);
  if (typedName !== groupName) demandName((await ports.directory.group(groupId))?.name ?? groupName, typedName);
}

const NONE: ReadonlySet<GroupId> = new Set();

/** Reads all facts for the decision. Fails as `demandDeletable` does, and with INVALID_INPUT (`confirmSelf`). */
export async function readDeletionNow(
  ports: GroupPorts,
  begun: InSpace,
  { deletion, stored, anew }: { deletion: Deletion; stored: StoredForGroup; anew: boolean },
): Promise<DeletionNow> {
  const now = await refreshGroup(ports, begun, { stored, anew });
  // Nothing more is read about a group that may not be deleted.
  demandDeletable(deletion, stored, now);
  const groupsOfPrivilegedUser =
    now.group === undefined ? NONE : await confirmedGroups(ports, begun, deletion, stored.privilegedUser);
  return { ...now, groupsOfPrivilegedUser };
}

/** Fails with INVALID_INPUT (`typedName`) or FORBIDDEN if the group can't be deleted now, whoever requests it. */
export function demandDeletable({ typedName }: Deletion, stored: StoredForGroup, now: GroupNow): void {
  demandName(now.group?.name ?? stored.record.groupName, typedName);
  const refusal = spaceRefusal(now.proof.space, stored.rules);
  if (refusal !== undefined) throw forbidden(refusal, aboutGroup(now));
  if (now.group !== undefined) requireFacts(stored, now);
}

function demandName(name: string, typedName: string): void {
  if (typedName !== name) throw invalidInput('typedName', say(REFUSED_FIELDS.typeName, { group: name }));
}

/** Makes sure that the caller means it. Returns the groups of the privileged user. */
async function confirmedGroups(
  { directory }: GroupPorts,
  { caller }: InSpace,
  { groupId, confirmSelf }: Deletion,
  privilegedUser: AccountId,
): Promise<ReadonlySet<GroupId>> {
  const [callerIsIn, groups] = await Promise.all([
    directory.isMember(caller, groupId),
    directory.groupsOf(privilegedUser),
  ]);
  if (callerIsIn && !confirmSelf) {
    throw invalidInput('confirmSelf', REFUSED_FIELDS.deleteYours);
  }
  return groups;
}
