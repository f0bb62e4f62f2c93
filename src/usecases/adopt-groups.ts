import { AppError, failureOf, subjectOf } from '../domain/errors';
import type { GroupAccess, GroupRecord } from '../domain/groups';
import { instant } from '../domain/instant';
import type { Ports } from '../domain/ports';
import { protectionRefusal } from '../domain/protection';
import type { AccountId, GroupId, SpaceId } from '../shared/ids';
import type { Rules } from '../shared/payloads';
import type { ApiError } from '../shared/result';
import type { AdoptOutcome } from '../shared/views';
import { demandFresh } from './steps/age';
import { audited } from './steps/audited';
import { readGroupAccess } from './steps/group-access';
import type { OnSite } from './steps/on-site';
import { readPrivilegedUser, requirePrivilegedUser } from './steps/privileged-user';

interface Adoption {
  groupId: GroupId;
  spaceId: SpaceId;
  acknowledgeProductAccess: boolean;
}

interface Around {
  caller: AccountId;
  rules: Rules;
  accessOf: (groupId: GroupId) => GroupAccess;
  spaces: ReadonlySet<SpaceId>;
  privilegedUser: AccountId;
  /** When the oldest of it was asked for. */
  askedAt: number;
}

const adoptOne = async (ports: Ports, adoption: Adoption, around: Promise<Around>): Promise<AdoptOutcome> => {
  const { groupId, spaceId, acknowledgeProductAccess } = adoption;
  const [shown, { caller, rules, accessOf, spaces, privilegedUser, askedAt }] = await Promise.all([
    ports.directory.group(groupId),
    around,
  ]);
  const group = shown ?? (await ports.privilegedReader.group(privilegedUser, groupId));
  if (!spaces.has(spaceId)) return { groupId, outcome: 'refused', reason: 'SPACE_NOT_FOUND' };
  if (group === undefined) return { groupId, outcome: 'refused', reason: 'GROUP_NOT_FOUND' };
  const access = accessOf(groupId);
  const reason = protectionRefusal(group, access, rules, acknowledgeProductAccess);
  if (reason !== undefined) {
    const at = instant(ports.clock);
    await ports.auditLog.refuse({ at, caller, action: 'adoptGroup', reason, spaceId, ...subjectOf(group) });
    return { groupId, outcome: 'refused', reason };
  }
  const record: GroupRecord = {
    groupId,
    spaceId,
    groupName: group.name,
    origin: 'adopted',
    deletable: false,
    grantsProductAccess: acknowledgeProductAccess && access !== 'unknown' && access.product,
    recordedBy: caller,
    recordedAt: instant(ports.clock),
  };
  try {
    await audited(ports, { action: 'adoptGroup', caller, spaceId, groupId, groupName: group.name }, async () => {
      demandFresh(ports.clock, askedAt);
      await ports.groupRecords.add(record);
    });
    return { groupId, outcome: 'adopted' };
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'CONFLICT') throw thrown;
    return { groupId, outcome: 'alreadyRecorded' };
  }
};

/** The same failure, which must not say that nothing has changed where another group was adopted. */
const withSomeChanged = (failure: ApiError): ApiError =>
  'changed' in failure ? { ...failure, changed: 'some' } : { code: 'STORAGE_UNAVAILABLE', changed: 'some' };

/** The outcomes; if any is a failure, that failure. */
const outcomesOf = (settled: readonly PromiseSettledResult<AdoptOutcome>[]): AdoptOutcome[] => {
  const outcomes = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const broken = settled.find((one) => one.status === 'rejected');
  if (broken === undefined) return outcomes;
  const failure = failureOf(broken.reason);
  if (failure !== undefined && outcomes.some((one) => one.outcome === 'adopted')) {
    throw new AppError(withSomeChanged(failure), broken.reason);
  }
  throw broken.reason;
};

/** What every adoption is held against. */
const readAround = async (ports: Ports, { caller, provedAt }: OnSite, groups: readonly Adoption[]): Promise<Around> => {
  const known = await readPrivilegedUser(ports);
  const ids = groups.map(({ groupId }) => groupId);
  const [{ value: rules }, accessOf, found] = await Promise.all([
    ports.settings.rules(),
    readGroupAccess(ports, known, ids),
    ports.directory.spacesById([...new Set(groups.map((group) => group.spaceId))]),
  ]);
  const usable = found.filter((space) => !space.personal || rules.personalSpaces);
  const privilegedUser = requirePrivilegedUser(known).accountId;
  return {
    caller,
    rules,
    accessOf,
    privilegedUser,
    askedAt: provedAt,
    spaces: new Set(usable.map((space) => space.id)),
  };
};

/**
 * Gives existing groups to spaces: their admins manage the membership from then on. The groups themselves do not change.
 *
 * Nothing is recorded on what was asked more than five seconds before. Each group has its own outcome; one that is refused keeps no other from being adopted. Fails with PRIVILEGED_USER_UNAVAILABLE: without
 * them nobody can find out what a group gives.
 */
export const adoptGroups = async (
  ports: Ports,
  asking: OnSite,
  { groups }: { groups: Adoption[] },
): Promise<{ groups: AdoptOutcome[] }> => {
  const around = readAround(ports, asking, groups);
  return { groups: outcomesOf(await Promise.allSettled(groups.map(async (group) => adoptOne(ports, group, around)))) };
};
