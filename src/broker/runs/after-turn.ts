import type { RunState, RunStop, RunWait } from './stored-run';

/** The continuation of a run after a turn. */
export type Next =
  /** Somebody else works at the run, or changed it: they say how it goes on. */
  | { is: 'lost' }
  /** There is more to do, and no time. */
  | { is: 'pass' }
  /** `untilMs` absent: until a person resumes it. */
  | { is: 'wait'; why: RunWait; untilMs?: number }
  /** Something fails that passes: longer waits, the more often. */
  | { is: 'trouble'; why: RunWait; retryAfterMs?: number }
  | { is: 'end'; state: Extract<RunState, 'done' | 'stopped'>; why?: RunStop };
