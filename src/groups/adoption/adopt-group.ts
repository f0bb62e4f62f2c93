import type { RefusedSubject } from '../../broker/audit/entries';
import { changeAs } from '../../broker/change-as';
import { AppError, failureOf, forbidden, subjectOf } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import { instant } from '../../broker/instant';
import type { OnSite } from '../../broker/on-site';
import type { AdoptOutcome } from '../../shared/groups/views';
import type { AccountId, GroupId, SpaceId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { GroupAccess, GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';
import { protectionRefusal } from '../protection';
import type { StoredRules } from '../rules/stored-rules';

/** A group to give to a space. */
export interface Adoption {
  groupId: GroupId;
  spaceId: SpaceId;
  acknowledgeProductAccess: boolean;
}

/** The facts that decide every adoption of one request. */
export interface Around {
  rules: StoredRules;
  accessOf: (groupId: GroupId) => GroupAccess;
  spaces: ReadonlySet<SpaceId>;
  privilegedUser: AccountId;
  /** Time of the oldest request behind it. */
  readAt: number;
}

/**
 * Adopts one group, or returns the reason why not. `around`: the facts as they were read first; `readAround` reads them again.
 *
 * A refusal of this group, or of the person by now, is its outcome, and recorded as a refusal.
 */
export async function adoptGroup(
  ports: GroupPorts,
  by: OnSite,
  adoption: Adoption,
  { around, readAround }: { around: Promise<Around>; readAround: () => Promise<Around> },
): Promise<AdoptOutcome> {
  const { groupId, spaceId } = adoption;
  try {
    const adoptable = await judge(ports, adoption, around);
    const { group } = adoptable;
    const record = recordOf(ports, by, adoption, adoptable);
    await changeAs(ports, by, {
      entries: [{ action: 'adoptGroup', spaceId, groupId, groupName: group.name }],
      readAgain: async () => {
        const again = readAround();
        await judge(ports, adoption, again);
        return (await again).readAt;
      },
      write: () => ports.groupRecords.add(record),
    });
    return { groupId, outcome: 'adopted' };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code === 'CONFLICT') return { groupId, outcome: 'alreadyRecorded' };
    if (failure?.code === 'NOT_FOUND') {
      return { groupId, outcome: 'refused', reason: failure.what === 'space' ? 'SPACE_NOT_FOUND' : 'GROUP_NOT_FOUND' };
    }
    if (!(thrown instanceof AppError) || failure?.code !== 'FORBIDDEN') throw thrown;
    await recordRefusal(ports, by, adoption, { reason: failure.reason, subject: thrown.subject });
    return { groupId, outcome: 'refused', reason: failure.reason };
  }
}

/** A group that may be adopted, and the access that it gives. */
interface Adoptable {
  group: GroupFacts;
  access: GroupAccess;
}

/** Decides whether the group can be adopted. Fails with NOT_FOUND (group, space) or FORBIDDEN. */
async function judge(ports: GroupPorts, adoption: Adoption, around: Promise<Around>): Promise<Adoptable> {
  const { groupId, spaceId, acknowledgeProductAccess } = adoption;
  const [shown, { rules, accessOf, spaces, privilegedUser }] = await Promise.all([
    ports.directory.group(groupId),
    around,
  ]);
  const group = shown ?? (await ports.privilegedReader.group(privilegedUser, groupId));
  if (!spaces.has(spaceId)) throw new AppError({ code: 'NOT_FOUND', what: 'space' });
  if (group === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
  const access = accessOf(groupId);
  const reason = protectionRefusal(group, access, rules, acknowledgeProductAccess);
  if (reason !== undefined) throw forbidden(reason, subjectOf(group));
  return { group, access };
}

function recordOf(
  { clock }: GroupPorts,
  { caller }: OnSite,
  { groupId, spaceId, acknowledgeProductAccess }: Adoption,
  { group: { name: groupName }, access }: Adoptable,
): GroupRecord {
  return {
    groupId,
    spaceId,
    groupName,
    origin: 'adopted',
    deletable: false,
    grantsProductAccess: acknowledgeProductAccess && access !== 'unknown' && access.product,
    recordedBy: caller,
    recordedAt: instant(clock),
  };
}

async function recordRefusal(
  { auditLog, clock }: GroupPorts,
  { caller }: OnSite,
  { spaceId }: Adoption,
  { reason, subject }: { reason: ForbiddenReason; subject: RefusedSubject },
): Promise<void> {
  await auditLog.refuse({ at: instant(clock), caller, action: 'adoptGroup', reason, spaceId, ...subject });
}
