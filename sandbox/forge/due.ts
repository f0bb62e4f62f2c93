// Things that run at their time.

/** One thing that is due and can start now. */
export interface Due {
  /** Id of the event, or key of the schedule's module. */
  id: string;
  kind: 'event' | 'tick';
  dueAt: number;
  /** Starts it; it is due no more. */
  start(): Promise<void>;
}

/** Runs things at their time. */
export interface DueSource {
  /** Lists what is due and can start now. Starting one may keep others from starting. */
  due(): Due[];
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
