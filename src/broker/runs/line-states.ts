import type { ForbiddenReason } from '../../shared/result';
import type { Ended } from '../ports';
import type { LineState } from './stored-run';

/** Failures by which nothing was sent or changed, and which pass. */
const PASSING: readonly string[] = ['NOT_ATTEMPTED', 'RATE_LIMITED', 'UPSTREAM_UNAVAILABLE'];

/** Returns how far a line has come with the outcome of its latest attempt. `refused`: the reason for which the attempt wasn't sent, if that's why. */
export function withOutcome(
  { attempt, lost }: LineState,
  { outcome, code, found, prior, at }: Ended<unknown>,
  refused: ForbiddenReason | undefined,
): LineState {
  const tries = { attempt, lost, at };
  if (refused !== undefined && code === 'NOT_ATTEMPTED') return { ...tries, outcome: 'refused', code: refused };
  const isLeft = outcome === 'failed' && code !== undefined && PASSING.includes(code);
  return {
    ...tries,
    outcome: isLeft ? 'left' : outcome,
    ...(code !== undefined && { code }),
    ...(found !== undefined && { found }),
    ...(prior !== undefined && { undo: prior }),
  };
}

/** Returns how far a line has come when its next attempt is recorded. */
export function withAttempt(before: LineState | undefined, at: string): LineState {
  const { attempt = 0, lost = 0 } = before ?? {};
  const isSecond = before !== undefined && before.outcome === undefined;
  return { attempt: attempt + 1, lost: isSecond ? lost + 1 : lost, at };
}
