import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { readPrivilegedUser } from '../privileged-user/privileged-user';
import { fits } from '../runs/know';
import { inChunks } from '../side-by-side';
import type { Attempt, AuditAction, AuditFound, Outcome } from './entries';

/** The end of an attempt, as far as a later look can tell. */
export type Ended = Pick<Outcome, 'outcome' | 'groupId' | 'found'>;

/** Reads the present state of the site, as the privileged user if there is one. Undefined: it can't be read now. */
export type Look = (actAs: AccountId | undefined, attempt: Attempt) => Promise<Ended | undefined>;

/** Returns the look for an action. Undefined: nothing can be read, or it wouldn't tell. */
type LookOf = (action: AuditAction) => Look | undefined;

export const UNKNOWN: Ended = { outcome: 'unknown' };

/** Returns the end of an attempt whose effect holds now. It can't tell who caused it. */
export function foundNow(found: AuditFound): Ended {
  return { outcome: 'unknown', found };
}

/** A younger attempt may still be running: a resolver ends after 25 seconds. */
const OLD_ENOUGH_MS = 10 * 60_000;

/** Most outcomes that the audit log takes at once. */
const OUTCOMES_AT_ONCE = 25;

/**
 * Ends attempts without an outcome as unknown, with the state that the privileged user finds on the site now: it can't tell who caused it.
 * Only proof says more: a record that names the attempt, or a check group of that name.
 *
 * An attempt that can't be checked now (without a privileged user, an answer or time left) stays open for the next hour, for up to a day.
 *
 * Idempotent: a settled attempt has an outcome and isn't settled again.
 */
export async function settleAudit(ports: BrokerPorts, lookOf: LookOf): Promise<void> {
  const until = instant(ports.clock, OLD_ENOUGH_MS);
  const { attempts, upTo } = await ports.auditLog.unsettled(until);
  const { state } = attempts.length === 0 ? { state: undefined } : await readPrivilegedUser(ports);
  const round = {
    lookOf,
    actAs: state?.name === 'healthy' ? state.accountId : undefined,
  };
  const outcomes: Outcome[] = [];
  for (const attempt of attempts) {
    if (!fits(ports, 0)) break;
    const ended = await endOf(ports, round, attempt);
    if (ended !== undefined) {
      outcomes.push({ id: attempt.id, at: instant(ports.clock), ...ended, code: 'SETTLED_LATER' });
    }
  }
  ports.log.info('audit settled', { attempts: attempts.length, open: attempts.length - outcomes.length });
  for (const some of inChunks(outcomes, OUTCOMES_AT_ONCE)) {
    if (!(await ports.auditLog.settle(some))) return;
  }
  // The next hourly run comes back to open attempts.
  if (upTo !== undefined && outcomes.length === attempts.length) await ports.auditLog.markSettled(upTo);
}

/** The state of one hourly run. */
interface Round {
  lookOf: LookOf;
  actAs: AccountId | undefined;
}

/** An attempt that can't be checked for this long is given up. */
const GIVEN_UP_MS = 24 * 60 * 60_000;

/** Returns the end of an attempt. Undefined: it can't be checked now, and the next hour may be able to. After a day it is given up. */
async function endOf(ports: BrokerPorts, round: Round, attempt: Attempt): Promise<Ended | undefined> {
  const isLast = ports.clock.now() - Date.parse(attempt.at) >= GIVEN_UP_MS;
  const look = round.lookOf(attempt.action);
  if (look === undefined) return UNKNOWN;
  try {
    return (await look(round.actAs, attempt)) ?? (isLast ? UNKNOWN : undefined);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    // Atlassian asks for a wait: nothing more is checked in this hour.
    if (failure.code === 'RATE_LIMITED') round.actAs = undefined;
    return isLast ? UNKNOWN : undefined;
  }
}
