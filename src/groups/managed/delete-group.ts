import type { Found, Performed } from '../../broker/runs/endings';
import { runAlone } from '../../broker/runs/in-batches';
import type { Job } from '../../broker/runs/job';
import { allow, type Verdict } from '../../broker/verdict';
import type { DeletedGroup } from '../../shared/groups/views';
import type { ForbiddenReason } from '../../shared/result';
import { explained } from '../explain-refusal';
import type { GroupRecord } from '../facts';
import { aboutGroup, requireFacts, readStoredForGroup, type StoredForGroup } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupGrant } from '../operations';
import { grantDeleteGroup } from '../policy';
import type { GroupPorts } from '../ports';
import { afterWrite } from './after-write';
import { demandDeletable, demandTypedName, readDeletionNow, type Deletion, type DeletionNow } from './deletion';

interface Kind {
  command: Deletion;
  stored: StoredForGroup;
  facts: DeletionNow;
  /** `forget`: the group doesn't exist any more, and only its record is removed. */
  grant: { delete: GroupGrant<'deleteGroup'> } | { forget: GroupRecord };
  value: DeletedGroup;
  change: never;
}

/**
 * Deletes a group of this space from the whole site. `deleted` is false if it didn't exist any more; its record is removed too.
 * `answerLost`: the group is gone now, but it isn't known whether this request deleted it.
 *
 * Fails with INVALID_INPUT (`typedName`, before anything else is said; `confirmSelf`), FORBIDDEN, or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function deleteGroup(
  ports: GroupPorts,
  begun: InSpace,
  request: Omit<Deletion, 'operation'>,
): Promise<DeletedGroup> {
  const deletion: Deletion = { operation: 'deleteGroup', ...request };
  await demandTypedName(ports, begun, deletion);
  return runAlone(ports, deletionJob(ports, begun), deletion);
}

function deletionJob(ports: GroupPorts, begun: InSpace): Job<Kind> {
  const { caller, space } = begun;
  return {
    readStored: ([{ groupId }]) => readStoredForGroup(ports, space, groupId),
    readFacts: ([deletion], stored, anew) => readDeletionNow(ports, begun, { deletion, stored, anew }),
    demand: ([deletion], stored, now) => demandDeletable(deletion, stored, now),
    judge: (_deletion, stored, now) => judge(stored, now),
    subject: aboutGroup,
    entry: (leave) => {
      const { groupId, groupName } = 'delete' in leave ? leave.delete : leave.forget;
      const about = { caller, spaceId: space.spaceId, groupId, groupName };
      return 'delete' in leave
        ? { action: 'deleteGroup', actedAs: leave.delete.actAs, ...about }
        : { action: 'releaseGroup', ...about };
    },
    perform: (leave, { stored }) =>
      'delete' in leave ? remove(ports, leave.delete, stored) : forget(ports, leave.forget),
    look: async (leave) => ('delete' in leave ? lookWhetherGone(ports, begun, leave.delete) : undefined),
  };
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

/** Looks whether the group is gone. If it is, whoever deleted it, its record is removed. */
async function lookWhetherGone(
  { privilegedReader, groupRecords }: GroupPorts,
  { space }: InSpace,
  { actAs, groupId }: GroupGrant<'deleteGroup'>,
): Promise<Found<DeletedGroup> | undefined> {
  if ((await privilegedReader.group(actAs, groupId)) !== undefined) return undefined;
  const record = await groupRecords.get(groupId);
  if (record?.spaceId === space.spaceId) await groupRecords.remove(record);
  return { value: { deleted: false, answerLost: true }, found: 'noGroup' };
}

async function forget({ groupRecords }: GroupPorts, record: GroupRecord): Promise<Performed<DeletedGroup>> {
  const removed = await groupRecords.remove(record);
  return { value: { deleted: false }, outcome: removed ? 'succeeded' : 'unchanged' };
}
