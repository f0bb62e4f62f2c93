// What must hold in every world.
import type { History, Step } from './history';

/** One thing that must hold. Invariants keep no state between worlds: a WeakMap by history may remember what was seen. */
export interface Invariant {
  readonly name: string;
  /** `eachStep`: after every step. `settled`: once, after faults ended and time passed. */
  readonly when: 'eachStep' | 'settled';
  /** Returns what the step broke. */
  check(history: History, step: Step): readonly Violation[];
}

export interface Violation {
  /** A sentence: what is so, and what should be. */
  readonly what: string;
  /** Ids of what it is about, for whoever reads the trace. */
  readonly calls?: readonly number[];
  readonly invocations?: readonly number[];
}
