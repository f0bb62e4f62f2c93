import type { Check } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';
import { changeProofs } from '../site-admin/change-proofs';
import { withoutProof } from '../site-admin/proofs';
import { checkAccount, checkImpersonation, checkSiteAdminGroup } from './checks';
import { settlesNothing, standingWriteTest, type Observation, type PrivilegedUser } from './state';
import { bothRight, stillPrivileged, stillProved } from './still-right';
import { writeTest, type WriteTest } from './write-test';

/** Tells when a check includes a write test: never when a page opens; daily, if the last one failed or is old; always on request and after a refusal. */
export type WriteTestWish = 'never' | 'ifDue' | 'always';

/** Returns the result of a check; undefined if the person was removed or replaced before the end of its write test. */
export async function observe(
  ports: BrokerPorts,
  user: PrivilegedUser,
  { known, wish, by }: { known: Observation | undefined; wish: WriteTestWish; by: Proved | undefined },
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

/** Tells whether one of these checks failed. */
export function hasFailed(checks: readonly Check[]): boolean {
  return checks.some(({ outcome }) => outcome === 'failed');
}

/** Drops unclear checks if another one failed: they say nothing beside it. */
function withoutNoise(checks: readonly Check[]): Check[] {
  return checks.map((check) =>
    hasFailed(checks) && check.outcome === 'unclear' ? { name: check.name, outcome: 'notRun' } : check,
  );
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
