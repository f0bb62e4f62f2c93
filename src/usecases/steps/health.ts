import { failureOf } from '../../domain/errors';
import type { AccountFacts } from '../../domain/groups';
import { instant } from '../../domain/instant';
import type { ImpersonationResult, Ports } from '../../domain/ports';
import { privilegedUserState, type Observation, type PrivilegedUser } from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
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

/** When a look includes a write test: never, if the last one failed, or wherever nothing else tells whether he may manage groups. */
type WriteTestWish = 'never' | 'ifItFailed' | 'inDoubt';

const outcomeOf = (checks: readonly Check[], name: Check['name']): Check['outcome'] | undefined =>
  checks.find((check) => check.name === name)?.outcome;

const isWished = (wish: WriteTestWish, checks: readonly Check[], last: Check | undefined): boolean => {
  if (wish === 'never' || checks.some((check) => check.outcome === 'failed')) return false;
  return outcomeOf(checks, 'siteAdminGroup') !== 'passed' && (wish === 'inDoubt' || last?.outcome === 'failed');
};

/** A write test that passed stands for as long as nothing else fails; one that failed, until he is in a site-admin group. */
const standing = (checks: readonly Check[], last: Check | undefined): Check => {
  const isOverruled =
    last?.outcome === 'failed'
      ? outcomeOf(checks, 'siteAdminGroup') === 'passed'
      : checks.some((check) => check.outcome === 'failed');
  return last === undefined || isOverruled ? { name: 'writeTest', outcome: 'notRun' } : last;
};

const observe = async (
  ports: Ports,
  user: PrivilegedUser,
  previous: Observation | undefined,
  wish: WriteTestWish,
): Promise<Pick<Observation, 'checks' | 'leftoverCheckGroups'>> => {
  const checks = await Promise.all([
    checkAccount(ports, user.accountId),
    checkImpersonation(ports, user.accountId),
    checkSiteAdminGroup(ports, user.accountId, user.wasInSiteAdminGroup),
  ]);
  const last = previous?.checks.find((check) => check.name === 'writeTest');
  const leftovers = previous?.leftoverCheckGroups ?? [];
  if (!isWished(wish, checks, last))
    return { checks: [...checks, standing(checks, last)], leftoverCheckGroups: leftovers };
  const { check, leftover } = await writeTest(ports, user.accountId);
  return { checks: [...checks, check], leftoverCheckGroups: [...leftovers, ...(leftover ? [leftover] : [])] };
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
 * no site-admin group tells, a write test decides.
 */
export const checkHealthAfterRefusal = async (
  ports: Ports,
  known: StoredPrivilegedUser,
): Promise<StoredPrivilegedUser> => {
  const lastLook = known.observation === undefined ? 0 : Date.parse(known.observation.at);
  return ports.clock.now() - lastLook < FRESH_MS ? known : checkHealth(ports, known, 'inDoubt');
};
