/** Most points that all runs of an installation may spend in an hour: the limit is 65,000, for all sites of the app. */
export const POINTS_AN_HOUR = 10_000;

/** Says when how many writes of a job are sent. Keeps state: one for each job. */
export interface Pace {
  /** Returns how many of the calls that are left may be sent at once, after a wait. None: the caller asks again after it. */
  next(now: number, left: number): { calls: number; waitMs: number };
  /** Notes that so many were sent. */
  sent(now: number, calls: number): void;
  /** Notes their answers. `isLimited`: Atlassian asked to slow down. */
  answered(isLimited: boolean): void;
  /** Returns how many will be sent within so many milliseconds, at most, as fast as answers come. Absent: unknown. */
  within?(ms: number): number;
}

/** Atlassian's review guide advises five to ten calls in flight. */
const FEWEST_AT_ONCE = 5;
const MOST_AT_ONCE = 10;

/** Returns the pace while a person waits: five calls in flight. */
export function interactivePace(): Pace {
  return {
    next: (_now, left) => ({ calls: Math.min(FEWEST_AT_ONCE, left), waitMs: 0 }),
    sent: () => undefined,
    answered: () => undefined,
  };
}

/** Returns the pace of changes that call nobody: as many as are recorded in one go. */
export function storedPace(): Pace {
  return { next: (_now, left) => ({ calls: left, waitMs: 0 }), sent: () => undefined, answered: () => undefined };
}

const SECOND_MS = 1000;
const MOST_A_SECOND = 25;

/** Time over which the pace is measured, in milliseconds. */
const MEASURED_MS = 5000;

/** Returns the pace while nobody waits: up to ten calls in flight and 25 a second while answers are good, half as many when Atlassian asks to slow down. */
export function unattendedPace(): Pace {
  let inFlight = FEWEST_AT_ONCE;
  let aSecond = MOST_A_SECOND;
  let sends: { at: number; calls: number }[] = [];
  return {
    next(now, left) {
      const recent = sends.filter(({ at }) => at > now - SECOND_MS);
      const free = Math.floor(aSecond) - recent.reduce((sum, { calls }) => sum + calls, 0);
      const calls = Math.max(0, Math.min(inFlight, left, free));
      return { calls, waitMs: calls > 0 ? 0 : (recent[0]?.at ?? now) + SECOND_MS - now };
    },
    sent(now, calls) {
      sends = [...sends.filter(({ at }) => at > now - MEASURED_MS), { at: now, calls }];
    },
    answered(isLimited) {
      inFlight = isLimited ? Math.max(1, Math.floor(inFlight / 2)) : Math.min(MOST_AT_ONCE, inFlight + 1);
      // One more after each second.
      const more = (sends.at(-1)?.calls ?? 0) / aSecond;
      aSecond = isLimited ? Math.max(1, aSecond / 2) : Math.min(MOST_A_SECOND, aSecond + more);
    },
    within: (ms) => Math.ceil(Math.min((aSecond / SECOND_MS) * ms, MOST_AT_ONCE * timesWithin(ms, sends))),
  };
}

/** Returns how often something is sent in such a time. Infinity: too little was sent to tell. */
function timesWithin(ms: number, sends: readonly { at: number }[]): number {
  const elapsed = (sends.at(-1)?.at ?? 0) - (sends[0]?.at ?? 0);
  return elapsed === 0 ? Infinity : ((sends.length - 1) * ms) / elapsed;
}

/** Sets how much of a job is done at once. */
export interface Pacing<Command> {
  /** Absent: that of somebody who waits. */
  pace?: Pace;
  /** Most commands recorded in one go. Absent: 10, as many as there are between two readings. */
  recorded?: 6 | 10 | 20;
  /** For how many commands facts are read at once, at most, again while writes are under way. Absent: for all, and between writes. */
  ahead?: number;
  /** Commands of different blocks aren't recorded in one go. Absent: all are of one. */
  blockOf?(this: void, command: Command): unknown;
}
