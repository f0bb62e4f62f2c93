import type { Check } from '../../shared/broker/views';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';
import { checkAccount, checkImpersonation, checkSiteAdminGroup } from './checks';
import type { CheckGroup } from './state';
import { bothRight, stillNotPaused, stillProved } from './still-right';
import { writeTest, type WriteTest } from './write-test';

/** The results of a candidate's checks. `passed`: all decisive ones passed. */
export interface Validation {
  passed: boolean;
  checks: Check[];
  leftoverCheckGroups: CheckGroup[];
}

const IN_ORDER = ['account', 'impersonation', 'siteAdminGroup', 'writeTest'] as const;

/** Returns the checks that were made, from the first on, and the rest as not run. */
export function withNotRun(made: readonly Check[]): Check[] {
  return [...made, ...IN_ORDER.slice(made.length).map((name): Check => ({ name, outcome: 'notRun' }))];
}

/**
 * Checks whether the caller can be the privileged user: an active person, who can be acted for, and may manage groups.
 *
 * In this order, up to the first check that fails or can't be made; the site-admin group is only a hint. Fails with FORBIDDEN if
 * they may no longer choose themselves by the time of the write test, or all changes are paused.
 */
export async function validateCandidate(ports: BrokerPorts, by: Proved): Promise<Validation> {
  const { caller: candidate, provedAt } = by;
  const stillNoPause = stillNotPaused(ports, provedAt);
  const checks: Check[] = [];
  let leftover: WriteTest['leftover'];
  const steps = [
    () => checkAccount(ports, candidate),
    () => checkImpersonation(ports, candidate),
    () => checkSiteAdminGroup(ports, candidate),
    async () => {
      const test = await writeTest(ports, {
        actAs: candidate,
        caller: candidate,
        stillRight: bothRight(stillNoPause, stillProved(ports, by)),
        // They are present, and it's their own group: perhaps nobody else can delete it.
        stillMayDelete: stillNoPause,
      });
      leftover = test.leftover;
      return test.check;
    },
  ];
  for (const step of steps) {
    const check = await step();
    checks.push(check);
    const decides = check.name !== 'siteAdminGroup';
    if (decides && check.outcome !== 'passed') break;
  }
  return {
    passed: checks.at(-1)?.name === 'writeTest' && checks.at(-1)?.outcome === 'passed',
    checks: withNotRun(checks),
    leftoverCheckGroups: leftover === undefined ? [] : [leftover],
  };
}
