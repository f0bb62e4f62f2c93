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

/** Tells when a check includes a write test: never when a page opens; daily, if the last one failed or is old; always on request and after a refusal. */
type WriteTestWish = 'never' | 'ifDue' | 'always';

/**
 * Checks the privileged user again, stores the result, and returns the present state.
 *
 * `by`: the person who requested it; fails with FORBIDDEN if they no longer may by the time of the write test. Without a privileged user, nothing is checked. An unfinished check doesn't overrule an earlier one.
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
  // The time when it began: a slow check must not overrule one that began later.
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
    // An unclear check must not hide an earlier failure.
    checks: overrules || !hasFailed(previous?.checks ?? []) ? checks : (previous?.checks ?? checks),
    leftoverCheckGroups: made.leftoverCheckGroups,
    ...(refusedSince !== undefined && { refusedSince }),
  };
  const observation = await ports.settings.saveObservation(found, known.observation);
  if (observation.accountId !== current.accountId) return readPrivilegedUser(ports);
  return { ...known, observation, state: privilegedUserState(known.stored.value, observation, known.legacyRecord) };
}

/** At most one check after refusals within this time. */
const REFUSAL_CHECK_MS = 60_000;

/**
 * Checks again after Atlassian refused the privileged user, with a write test, at most once a minute: one odd group must not stop all
 * the others, and a list of groups doesn't tell whether the account may still manage them.
 *
 * A person removed or replaced meanwhile isn't checked: the app no longer acts as them.
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

/** Returns the result of a check; undefined if the person was removed or replaced before the end of its write test. */
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
  // The person who was checked when the groups were left over.
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

/** Drops unclear checks if another one failed: they say nothing beside it. */
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

/** Tells whether to run a write test. It isn't run unless the account is known to be active and can be acted for. */
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

/** Makes a write test as the privileged user; undefined if they aren't the privileged user any more. The next test then deletes its group. */
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
