import type { Clock } from '../../domain/ports';

/** How old what Atlassian says may be when a write is sent, in milliseconds, from when it was asked for. */
const FRESH_MS = 5000;

/** Whether what was asked for then may still be acted on. */
export function isFresh(clock: Clock, askedAt: number): boolean {
  return clock.now() - askedAt <= FRESH_MS;
}
