import { failureOf } from '../../domain/errors';
import type { AccountFacts } from '../../domain/groups';
import { instant } from '../../domain/instant';
import type { ImpersonationResult, Ports } from '../../domain/ports';
import { privilegedUserState, type Observation, type PrivilegedUser } from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
import type { UnavailableCause } from '../../shared/result';
import type { Check } from '../../shared/views';
import type { StoredPrivilegedUser } from './privileged-user';
import { writeTest } from './write-test';

/** How long an observation stands for another refusal. */
const FRESH_MS = 60_000;

const UNCLEAR = Symbol('could not be checked');

/** What Confluence says of an account, turned into the first check. */
const accountCheck = (facts: AccountFacts | undefined | typeof UNCLEAR): Check => {
  const failed = (cause: Check['cause']): Check => ({ name: 'account', outcome: 'failed', ...(cause && { cause }) });
  if (facts === UNCLEAR) return { name: 'account', outcome: 'unclear' };
  if (facts === undefined || facts.status === 'closed') return failed('left');
  if (facts.accountType === 'app' || facts.accountType === 'customer') return failed('unsupportedAccountType');
  if (facts.status === 'inactive') return failed('deactivated');
  return {
    name: 'account',
    outcome: facts.accountType === 'atlassian' && facts.status === 'active' ? 'passed' : 'unclear',
  };
};

/** Is it an account that can be acted for: an active person's? */
export const checkAccount = async ({ accountReader }: Ports, accountId: AccountId): Promise<Check> => {
  try {
    return accountCheck(await accountReader.account(accountId));
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return accountCheck(UNCLEAR);
  }
};

const impersonationCheck = (result: ImpersonationResult): Check => {
  if (result.works === undefined) return { name: 'impersonation', outcome: 'unclear' };
  return result.works
    ? { name: 'impersonation', outcome: 'passed' }
    : { name: 'impersonation', outcome: 'failed', cause: result.cause };
};

/** Does acting as this account yield this account? */
export const checkImpersonation = async ({ privilegedReader }: Ports, accountId: AccountId): Promise<Check> =>
  impersonationCheck(await privilegedReader.impersonate(accountId));

/** Is it in a site-admin group? A no is a hint only, unless `decisive`: other admins may manage groups too. */
export const checkSiteAdminGroup = async (
  { privilegedReader }: Ports,
  accountId: AccountId,
  decisive: boolean,
): Promise<Check> => {
  const isIn = await privilegedReader.isInSiteAdminGroup(accountId);
  if (isIn === undefined) return { name: 'siteAdminGroup', outcome: 'unclear' };
  if (isIn) return { name: 'siteAdminGroup', outcome: 'passed' };
  return decisive
    ? { name: 'siteAdminGroup', outcome: 'failed', cause: 'lacksPermission' }
    : { name: 'siteAdminGroup', outcome: 'hint' };
};

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
  previous: Observation | undefined,
  wish: WriteTestWish,
): Promise<Pick<Observation, 'checks' | 'leftoverCheckGroups'>> => {
  const made = await Promise.all([
    checkAccount(ports, user.accountId),
    checkImpersonation(ports, user.accountId),
    checkSiteAdminGroup(ports, user.accountId, user.wasInSiteAdminGroup),
  ]);
  const checks = withoutNoise(made);
  const last = previous?.checks.find((check) => check.name === 'writeTest');
  const leftoverCheckGroups = previous?.leftoverCheckGroups ?? [];
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
  const previous = known.observation?.accountId === current.accountId ? known.observation : undefined;
  const seen = await observe(ports, current, previous, wish);
  if (settlesNothing(seen.checks)) return known;
  const observation: Observation = { accountId: current.accountId, at: instant(ports.clock), ...seen };
  await ports.settings.saveObservation(observation);
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
