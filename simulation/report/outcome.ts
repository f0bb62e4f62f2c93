// What is told of a world: its hash, how fast it was, and what was found.
import { tallyOf } from '../coverage/tally';
import type { Tally } from '../coverage/tally';
import type { Shrunk } from '../shrink/shrink-world';
import type { Found, Simulated } from '../simulate';
import { lineOf } from './step-line';

export interface Outcome {
  seed: number;
  steps: number;
  seconds: number;
  /** Of the processor: what others keep busy isn't in it. */
  cpuSeconds: number;
  hash: string;
  found: readonly Found[];
  /** The steps that led to what was found first, a line each. */
  before: readonly string[];
  /** Choices of the scheduler and the actors, if something was found: for `--replay`. */
  choices: readonly number[];
  /** The fewest of them that fail in the same way, if these were looked for. */
  shrunk?: Shrunk;
  tally: Tally;
}

const STEPS_BEFORE = 25;

/** Builds the outcome of a world. */
export function outcomeOf(
  { seed, steps, hash, found, history, choices }: Simulated,
  took: Pick<Outcome, 'seconds' | 'cpuSeconds'>,
): Outcome {
  const [first] = found;
  const last = (first?.step ?? 0) + 1;
  const before = first === undefined ? [] : history.steps.slice(Math.max(0, last - STEPS_BEFORE), last);
  return {
    seed,
    steps,
    ...took,
    hash,
    found,
    before: before.map((step) => lineOf(history, step)),
    choices: first === undefined ? [] : choices,
    tally: tallyOf(history),
  };
}
