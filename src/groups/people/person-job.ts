import { forbidden } from '../../broker/errors';
import type { Known, RunJob, Sent } from '../../broker/runs/job';
import { refuse, type Verdict } from '../../broker/verdict';
import type { GroupId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import { readStoredForGroups, refreshGroups, type GroupsNow, type StoredForGroups } from '../facts-of-several-groups';
import type { StoredForGroup } from '../group-facts';
import type { ForSpace, InSpace } from '../in-space';
import { accountsToRead, type MemberCommand, type MemberGrant } from '../members/commands';
import type { MemberJob, MemberKind } from '../members/member-kind';
import { groupRefusal, spaceRefusal } from '../policy';
import type { GroupPorts } from '../ports';

interface PersonKind extends Omit<MemberKind, 'stored' | 'facts'> {
  stored: StoredForGroups;
  facts: GroupsNow;
}

/**
 * Returns the job that changes one person's memberships in several groups of this space, each as the job of its group would.
 *
 * What concerns one group refuses its line alone; what concerns the space ends the rest.
 */
export function personJob(
  ports: GroupPorts,
  begun: InSpace | ForSpace,
  jobOf: (groupId: GroupId) => MemberJob,
): RunJob<PersonKind> {
  return {
    journal: ports.memberJournal,
    readStored: (_commands, batch) => readStoredForGroups(ports, begun.space, batch),
    readFacts: (commands, stored, anew) =>
      refreshGroups(ports, begun, {
        stored,
        anew,
        groupIds: commands.map(({ groupId }) => groupId),
        accountIds: accountsToRead(commands),
      }),
    demand(_commands, { rules }, { proof }) {
      const reason = spaceRefusal(proof.space, rules);
      if (reason !== undefined) throw forbidden(reason);
    },
    judge: (command, stored, facts) => judgeInGroup(jobOf(command.groupId), command, { stored, facts }),
    entry: (grant) => jobOf(grant.groupId).entry(grant),
    perform: (grant, sent) => jobOf(grant.groupId).perform(grant, ofGroup(grant, sent)),
    change: (grant, performed, sent) => jobOf(grant.groupId).change(grant, performed, ofGroup(grant, sent)),
    look: (grant) => jobOf(grant.groupId).look(grant),
    refusal: (command, known) => jobOf(command.groupId).refusal(command, knownOf(command, known)),
  };
}

function judgeInGroup(
  job: MemberJob,
  command: MemberCommand,
  { stored, facts }: Pick<PersonKind, 'stored' | 'facts'>,
): Verdict<MemberGrant, ForbiddenReason> {
  const ofSpace = stored.groups.get(command.groupId);
  const now = facts.groups.get(command.groupId);
  if (ofSpace === undefined) return refuse('GROUP_OF_ANOTHER_SPACE');
  if (now?.group === undefined) return refuse('GROUP_NOT_FOUND');
  const reason = groupRefusal({ ...ofSpace, space: now.proof.space, group: now.group, access: now.access });
  return reason === undefined ? job.judge(command, ofSpace, now) : refuse(reason);
}

function knownOf(
  { groupId }: MemberCommand,
  known: Pick<Known<PersonKind>, 'stored' | 'facts'> | undefined,
): Pick<Known<MemberKind>, 'stored' | 'facts'> | undefined {
  const stored = known?.stored.groups.get(groupId);
  const facts = known?.facts.groups.get(groupId);
  return stored && facts && { stored, facts };
}

function ofGroup({ groupId }: MemberGrant, { id, stored }: Sent<PersonKind>): Sent<MemberKind> {
  return { id, stored: demandGroup(stored.groups.get(groupId)) };
}

function demandGroup(stored: StoredForGroup | undefined): StoredForGroup {
  if (stored === undefined) throw new Error('No group of this space');
  return stored;
}
