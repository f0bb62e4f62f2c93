// Pending faults, each with how often it is skipped and strikes. Nothing of Atlassian's.

interface Counted {
  /** Number of matches to let through first. */
  skip?: number;
  /** Number of times that it strikes, after which it is gone. */
  times: number;
}

/** Holds pending faults, oldest first. */
export function createFaultList<Fault extends Counted>() {
  let waiting: Fault[] = [];
  return {
    add: (fault: Fault): void => void waiting.push({ ...fault }),
    clear: (): void => {
      waiting = [];
    },
    /** Forgets those that fit. */
    drop: (fits: (fault: Fault) => boolean): void => {
      waiting = waiting.filter((fault) => !fits(fault));
    },
    list: (): Fault[] => structuredClone(waiting),
    /** Takes the oldest fault that matches and has nothing left to skip, which uses it up once. */
    take: (fits: (fault: Fault) => boolean): Fault | undefined => {
      const fitting = waiting.filter(fits);
      const fault = fitting.find(({ skip = 0 }) => skip === 0);
      for (const one of fitting) if (one.skip !== undefined) one.skip = Math.max(0, one.skip - 1);
      if (fault === undefined) return undefined;
      fault.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return fault;
    },
  };
}
