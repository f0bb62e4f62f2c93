import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { readPrivilegedUser } from '../privileged-user/privileged-user';
import { fits } from '../runs/know';
import type { Attempt, AuditAction, AuditFound, Outcome } from './entries';

/** How an attempt ended, as far as a later look can tell. */
export type Ended = Pick<Outcome, 'outcome' | 'groupId' | 'found'>;

/** Looks at the site, as the privileged user if there is one. Undefined: nobody could look now. */
export type Look = (actAs: AccountId | undefined, attempt: Attempt) => Promise<Ended | undefined>;

/** Names how an action is looked at. Undefined: there is nothing to look at, or nobody could tell from it. */
type LookOf = (action: AuditAction) => Look | undefined;

export const UNKNOWN: Ended = { outcome: 'unknown' };

/** What holds now says nothing about who brought it about. */
export function seen(found: AuditFound): Ended {
  return { outcome: 'unknown', found };
}

/** An attempt this young may still be running: a resolver ends after 25 seconds. */
const OLD_ENOUGH_MS = 10 * 60_000;

/** What the audit log takes at once. */
const OUTCOMES_AT_ONCE = 25;

/**
 * Ends attempts that have no outcome as unknown, with what the privileged user finds on the site now: who brought it about can't be told.
 * Only what is proved is more: a record that names the attempt, a check group of that name.
 *
 * What can't be looked at now (no privileged user, no answer, no time left) stays open for the next hour, for a day.
 *
 * Idempotent: an attempt that was settled has an outcome and is not settled again.
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
  for (let first = 0; first < outcomes.length; first += OUTCOMES_AT_ONCE) {
    if (!(await ports.auditLog.settle(outcomes.slice(first, first + OUTCOMES_AT_ONCE)))) return;
  }
  // The next hour comes back to what stays open.
  if (upTo !== undefined && outcomes.length === attempts.length) await ports.auditLog.markSettled(upTo);
}

/** One hour's looks. */
interface Round {
  lookOf: LookOf;
  actAs: AccountId | undefined;
}

/** An attempt that nobody could look at for so long is not waited for any more. */
const GIVEN_UP_MS = 24 * 60 * 60_000;

/** Tells how an attempt ended. Undefined: nobody could look, and the next hour may. A day after it began nobody waits any more. */
async function endOf(ports: BrokerPorts, round: Round, attempt: Attempt): Promise<Ended | undefined> {
  const isLast = ports.clock.now() - Date.parse(attempt.at) >= GIVEN_UP_MS;
  const look = round.lookOf(attempt.action);
  if (look === undefined) return UNKNOWN;
  try {
    return (await look(round.actAs, attempt)) ?? (isLast ? UNKNOWN : undefined);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    // Atlassian asks everybody to wait: nothing more is looked at in this hour.
    if (failure.code === 'RATE_LIMITED') round.actAs = undefined;
    return isLast ? UNKNOWN : undefined;
  }
}
