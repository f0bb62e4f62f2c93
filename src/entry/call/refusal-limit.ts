import type { Clock } from '../../broker/ports';

/** Counts refusals by caller, so that a caller who keeps trying doesn't cost any call. Forgets after a minute. */
export interface RefusalLimit {
  isExceeded(caller: string): boolean;
  count(caller: string): void;
}

const WINDOW_MS = 60_000;
const MOST_REFUSALS = 20;
/** Callers remembered at once: the memory of one function is small, and shared by installations. */
const MOST_CALLERS = 1000;

/** Creates the counter. `caller` includes the installation: one function serves many. */
export function createRefusalLimit(clock: Clock): RefusalLimit {
  const refusals = new Map<string, number[]>();
  function recent(caller: string): number[] {
    return (refusals.get(caller) ?? []).filter((refusedAt) => refusedAt > clock.now() - WINDOW_MS);
  }
  return {
    isExceeded: (caller) => recent(caller).length >= MOST_REFUSALS,
    count(caller) {
      const times = [...recent(caller), clock.now()];
      refusals.delete(caller);
      refusals.set(caller, times);
      const [oldest] = refusals.keys();
      if (refusals.size > MOST_CALLERS && oldest !== undefined) refusals.delete(oldest);
    },
  };
}
