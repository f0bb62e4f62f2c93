import { forbidden, invalidInput, subjectOf } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import type { Performed } from '../../broker/runs/endings';
import { runAlone } from '../../broker/runs/in-batches';
import type { Job } from '../../broker/runs/job';
import { allow, type Verdict } from '../../broker/verdict';
import type { DeletedGroup } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { explained } from '../explain-refusal';
import type { GroupRecord } from '../facts';
import {
  requireFacts,
  refreshGroup,
  readStoredForGroup,
  recordOfSpace,
  type GroupNow,
  type StoredForGroup,
} from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupGrant } from '../operations';
import { grantDeleteGroup, spaceRefusal } from '../policy';
import type { GroupPorts } from '../ports';
import { afterWrite } from './after-write';

interface Deletion {
  groupId: GroupId;
  typedName: string;
  confirmSelf: boolean;
}

interface Kind {
  line: Deletion;
  stored: StoredForGroup;
  facts: GroupNow & { groupsOfPrivilegedUser: ReadonlySet<GroupId> };
  /** Without a grant: there is no such group any more, and its record goes. */
  grant: { delete: GroupGrant<'deleteGroup'> } | { forget: GroupRecord };
  value: DeletedGroup;
}

const NONE: ReadonlySet<GroupId> = new Set();

/**
 * Deletes a group of this space from the whole site. `deleted` is false if there was no such group any more; its record goes too.
 * `answerLost`: the group is gone now, and nobody knows whether by this request.
 *
 * Fails with INVALID_INPUT (`typedName`, before anything else is said; `confirmSelf`), FORBIDDEN, or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function deleteGroup(ports: GroupPorts, begun: InSpace, deletion: Deletion): Promise<DeletedGroup> {
  const { caller, space } = begun;
  const { groupId, typedName } = deletion;
  await demandTypedName(ports, begun, deletion);
  let shown: GroupFacts | undefined;
  const job: Job<Kind> = {
    readStored: () => readStoredForGroup(ports, space, groupId),
    readFacts: async (stored, anew) => {
      const now = await refreshGroup(ports, begun, stored, anew);
      shown = now.group;
      // Nothing more is asked about a group that may not be deleted.
      demand(typedName, stored, now);
      const groupsOfPrivilegedUser =
        now.group === undefined ? NONE : await confirmedGroups(ports, begun, deletion, stored.privilegedUser);
      return { ...now, groupsOfPrivilegedUser };
    },
    demand: (stored, now) => demand(typedName, stored, now),
    judge: (_deletion, stored, now) => judge(stored, now),
    subject: () => (shown === undefined ? {} : subjectOf(shown)),
    entry: (_deletion, leave) => {
      const { groupName } = 'delete' in leave ? leave.delete : leave.forget;
      const about = { caller, spaceId: space.spaceId, groupId, groupName };
      return 'delete' in leave
        ? { action: 'deleteGroup', actedAs: leave.delete.actAs, ...about }
        : { action: 'releaseGroup', ...about };
    },
    perform: async (leave, { stored }) =>
      'delete' in leave ? remove(ports, leave.delete, stored) : forget(ports, leave.forget),
    look: async (leave) => {
      if (!('delete' in leave)) return undefined;
      if ((await ports.privilegedReader.group(leave.delete.actAs, groupId)) !== undefined) return undefined;
      const record = await ports.groupRecords.get(groupId);
      if (record?.spaceId === space.spaceId) await ports.groupRecords.remove(record);
      return { value: { deleted: false, answerLost: true }, found: 'noGroup' };
    },
  };
  return runAlone(ports, job, deletion);
}

/** Compares with the name that is stored; where it differs, somebody may have renamed the group outside. */
async function demandTypedName(ports: GroupPorts, { space }: InSpace, { groupId, typedName }: Deletion): Promise<void> {
  const { groupName } = await recordOfSpace(ports, space, groupId);
  if (typedName !== groupName) demandName((await ports.directory.group(groupId))?.name ?? groupName, typedName);
}

function demandName(name: string, typedName: string): void {
  if (typedName !== name) throw invalidInput('typedName', say(REFUSED_FIELDS.typeName, { group: name }));
}

/** Fails with what stands against it, whoever asks and however. Fails with INVALID_INPUT (`typedName`) or FORBIDDEN. */
function demand(typedName: string, stored: StoredForGroup, now: GroupNow): void {
  demandName(now.group?.name ?? stored.record.groupName, typedName);
  const refusal = spaceRefusal(now.proof.space, stored.rules);
  if (refusal !== undefined) throw forbidden(refusal, now.group && subjectOf(now.group));
  if (now.group !== undefined) requireFacts(stored, now);
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

function judge(stored: StoredForGroup, now: Kind['facts']): Verdict<Kind['grant'], ForbiddenReason> {
  if (now.group === undefined) return allow({ forget: stored.record });
  const verdict = grantDeleteGroup(requireFacts(stored, now), now.groupsOfPrivilegedUser);
  return verdict.allowed ? allow({ delete: verdict.value }) : verdict;
}

async function remove(
  ports: GroupPorts,
  grant: GroupGrant<'deleteGroup'>,
  { known, record }: StoredForGroup,
): Promise<Performed<DeletedGroup>> {
  const { deleted } = await explained(ports, { known, action: 'deleteGroup', record }, () =>
    ports.groupWriter.deleteGroup(grant),
  );
  await afterWrite(() => ports.groupRecords.remove(record));
  return { value: { deleted }, outcome: deleted ? 'succeeded' : 'unchanged' };
}

async function forget({ groupRecords }: GroupPorts, record: GroupRecord): Promise<Performed<DeletedGroup>> {
  const removed = await groupRecords.remove(record);
  return { value: { deleted: false }, outcome: removed ? 'succeeded' : 'unchanged' };
}
