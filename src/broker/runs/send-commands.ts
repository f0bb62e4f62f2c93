import type { ForbiddenReason } from '../../shared/result';
import type { Attempt } from '../audit/entries';
import { AppError, failureOf, forbidden, isLost } from '../errors';
import { lookAfterLoss } from '../lost-answer';
import { allEnded } from '../side-by-side';
import type { EndingOf, Kind, Recorded, Run } from './job';
import { demandTime, know, knowOn } from './know';
import { recordRefused } from './refusal';
import { shortWait } from './short-wait';

/** Sends a few at a time. A write that Atlassian asks to wait for is sent again after the wait, once everything is read again. */
export async function sendAll<K extends Kind>(run: Run<K>, recorded: readonly Recorded<K>[]): Promise<void> {
  function isStopped() {
    return run.stoppedBy !== undefined;
  }
  let left = [...recorded];
  while (left.length > 0 && !isStopped()) {
    const { calls, waitMs } = run.pace.next(run.ports.clock.now(), left.length);
    if (calls === 0) {
      await run.ports.sleep(waitMs);
      continue;
    }
    const some = left.slice(0, calls);
    run.known = await knowOn(run);
    demandTime(run.ports);
    run.pace.sent(run.ports.clock.now(), calls);
    const waits = await allEnded(some.map(async (one) => send(run, one)));
    run.pace.answered(some.some(isLimited));
    const again = some.filter((_, index) => waits[index] !== undefined);
    left = [...again, ...left.slice(calls)];
    if (again.length > 0 && !isStopped()) {
      // Atlassian didn't perform any of them: the next reading ends them like those that were never sent.
      for (const one of again) one.ending = { kind: 'notAttempted' };
      await run.ports.sleep(Math.max(...waits.map((wait) => wait ?? 0)));
      run.known = await know(run, 'everything');
    }
  }
}

function isLimited<K extends Kind>({ ending }: Recorded<K>): boolean {
  return ending.kind === 'failed' && failureOf(ending.thrown)?.code === 'RATE_LIMITED';
}

/** Judges one command again and makes its write. Returns the wait before it may be sent again, in milliseconds. */
async function send<K extends Kind>(run: Run<K>, one: Recorded<K>): Promise<number | undefined> {
  const { job, known } = run;
  if (known === undefined) return undefined;
  const verdict = job.judge(one.command, known.stored, known.facts);
  if (!verdict.allowed) return endRefused(run, one, verdict.reason);
  const now = job.entry(verdict.value);
  if (isAnotherEffect(one.attempt, now)) return endRefused(run, one, 'CHANGED_MEANWHILE');
  // The entry names the person whose rights are used.
  if (now.actedAs !== one.attempt.actedAs) throw forbidden('PRIVILEGED_USER_CHANGED');
  one.tries += 1;
  // Until the answer says more.
  one.ending = { kind: 'open', thrown: new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }) };
  try {
    const sent = { id: one.attempt.id, stored: known.stored };
    const performed = await job.perform(verdict.value, sent);
    one.ending = { kind: 'performed', ...performed };
    one.change = job.change?.(verdict.value, performed, sent);
    return undefined;
  } catch (thrown) {
    return endFailed(run, one, verdict.value, thrown);
  }
}

async function endRefused<K extends Kind>(run: Run<K>, one: Recorded<K>, reason: ForbiddenReason): Promise<undefined> {
  one.ending = { kind: 'refused', reason };
  await recordRefused(run, [{ command: one.command, reason }]);
}

/** Tells whether the write would differ from its entry. A group that has an id can be renamed meanwhile; a new one is known by its name. */
function isAnotherEffect(recorded: Attempt, now: Omit<Attempt, 'id' | 'at'>): boolean {
  return now.action !== recorded.action || (recorded.groupId === undefined && now.groupName !== recorded.groupName);
}

/** Failures that end all remaining commands. */
const STOPS: readonly string[] = [
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_CONTRACT',
];

async function endFailed<K extends Kind>(
  run: Run<K>,
  one: Recorded<K>,
  grant: K['grant'],
  thrown: unknown,
): Promise<number | undefined> {
  const failure = failureOf(thrown);
  // Of the calls to Atlassian, only one that isn't sent is forbidden: all changes are paused, which ends the rest.
  if (failure?.code === 'FORBIDDEN') one.ending = { kind: 'notAttempted' };
  if (failure === undefined || failure.code === 'FORBIDDEN') throw thrown;
  one.ending = isLost(failure) ? await endLost(run, grant, thrown) : { kind: 'failed', thrown };
  const waitMs = shortWait(run.ports, thrown, one.tries);
  // A lost answer whose effect is there stops nothing: Atlassian does what it's asked, and tells who looks.
  const stops = waitMs === undefined && one.ending.kind !== 'found' && STOPS.includes(failure.code);
  if (stops) run.stoppedBy ??= thrown;
  return waitMs;
}

/** Ends a command whose answer was lost. If the intended state doesn't hold, it may still come. */
async function endLost<K extends Kind>(run: Run<K>, grant: K['grant'], thrown: unknown): Promise<EndingOf<K>> {
  const found = await lookAfterLoss(run.ports, thrown, () => run.job.look(grant));
  return found === undefined ? { kind: 'open', thrown } : { kind: 'found', ...found };
}
