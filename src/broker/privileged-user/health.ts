import type { Check } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';
import { changeProofs } from '../site-admin/change-proofs';
import { withoutProof } from '../site-admin/proofs';
import { checkAccount, checkImpersonation, checkSiteAdminGroup } from './checks';
import { isSamePerson, readPrivilegedUser, standing, type StoredPrivilegedUser } from './privileged-user';
import {
  privilegedUserState,
  settlesNothing,
  standingWriteTest,
  withRefusalNoted,
  type Observation,
  type PrivilegedUser,
} from './state';
import { bothRight, stillPrivileged, stillProved } from './still-right';
import { writeTest, type WriteTest } from './write-test';

/** When a look includes a write test: never, on opening a page; if the last one failed or is old, daily; always, on request and after a refusal. */
type WriteTestWish = 'never' | 'ifDue' | 'always';

/**
 * Looks at the privileged user again, stores what it found, and answers what is known now.
 *
 * `by`: who asked for it; fails with FORBIDDEN if they no longer may by the time of the write test. Without a privileged user there is nothing to look at. A look that could not be finished does not overrule an earlier one.
 */
export async function checkHealth(
  ports: BrokerPorts,
  known: StoredPrivilegedUser,
  wish: WriteTestWish = 'never',
  by?: Proved,
): Promise<StoredPrivilegedUser> {
  const { current } = known.stored.value;
  if (current === undefined) return known;
  const previous = known.observation?.accountId === current.accountId ? known.observation : undefined;
  // When it began: a look that takes long must not overrule one that began later.
  const now = ports.clock.now();
  const at = instant(ports.clock);
  const made = await observe(ports, current, known.observation, wish, by);
  if (made === undefined) return standing(ports, await ports.decisionReads.read());
  const { checks, refusedSince } = withRefusalNoted(made.checks, previous, now);
  const overrules = !settlesNothing(checks);
  const leavesMore = made.leftoverCheckGroups.length > (known.observation?.leftoverCheckGroups.length ?? 0);
  if (!overrules && refusedSince === undefined && !leavesMore) return known;
  const found: Observation = {
    accountId: current.accountId,
    at,
    // What is unclear hides no earlier failure.
    checks: overrules || !hasFailed(previous?.checks ?? []) ? checks : (previous?.checks ?? checks),
    leftoverCheckGroups: made.leftoverCheckGroups,
    ...(refusedSince !== undefined && { refusedSince }),
  };
  const observation = await ports.settings.saveObservation(found, known.observation);
  if (observation.accountId !== current.accountId) return readPrivilegedUser(ports);
  return { ...known, observation, state: privilegedUserState(known.stored.value, observation, known.legacyRecord) };
}

/** One look after refusals in this time. */
const REFUSAL_CHECK_MS = 60_000;

/**
 * Looks again after Atlassian refused the privileged user, with a write test, at most once a minute: one odd group must not stop all
 * the others, and no list of groups tells whether the account still may manage them.
 *
 * Whoever was removed or replaced meanwhile is not looked at: nothing is done as them any more.
 */
export async function checkHealthAfterRefusal(
  ports: BrokerPorts,
  refused: StoredPrivilegedUser,
): Promise<StoredPrivilegedUser> {
  const now = await standing(ports, await ports.decisionReads.read());
  if (!isSamePerson(now, refused)) return now;
  const isOurs = await ports.settings.claimRefusalCheck(ports.clock.now(), REFUSAL_CHECK_MS);
  return isOurs ? checkHealth(ports, now, 'always') : now;
}

/** Returns what a look finds; undefined if they were removed or replaced before the end of its write test. */
async function observe(
  ports: BrokerPorts,
  user: PrivilegedUser,
  known: Observation | undefined,
  wish: WriteTestWish,
  by: Proved | undefined,
): Promise<Pick<Observation, 'checks' | 'leftoverCheckGroups'> | undefined> {
  const made = await Promise.all([
    checkAccount(ports, user.accountId),
    checkImpersonation(ports, user.accountId),
    checkSiteAdminGroup(ports, user.accountId),
  ]);
  const checks = withoutNoise(made);
  const previous = known?.accountId === user.accountId ? known : undefined;
  const last = previous?.checks.find((check) => check.name === 'writeTest');
  // Whoever was looked at when they were left over.
  const leftoverCheckGroups = known?.leftoverCheckGroups ?? [];
  if (!isWished(wish, checks, last, ports.clock.now())) {
    return { checks: [...checks, standingWriteTest(checks, last)], leftoverCheckGroups };
  }
  const test = await testWhilePrivileged(ports, user.accountId, by);
  if (test === undefined) return undefined;
  const { check, leftover } = test;
  if (check.cause === 'lacksPermission') {
    await changeProofs(ports, (stored) => withoutProof(stored, user.accountId));
  }
  return { checks: [...checks, check], leftoverCheckGroups: [...leftoverCheckGroups, ...(leftover ? [leftover] : [])] };
}

/** Beside a failure, what could not be checked says nothing. */
function withoutNoise(checks: readonly Check[]): Check[] {
  return checks.map((check) =>
    hasFailed(checks) && check.outcome === 'unclear' ? { name: check.name, outcome: 'notRun' } : check,
  );
}

function hasFailed(checks: readonly Check[]): boolean {
  return checks.some(({ outcome }) => outcome === 'failed');
}

/** A write test that passed is trusted this long. */
const TRUSTED_MS = 7 * 24 * 60 * 60_000;

/** Nothing is written for an account that is not known to be active, and to be acted for. */
function isWished(wish: WriteTestWish, checks: readonly Check[], last: Check | undefined, now: number): boolean {
  if (hasFailed(checks) || settlesNothing(checks)) return false;
  switch (wish) {
    case 'never':
      return false;
    case 'ifDue':
      return last?.outcome !== 'passed' || now - Date.parse(last.at ?? '') >= TRUSTED_MS || last.at === undefined;
    case 'always':
      return true;
  }
}

/** Makes a write test as the privileged user; undefined if somebody else is by now, or nobody. Its group is deleted by the next one then. */
async function testWhilePrivileged(
  ports: BrokerPorts,
  actAs: AccountId,
  by: Proved | undefined,
): Promise<WriteTest | undefined> {
  const stillThey = stillPrivileged(ports, actAs);
  const stillRight = by === undefined ? stillThey : bothRight(stillThey, stillProved(ports, by));
  try {
    const test = await writeTest(ports, { actAs, stillRight, stillMayDelete: stillThey });
    await stillThey('beforeSend');
    return test;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code !== 'FORBIDDEN' || failure.reason !== 'PRIVILEGED_USER_CHANGED') throw thrown;
    return undefined;
  }
}
