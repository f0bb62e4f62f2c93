// Time, and ids that never repeat: what a test gives in place of the computer's.

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** How slow calls wait; the computer's timers unless given. A signal that is aborted ends the wait: it may then reject. */
  sleep?(ms: number, signal?: AbortSignal): Promise<void>;
  /** Timers of the app's code; the computer's unless given. */
  setTimer?(run: () => void, ms: number): ClockTimer;
}

export interface ClockTimer {
  /** It no longer moves the clock: it runs if something else does. As in Node, where such a timer keeps nothing running. */
  unref(): void;
  clear(): void;
}

/** Makes ids that never repeat within one sandbox. */
export interface Ids {
  uuid(): string;
}
