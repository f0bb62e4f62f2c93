import type { Clock } from './ports';

/** Returns the present time, or that of `agoMs` milliseconds ago, as it is stored and shown: ISO-8601 in UTC. */
export function instant(clock: Clock, agoMs = 0): string {
  return new Date(clock.now() - agoMs).toISOString();
}
