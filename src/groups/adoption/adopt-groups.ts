import { AppError, failureOf } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { readPrivilegedUser, requirePrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { shared } from '../../broker/shared-request';
import type { AdoptOutcome } from '../../shared/groups/views';
import type { ApiError } from '../../shared/result';
import { readGroupAccess } from '../group-access';
import type { GroupPorts } from '../ports';
import { adoptGroup, type Adoption, type Around } from './adopt-group';

/**
 * Gives existing groups to spaces, whose admins manage the membership from then on. The groups themselves don't change.
 *
 * Each group has its own outcome; a refused one doesn't stop the others. Fails with PRIVILEGED_USER_UNAVAILABLE: without
 * them, it can't be found out which access a group gives.
 */
export async function adoptGroups(
  ports: GroupPorts,
  by: OnSite,
  { groups }: { groups: Adoption[] },
): Promise<{ groups: AdoptOutcome[] }> {
  const read = shared(() => readAround(ports, groups));
  const from = { around: read(), readAround: read };
  const settled = await Promise.allSettled(groups.map(async (group) => adoptGroup(ports, by, group, from)));
  return { groups: outcomesOf(settled) };
}

async function readAround(ports: GroupPorts, groups: readonly Adoption[]): Promise<Around> {
  const readAt = ports.clock.now();
  const known = await readPrivilegedUser(ports);
  const ids = groups.map(({ groupId }) => groupId);
  const [{ value: rules }, accessOf, found] = await Promise.all([
    ports.settings.rules(),
    readGroupAccess(ports, known, ids),
    ports.directory.spacesById([...new Set(groups.map((group) => group.spaceId))]),
  ]);
  const usable = found.filter((space) => !space.personal || rules.personalSpaces);
  const privilegedUser = requirePrivilegedUser(known).accountId;
  return { rules, accessOf, privilegedUser, readAt, spaces: new Set(usable.map((space) => space.id)) };
}

/** Returns the outcomes; if any is a failure, that failure. */
function outcomesOf(settled: readonly PromiseSettledResult<AdoptOutcome>[]): AdoptOutcome[] {
  const outcomes = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const broken = settled.find((one) => one.status === 'rejected');
  if (broken === undefined) return outcomes;
  const failure = failureOf(broken.reason);
  if (failure !== undefined && outcomes.some((one) => one.outcome === 'adopted')) {
    throw new AppError(withSomeChanged(failure), broken.reason);
  }
  throw broken.reason;
}

/** Returns the same failure, but doesn't claim that nothing changed: another group was adopted. */
function withSomeChanged(failure: ApiError): ApiError {
  return 'changed' in failure ? { ...failure, changed: 'some' } : { code: 'STORAGE_UNAVAILABLE', changed: 'some' };
}
