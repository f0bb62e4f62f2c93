// What is told of a world: its hash, how fast it was, and what was found.
import type { Found, Simulated } from '../simulate';
import { lineOf } from './step-line';

export interface Outcome {
  seed: number;
  steps: number;
  seconds: number;
  hash: string;
  found: readonly Found[];
  /** The steps that led to what was found first, a line each. */
  before: readonly string[];
  /** Choices of the scheduler and the actors, if something was found: for `--replay`. */
  choices: readonly number[];
}

const STEPS_BEFORE = 25;

/** Builds the outcome of a world that took so long. */
export function outcomeOf({ seed, steps, hash, found, history, choices }: Simulated, ms: number): Outcome {
  const [first] = found;
  const last = (first?.step ?? 0) + 1;
  const before = first === undefined ? [] : history.steps.slice(Math.max(0, last - STEPS_BEFORE), last);
  return {
    seed,
    steps,
    seconds: ms / 1000,
    hash,
    found,
    before: before.map((step) => lineOf(history, step)),
    choices: first === undefined ? [] : choices,
  };
}
