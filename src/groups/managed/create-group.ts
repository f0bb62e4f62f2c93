import { AppError, failureOf, forbidden, invalidInput } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import { instant } from '../../broker/instant';
import { orLog } from '../../broker/or-log';
import type { Found, Performed } from '../../broker/runs/endings';
import { runAlone } from '../../broker/runs/in-batches';
import type { Job } from '../../broker/runs/job';
import { formGroupName, freePartProblem, MAX_GROUP_NAME } from '../../shared/groups/group-pattern';
import type { Rules } from '../../shared/groups/payloads';
import type { CreatedGroup } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { explained } from '../explain-refusal';
import type { GroupRecord } from '../facts';
import { proofNow, readStored, type StoredForSpace } from '../group-facts';
import { rowOf } from '../group-row';
import type { InSpace } from '../in-space';
import type { GroupGrant } from '../operations';
import { grantCreateGroup } from '../policy';
import type { GroupPorts } from '../ports';
import type { SpaceProof } from '../prove-space';
import { afterWrite } from './after-write';

interface Kind {
  line: string;
  stored: StoredForSpace;
  /** With the name that was found free, and as whom: a caller may be shown fewer groups. */
  facts: SpaceProof & { readAt: number; groupName: string; askedAs: AccountId };
  grant: GroupGrant<'createGroup'>;
  value: CreatedGroup;
}

/**
 * Creates a group of this space, empty, with a name that the site's pattern forms.
 *
 * If the answer is lost, a group of this name without members is taken for the new one, as the privileged user was shown no group of that name just before: `answerLost`.
 * Any other is left alone, and can be adopted.
 *
 * Fails with INVALID_INPUT (`name`; Confluence may not accept it either), CONFLICT (the name is in use: never an adoption), FORBIDDEN, or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function createGroup(
  ports: GroupPorts,
  begun: InSpace,
  { name }: { name: string },
): Promise<CreatedGroup> {
  const { caller, space } = begun;
  const freePart = name.trim();
  const wrong = freePartProblem(freePart);
  if (wrong !== undefined) throw invalidInput('name', wrong);
  const job: Job<Kind> = {
    readStored: () => readStored(ports),
    readFacts: async ({ known, rules, privilegedUser }, anew) => {
      const readAt = ports.clock.now();
      const proof = await proofNow(ports, begun, rules, anew);
      const groupName = demandName(rules, proof, freePart, privilegedUser);
      function read() {
        return ports.privilegedReader.groupByName(privilegedUser, groupName);
      }
      const taken = await explained(ports, { known, action: 'createGroup' }, read);
      if (taken !== undefined) throw new AppError({ code: 'CONFLICT', what: 'groupName' });
      return { ...proof, readAt: Math.min(readAt, proof.provedAt), groupName, askedAs: privilegedUser };
    },
    demand: ({ rules: { pattern }, privilegedUser }, { space: { key }, groupName, askedAs }) => {
      if (askedAs !== privilegedUser) throw forbidden('PRIVILEGED_USER_CHANGED');
      if (formGroupName(pattern, key, freePart) !== groupName) throw forbidden('CHANGED_MEANWHILE');
    },
    judge: (_part, { rules, privilegedUser }, now) => grantCreateGroup(now.space, now.groupName, rules, privilegedUser),
    entry: (_part, { actAs, groupName }) => ({
      action: 'createGroup',
      caller,
      actedAs: actAs,
      spaceId: space.spaceId,
      groupName,
    }),
    perform: async (grant, { id: attemptId, stored: { known } }): Promise<Performed<CreatedGroup>> => {
      const made = await explained(ports, { known, action: 'createGroup' }, () => make(ports, grant));
      const record = { ...recordOf(ports, begun, made), attemptId };
      const created = { value: rowOf(record), outcome: 'succeeded', groupId: made.groupId } as const;
      try {
        await afterWrite(() => ports.groupRecords.add(record));
        return created;
      } catch (thrown) {
        return { ...created, thrown };
      }
    },
    look: async (grant) => claim(ports, begun, grant),
  };
  return runAlone(ports, job, freePart);
}

/** Forms the name by the pattern. Fails with FORBIDDEN or INVALID_INPUT (`name`). */
function demandName(rules: Rules, { space }: SpaceProof, freePart: string, privilegedUser: AccountId): string {
  const groupName = formGroupName(rules.pattern, space.key, freePart);
  const verdict = grantCreateGroup(space, groupName ?? '', rules, privilegedUser);
  if (!verdict.allowed) throw forbidden(verdict.reason);
  if (groupName === undefined) throw invalidInput('name', REFUSED_FIELDS.nameWithKey);
  if (groupName.length > MAX_GROUP_NAME) throw invalidInput('name', REFUSED_FIELDS.nameTooLong);
  return groupName;
}

/** Confluence does not say why it answers 400, as it does for a name in use. Fails with CONFLICT only where a group of that name is found. */
async function make(ports: GroupPorts, grant: GroupGrant<'createGroup'>): Promise<GroupFacts> {
  try {
    return await ports.groupWriter.createGroup(grant);
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'CONFLICT') throw thrown;
    function look() {
      return ports.privilegedReader.groupByName(grant.actAs, grant.groupName);
    }
    if ((await orLog(ports, 'rejection not explained', look)) !== undefined) throw thrown;
    throw invalidInput('name', REFUSED_FIELDS.nameNotAccepted);
  }
}

function recordOf({ clock }: GroupPorts, { caller, space }: InSpace, { groupId, name }: GroupFacts): GroupRecord {
  return {
    groupId,
    spaceId: space.spaceId,
    groupName: name,
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: caller,
    recordedAt: instant(clock),
  };
}

/** The record names no attempt: nobody knows whether it was this one that made the group. */
async function claim(
  ports: GroupPorts,
  begun: InSpace,
  { actAs, groupName }: GroupGrant<'createGroup'>,
): Promise<Found<CreatedGroup> | undefined> {
  const found = await ports.privilegedReader.groupByName(actAs, groupName);
  if (found === undefined || found.members > 0) return undefined;
  const record = recordOf(ports, begun, found.group);
  await afterWrite(() => ports.groupRecords.add(record));
  return { value: { ...rowOf(record), answerLost: true }, found: 'group', groupId: record.groupId };
}
