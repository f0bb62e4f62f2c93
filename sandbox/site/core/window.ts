// Time windows in which an app's calls are counted.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import type { Clock } from '../../contract/clock';

/** Holds the counts of a window; those of a window that is over count nothing. */
export interface Counted {
  /** Number of the window since the epoch; absent before the first count. */
  window?: number;
  counts: ReadonlyMap<string, number>;
}

/** Creates a time window that begins with the full hour (UTC) or second. */
export function createWindow(clock: Clock, lengthMs: number) {
  let current: number | undefined;
  let counts = new Map<string, number>();

  function countsNow(): Map<string, number> {
    const window = Math.floor(clock.now() / lengthMs);
    if (window !== current) [current, counts] = [window, new Map()];
    return counts;
  }

  return {
    count: (key: string): number => countsNow().get(key) ?? 0,
    add: (key: string, amount: number): void => void countsNow().set(key, (counts.get(key) ?? 0) + amount),
    endsAt: (): number => (Math.floor(clock.now() / lengthMs) + 1) * lengthMs,
    copy: (): Counted => ({ ...(current !== undefined && { window: current }), counts: new Map(counts) }),
    load: (kept: Counted): void => {
      [current, counts] = [kept.window, new Map(kept.counts)];
    },
  };
}

export type Window = ReturnType<typeof createWindow>;
