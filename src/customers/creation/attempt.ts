import { audited, type CallEntry } from '../../broker/audit/audited';
import type { Outcome } from '../../broker/audit/entries';
import type { Sent } from '../../broker/audit/sent';
import { failureOf, isPaused } from '../../broker/errors';
import type { BrokerPorts } from '../../broker/ports';
import { notAttempted } from '../../broker/runs/endings';
import { fits } from '../../broker/runs/know';
import { repeatAfterWait, shortWait } from '../../broker/runs/short-wait';
import type { Verdict } from '../../broker/verdict';
import type { ErrorCode, ForbiddenReason, CustomerRefusal } from '../../shared/result';
import type { FreshSession } from '../fresh-session';
import type { CustomerPorts } from '../ports';
import { whyOf, type ProjectSession } from '../project-session';

/** The reason why a call wasn't sent: the policy refuses, or the facts behind the request changed or can't be read. */
export type NotSent = { refusal: CustomerRefusal } | { why: ForbiddenReason | ErrorCode };

/** One call for one person that changes something, or reads something as the privileged user. */
export interface JudgedCall<G, T> {
  freshSession: FreshSession;
  entry: (session: ProjectSession) => CallEntry;
  judge: (session: ProjectSession) => Verdict<G, CustomerRefusal>;
  perform: (grant: G) => Promise<T>;
  found?: (value: T) => Partial<Pick<Outcome, 'accountId' | 'code' | 'outcome'>>;
  /** It can be sent again if Jira doesn't answer. */
  isRead?: true;
}

/**
 * Records one call, judges it by fresh facts, and sends it; after a short wait that Jira asks for, everything is read and judged again.
 *
 * Throws the failure that Jira's answer means. A call that was recorded and not sent is recorded as such.
 */
export async function attempt<G, T>(ports: CustomerPorts, call: JudgedCall<G, T>): Promise<Sent<T, NotSent>> {
  const begun = await judged(call, 'ifOld');
  if ('notSent' in begun) return begun;
  return audited(ports, {
    entry: call.entry(begun.session),
    effect: () => repeatAfterWait(ports, (tries) => send(call, tries), call.isRead ? waitToRead : shortWait),
    found: (sent) => ('notSent' in sent ? notAttempted(reasonOf(sent.notSent)) : (call.found?.(sent.value) ?? {})),
  });
}

/** The reason why the rest of the request isn't carried out. */
type Ended = { notSent: { why: ForbiddenReason | ErrorCode } };

/** Returns the session that the request depends on, or the reason why it ended. */
export async function sessionNow(
  freshSession: FreshSession,
  again?: 'ifOld' | 'anew',
): Promise<{ session: ProjectSession } | Ended> {
  try {
    return { session: await freshSession(again) };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return { notSent: { why: whyOf(failure) } };
  }
}

async function judged<G, T>(
  { freshSession, judge }: JudgedCall<G, T>,
  again: 'ifOld' | 'anew',
): Promise<{ session: ProjectSession; grant: G } | { notSent: NotSent }> {
  const known = await sessionNow(freshSession, again);
  if ('notSent' in known) return known;
  const verdict = judge(known.session);
  return verdict.allowed ? { ...known, grant: verdict.value } : { notSent: { refusal: verdict.reason } };
}

async function send<G, T>(call: JudgedCall<G, T>, tries: number): Promise<Sent<T, NotSent>> {
  const now = await judged(call, tries === 1 ? 'ifOld' : 'anew');
  if ('notSent' in now) return now;
  try {
    return { value: await call.perform(now.grant) };
  } catch (thrown) {
    if (!isPaused(thrown)) throw thrown;
    return { notSent: { why: 'CHANGES_PAUSED' } };
  }
}

/** Wait before the second look, in milliseconds; doubled for the third. */
const BACKOFF_MS = 400;

/** Tries of a look in all, if Jira doesn't answer. */
const MAX_LOOKS = 3;

/** Returns the milliseconds after which a read may be sent again, if Jira doesn't answer too; undefined if it shouldn't be. */
function waitToRead(ports: BrokerPorts, thrown: unknown, tries: number): number | undefined {
  const shortMs = shortWait(ports, thrown, tries);
  if (shortMs !== undefined) return shortMs;
  const waitMs = BACKOFF_MS * 2 ** (tries - 1);
  const mayRepeat = failureOf(thrown)?.code === 'UPSTREAM_UNAVAILABLE' && tries < MAX_LOOKS && fits(ports, waitMs);
  return mayRepeat ? waitMs : undefined;
}

function reasonOf(notSent: NotSent): CustomerRefusal | ForbiddenReason | ErrorCode {
  return 'refusal' in notSent ? notSent.refusal : notSent.why;
}
