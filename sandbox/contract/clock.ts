// Time and unique ids: a test supplies its own instead of the computer's.

/** Returns milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Waits on behalf of slow calls; uses the computer's timers by default. An aborted signal ends the wait, which may then reject. */
  sleep?(ms: number, signal?: AbortSignal): Promise<void>;
  /** Sets timers of the app's code; uses the computer's by default. */
  setTimer?(run: () => void, ms: number): ClockTimer;
  /** Moves on to this time, running timers on the way; waits for it by default. */
  moveTo?(time: number): Promise<void>;
  /** Goes to this time, back too, for a sandbox that begins then. Timers keep the time at which they are due. */
  setTo?(time: number): void;
  /** Moves on to each timer that somebody waits for, until this has ended; by default that takes its time. */
  hurry?(ended: Promise<void>): Promise<void>;
  /** Returns how far it is ahead of the computer's clock; nothing by default. */
  offsetMs?(): number;
}

export interface ClockTimer {
  /** Lets the timer run only if something else moves the clock. As in Node, where such a timer keeps nothing running. */
  unref(): void;
  clear(): void;
}

/** Makes ids that never repeat within one sandbox. */
export interface Ids {
  uuid(): string;
}
