// Things that run at their time.

/** Runs things at their time. */
export interface DueSource {
  /** Returns when the next one is due that can start then. */
  nextDueAt(): number | undefined;
  /** Starts all that are due and can start. */
  startDue(): Promise<void>[];
}

/** Returns when the next one of some sources is due. */
export function earliest(sources: Iterable<DueSource>): number | undefined {
  return earliestOf([...sources].map((source) => source.nextDueAt()));
}

/** Returns the earliest of some times, if there is any. */
export function earliestOf(times: Iterable<number | undefined>): number | undefined {
  const known = [...times].filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
