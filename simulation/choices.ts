// Choices of the scheduler and the actors: a seed makes them, or a list that an earlier world took.
import { createRandom } from './deterministic/random';
import type { Random } from './deterministic/random';

/** Makes choices and remembers them: a world is made again from what was taken. */
export interface Choices {
  /** Returns a whole number from 0 up to, but not including, `count`. */
  below(count: number): number;
  /** Lists what was chosen so far. */
  readonly taken: readonly number[];
}

/** Creates choices from a generator. */
export function randomChoices(random: Random): Choices {
  const taken: number[] = [];
  return {
    taken,
    below: (count) => {
      const chosen = Math.floor((random.next() / 2 ** 32) * count);
      taken.push(chosen);
      return chosen;
    },
  };
}

/** Creates choices from a list. What doesn't fit is bent to what does, and where the list ends all are 0: a shorter list is a world, too. */
export function replayedChoices(list: readonly number[]): Choices {
  const taken: number[] = [];
  return {
    taken,
    below: (count) => {
      const chosen = count <= 0 ? 0 : (list[taken.length] ?? 0) % count;
      taken.push(chosen);
      return chosen;
    },
  };
}

/** Tells whether something comes true that does in so many of 1,000 cases. */
export function happens(choices: Choices, perMille: number): boolean {
  return choices.below(1000) < perMille;
}

/** Returns one of a list; undefined if it is empty. */
export function oneOf<Thing>(choices: Choices, things: readonly Thing[]): Thing | undefined {
  return things.length === 0 ? undefined : things[choices.below(things.length)];
}

/** Returns one of what has a weight, by weight; undefined if nothing has. */
export function weighted<Thing extends { readonly weight: number }>(
  choices: Choices,
  things: readonly Thing[],
): Thing | undefined {
  const total = things.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return undefined;
  let left = choices.below(total);
  for (const thing of things) {
    left -= thing.weight;
    if (left < 0) return thing;
  }
  return undefined;
}

/** Returns how often something is drawn in this world, compared with other things of its kind: a whole number. */
export type Taste = (name: string) => number;

/** Weights of what is disliked, of what is liked as ever, and of favorites. */
const WEIGHTS = { disliked: 1, plain: 6, favorite: 60 } as const;

/** Names in 1,000 that are disliked, and that are favorites. */
const SHARES = [
  { disliked: 0, favorite: 0 },
  { disliked: 300, favorite: 100 },
  { disliked: 700, favorite: 60 },
] as const;

/** Likes nothing in particular. */
export const plain: Taste = () => WEIGHTS.plain;

/**
 * Draws what a world likes: few things often rather than everything alike, so that what goes wrong together meets in one of them.
 * https://users.cs.utah.edu/~regehr/papers/swarm12.pdf
 */
export function drawTaste(choices: Choices): Taste {
  const share = oneOf(choices, SHARES) ?? SHARES[0];
  const salt = choices.below(1_000_000);
  const known = new Map<string, number>();

  function weigh(name: string): number {
    const place = createRandom(salt, name).next() % 1000;
    if (place < share.favorite) return WEIGHTS.favorite;
    return place < share.favorite + share.disliked ? WEIGHTS.disliked : WEIGHTS.plain;
  }

  return (name) => {
    const weight = known.get(name) ?? weigh(name);
    known.set(name, weight);
    return weight;
  };
}
