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

/** One group to be deleted, as plain data, with what the caller has typed and confirmed. */
export interface Deletion {
  operation: 'deleteGroup';
  groupId: GroupId;
  typedName: string;
  confirmSelf: boolean;
}

/** What Atlassian says of a group that is to be deleted. */
export interface DeletionNow extends GroupNow {
  groupsOfPrivilegedUser: ReadonlySet<GroupId>;
}

/** Compares with the name that is stored; where it differs, somebody may have renamed the group outside. Fails with INVALID_INPUT (`typedName`). */
export async function demandTypedName(
  ports: GroupPorts,
  { space }: InSpace,
  { groupId, typedName }: Deletion,
): Promise<void> {
  const { groupName } = await recordOfSpace(ports, space, groupId);
  if (typedName !== groupName) demandName((await ports.directory.group(groupId))?.name ?? groupName, typedName);
}

const NONE: ReadonlySet<GroupId> = new Set();

/** Asks for all that the decision needs. Fails as `demandDeletable` does, and with INVALID_INPUT (`confirmSelf`). */
export async function readDeletionNow(
  ports: GroupPorts,
  begun: InSpace,
  deletion: Deletion,
  stored: StoredForGroup,
  anew: boolean,
): Promise<DeletionNow> {
  const now = await refreshGroup(ports, begun, stored, anew);
  // Nothing more is asked about a group that may not be deleted.
  demandDeletable(deletion, stored, now);
  const groupsOfPrivilegedUser =
    now.group === undefined ? NONE : await confirmedGroups(ports, begun, deletion, stored.privilegedUser);
  return { ...now, groupsOfPrivilegedUser };
}

/** Fails with what stands against it, whoever asks and however. Fails with INVALID_INPUT (`typedName`) or FORBIDDEN. */
export function demandDeletable({ typedName }: Deletion, stored: StoredForGroup, now: GroupNow): void {
  demandName(now.group?.name ?? stored.record.groupName, typedName);
  const refusal = spaceRefusal(now.proof.space, stored.rules);
  if (refusal !== undefined) throw forbidden(refusal, aboutGroup(now));
  if (now.group !== undefined) requireFacts(stored, now);
}

function demandName(name: string, typedName: string): void {
  if (typedName !== name) throw invalidInput('typedName', say(REFUSED_FIELDS.typeName, { group: name }));
}

/** Makes sure that the caller means it. Answers the groups of the privileged user. */
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
