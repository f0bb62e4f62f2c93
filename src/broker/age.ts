import { AppError } from './errors';
import type { Clock } from './ports';

/** How old what Atlassian says may be when a write is sent, in milliseconds, from when it was asked for. */
const FRESH_MS = 5000;

/** Tells whether what was asked for then may still be acted on. */
export function isFresh(clock: Clock, readAt: number): boolean {
  return clock.now() - readAt <= FRESH_MS;
}

/** Fails with UPSTREAM_UNAVAILABLE, nothing being changed, if what was asked for then may not be acted on any more. */
export function demandFresh(clock: Clock, readAt: number): void {
  if (!isFresh(clock, readAt)) throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
}
