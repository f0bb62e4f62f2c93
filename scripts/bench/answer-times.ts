// How long answers take on the sandbox's clock: the same each time, or from half as long to three times, drawn by a seed.

/** Times of answers in milliseconds. */
export interface AnswerTimes {
  restMs: number;
  storageMs: number;
  /** From the time at which an event is due to its delivery. */
  deliveryMs: number;
  /** Answers differ by factors that this seed draws; without one they don't. */
  jitterSeed?: number;
}

const LEAST = 0.5;
const MOST = 3;
/** Lets half of all factors be less than 1. */
const SKEW = Math.log2(Math.log(MOST / LEAST) / Math.log(1 / LEAST));

/** Returns what draws factors from 0.5 to 3, half of them less than 1; always 1 without a seed. */
export function factorsOf({ jitterSeed }: Pick<AnswerTimes, 'jitterSeed'>): () => number {
  if (jitterSeed === undefined) return () => 1;
  const draw = uniform(jitterSeed);
  return () => LEAST * (MOST / LEAST) ** (draw() ** SKEW);
}

/** Draws numbers from 0 to 1 (mulberry32, public domain). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
