import { failureOf } from '../../domain/errors';
import type { Ports } from '../../domain/ports';
import type { ErrorCode } from '../../shared/result';
import type { Belief, NotRunReason, SiteCheck } from '../../shared/site-checks';

/** What an attempt showed. */
interface Finding {
  holds: boolean;
  seen: string;
}

/** The group must still be deleted, and the answer written. */
const RESERVE_MS = 5_000;

/** These say nothing about what the site would answer on another day. */
const UNCLEAR: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
];

/** The status that Atlassian answered, where the failure keeps it. */
const statusIn = (thrown: unknown): string => {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  return typeof status === 'number' ? ` ${String(status)}` : '';
};

/** What a failure tells: its code, and the status behind it. Throws what is no failure of ours. */
export const seenIn = (thrown: unknown): { code: ErrorCode; seen: string } => {
  const failure = failureOf(thrown);
  if (failure === undefined) throw thrown;
  return { code: failure.code, seen: `${failure.code}${statusIn(thrown)}` };
};

export const notRun = (belief: Belief, why: NotRunReason): SiteCheck => ({ belief, outcome: 'notRun', why });

/** Tries one belief, whatever time is left. */
export const tryAnyway = async (belief: Belief, attempt: () => Promise<Finding>): Promise<SiteCheck> => {
  try {
    const { holds, seen } = await attempt();
    return { belief, outcome: holds ? 'holds' : 'broken', seen };
  } catch (thrown) {
    const { code, seen } = seenIn(thrown);
    return { belief, outcome: UNCLEAR.includes(code) ? 'unclear' : 'broken', seen };
  }
};

/** Tries one belief, if there is time. */
export const tryBelief = async (
  { deadline }: Ports,
  belief: Belief,
  attempt: () => Promise<Finding>,
): Promise<SiteCheck> =>
  deadline.remainingMs() < RESERVE_MS ? notRun(belief, 'noTimeLeft') : tryAnyway(belief, attempt);
