import { audited, type StepEntry } from '../../broker/audit/audited';
import type { Outcome } from '../../broker/audit/entries';
import { failureOf } from '../../broker/errors';
import { fits } from '../../broker/runs/know';
import { shortWait } from '../../broker/runs/short-wait';
import type { Verdict } from '../../broker/verdict';
import type { ErrorCode, ForbiddenReason, CustomerRule } from '../../shared/result';
import type { FreshDesk } from '../fresh-session';
import type { CustomerPorts } from '../ports';
import { whyOf, type CustomerDesk } from '../project-session';

/** Why a step was not taken: a rule says no, or what the request stands on has changed or can't be read. */
export type NotTaken = { rule: CustomerRule } | { why: ForbiddenReason | ErrorCode };

/** What a step came to whose answer arrived, or that nothing was sent. */
export type Taken<T> = { value: T } | { notTaken: NotTaken };

/** One call for one person that changes something or tells something as the privileged user. */
export interface Step<G, T> {
  desks: FreshDesk;
  entry: (desk: CustomerDesk) => StepEntry;
  judge: (desk: CustomerDesk) => Verdict<G, CustomerRule>;
  perform: (grant: G) => Promise<T>;
  found?: (value: T) => Partial<Pick<Outcome, 'accountId' | 'code' | 'outcome'>>;
  /** It may be sent again where Jira gave no answer. */
  isRead?: true;
}

/**
 * Records one step, judges it by facts that are young, and sends it; after a short wait that Jira asks for everything is read and judged again.
 *
 * Throws what Jira's answer means. A step that was recorded and not sent is on record as that.
 */
export async function takeStep<G, T>(ports: CustomerPorts, step: Step<G, T>): Promise<Taken<T>> {
  const begun = await judged(step, 'ifOld');
  if ('notTaken' in begun) return begun;
  return audited(
    ports,
    step.entry(begun.desk),
    () => send(ports, step),
    (taken) => ('notTaken' in taken ? notAttempted(taken.notTaken) : (step.found?.(taken.value) ?? {})),
  );
}

/** Why nothing is done any more for anybody. */
type Ended = { notTaken: { why: ForbiddenReason | ErrorCode } };

/** What the request stands on, or why it stands no longer. */
export async function deskNow(desks: FreshDesk, again?: 'ifOld' | 'anew'): Promise<{ desk: CustomerDesk } | Ended> {
  try {
    return { desk: await desks(again) };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return { notTaken: { why: whyOf(failure) } };
  }
}

async function judged<G, T>(
  { desks, judge }: Step<G, T>,
  again: 'ifOld' | 'anew',
): Promise<{ desk: CustomerDesk; grant: G } | { notTaken: NotTaken }> {
  const known = await deskNow(desks, again);
  if ('notTaken' in known) return known;
  const verdict = judge(known.desk);
  return verdict.allowed ? { ...known, grant: verdict.value } : { notTaken: { rule: verdict.reason } };
}

async function send<G, T>(ports: CustomerPorts, step: Step<G, T>): Promise<Taken<T>> {
  let again: 'ifOld' | 'anew' = 'ifOld';
  for (let tries = 1; ; tries += 1) {
    const now = await judged(step, again);
    if ('notTaken' in now) return now;
    try {
      return { value: await step.perform(now.grant) };
    } catch (thrown) {
      const waitMs = shortWait(ports, thrown, tries) ?? (step.isRead && backoff(ports, thrown, tries));
      if (waitMs === undefined) throw thrown;
      await ports.sleep(waitMs);
      again = 'anew';
    }
  }
}

/** Wait before the second look, in milliseconds; doubled for the third. */
const BACKOFF_MS = 400;

/** Times that a look is sent in all, where Jira gives no answer. */
const MAX_LOOKS = 3;

function backoff(ports: CustomerPorts, thrown: unknown, tries: number): number | undefined {
  const waitMs = BACKOFF_MS * 2 ** (tries - 1);
  const mayRepeat = failureOf(thrown)?.code === 'UPSTREAM_UNAVAILABLE' && tries < MAX_LOOKS && fits(ports, waitMs);
  return mayRepeat ? waitMs : undefined;
}

function notAttempted(notTaken: NotTaken): Pick<Outcome, 'outcome' | 'code' | 'found'> {
  return { outcome: 'failed', code: 'NOT_ATTEMPTED', found: 'rule' in notTaken ? notTaken.rule : notTaken.why };
}
