import { AppError } from './errors';
import type { Clock } from './ports';

/** Maximum age of an answer from Atlassian when a write is sent, in milliseconds since the request for it began. */
export const FRESH_MS = 5000;

/** Tells whether an answer requested at that time is still fresh enough to act on. */
export function isFresh(clock: Clock, readAt: number): boolean {
  return clock.now() - readAt <= FRESH_MS;
}

/** Fails with UPSTREAM_UNAVAILABLE and nothing changed if an answer requested at that time is too old to act on. */
export function demandFresh(clock: Clock, readAt: number): void {
  if (!isFresh(clock, readAt)) throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
}
