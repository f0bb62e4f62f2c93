import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';
import { hasFailed, observe, type WriteTestWish } from './observe';
import { isSamePerson, readPrivilegedUser, standing, type StoredPrivilegedUser } from './privileged-user';
import { privilegedUserState, settlesNothing, withRefusalNoted, type Observation } from './state';

/**
 * Checks the privileged user again, stores the result, and returns the present state.
 *
 * `by`: the person who requested it; fails with FORBIDDEN if they no longer may by the time of the write test. Without a privileged user, and while all changes are paused, nothing is checked. An unfinished check doesn't overrule an earlier one.
 */
export async function checkHealth(
  ports: BrokerPorts,
  known: StoredPrivilegedUser,
  wish: WriteTestWish = 'never',
  by?: Proved,
): Promise<StoredPrivilegedUser> {
  const { current } = known.stored.value;
  if (current === undefined || known.state.name === 'paused') return known;
  const previous = known.observation?.accountId === current.accountId ? known.observation : undefined;
  // The time when it began: a slow check must not overrule one that began later.
  const now = ports.clock.now();
  const at = instant(ports.clock);
  const made = await observe(ports, current, { known: known.observation, wish, by });
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
