import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import { privilegedUserState, type Observation, type PrivilegedUser } from '../../domain/privileged-user';
import type { UnavailableCause } from '../../shared/result';
import type { Check } from '../../shared/views';
import { checkAccount, checkImpersonation, checkSiteAdminGroup } from './checks';
import { readPrivilegedUser, type StoredPrivilegedUser } from './privileged-user';
import { writeTest } from './write-test';

/** How long an observation stands for another refusal. */
const FRESH_MS = 60_000;

/** When a look includes a write test: never, if the last one failed, where no site-admin group tells enough, or always. */
type WriteTestWish = 'never' | 'ifItFailed' | 'inDoubt' | 'always';

const isInSiteAdminGroup = (checks: readonly Check[]): boolean =>
  checks.some((check) => check.name === 'siteAdminGroup' && check.outcome === 'passed');

/** A write test that failed counts no more once he is in a site-admin group, unless it was the app that lacked the permission. */
const stillFails = (checks: readonly Check[], last: Check | undefined): boolean =>
  last?.outcome === 'failed' && (!isInSiteAdminGroup(checks) || last.cause === 'notApproved');

const isWished = (wish: WriteTestWish, checks: readonly Check[], last: Check | undefined): boolean => {
  if (checks.some((check) => check.outcome === 'failed')) return false;
  switch (wish) {
    case 'never':
      return false;
    case 'ifItFailed':
      return stillFails(checks, last);
    case 'inDoubt':
      return !isInSiteAdminGroup(checks);
    case 'always':
      return true;
  }
};

/** The result of the last write test, as long as it stands: one that passed, until something else fails. */
const standing = (checks: readonly Check[], last: Check | undefined): Check => {
  const stands =
    last?.outcome === 'failed' ? stillFails(checks, last) : !checks.some((check) => check.outcome === 'failed');
  return last !== undefined && stands ? last : { name: 'writeTest', outcome: 'notRun' };
};

/** Beside a failure, what could not be checked says nothing. */
const withoutNoise = (checks: readonly Check[]): Check[] => {
  const failed = checks.some((check) => check.outcome === 'failed');
  return checks.map((check) =>
    failed && check.outcome === 'unclear' ? { name: check.name, outcome: 'notRun' } : check,
  );
};

const observe = async (
  ports: Ports,
  user: PrivilegedUser,
  known: Observation | undefined,
  wish: WriteTestWish,
): Promise<Pick<Observation, 'checks' | 'leftoverCheckGroups'>> => {
  const made = await Promise.all([
    checkAccount(ports, user.accountId),
    checkImpersonation(ports, user.accountId),
    checkSiteAdminGroup(ports, user.accountId, user.wasInSiteAdminGroup),
  ]);
  const checks = withoutNoise(made);
  const previous = known?.accountId === user.accountId ? known : undefined;
  const last = previous?.checks.find((check) => check.name === 'writeTest');
  // Whoever was looked at when they were left over.
  const leftoverCheckGroups = known?.leftoverCheckGroups ?? [];
  if (!isWished(wish, checks, last)) return { checks: [...checks, standing(checks, last)], leftoverCheckGroups };
  const { check, leftover } = await writeTest(ports, user.accountId);
  return { checks: [...checks, check], leftoverCheckGroups: [...leftoverCheckGroups, ...(leftover ? [leftover] : [])] };
};

/** Nothing failed, and nothing is known well enough to overrule an earlier failure. */
const settlesNothing = (checks: readonly Check[]): boolean =>
  checks.some((check) => check.outcome === 'unclear') && !checks.some((check) => check.outcome === 'failed');

/**
 * Looks at the privileged user again, stores what it found, and answers what is known now.
 *
 * Without a privileged user there is nothing to look at. A look that could not be finished does not overrule an earlier one.
 */
export const checkHealth = async (
  ports: Ports,
  known: StoredPrivilegedUser,
  wish: WriteTestWish = 'never',
): Promise<StoredPrivilegedUser> => {
  const { current } = known.stored.value;
  if (current === undefined) return known;
  // When it began: a look that takes long must not overrule one that began later.
  const at = instant(ports.clock);
  const seen = await observe(ports, current, known.observation, wish);
  if (settlesNothing(seen.checks)) return known;
  const observation = await ports.settings.saveObservation({ accountId: current.accountId, at, ...seen });
  if (observation.accountId !== current.accountId) return readPrivilegedUser(ports);
  return { ...known, observation, state: privilegedUserState(known.stored.value, observation, known.legacyRecord) };
};

/**
 * After Atlassian refused the privileged user: looks again, at most once a minute. One odd group must not stop all the others, so where
 * no site-admin group tells, or the app's own permission is in question, a write test decides.
 */
export const checkHealthAfterRefusal = async (
  ports: Ports,
  known: StoredPrivilegedUser,
  cause: UnavailableCause | undefined,
): Promise<StoredPrivilegedUser> => {
  const lastLook = known.observation === undefined ? 0 : Date.parse(known.observation.at);
  if (ports.clock.now() - lastLook < FRESH_MS) return known;
  return checkHealth(ports, known, cause === 'notApproved' ? 'always' : 'inDoubt');
};
