// What a world likes: few things often rather than everything alike, so that what belongs together meets more often in one world.
// https://users.cs.utah.edu/~regehr/papers/swarm12.pdf
import type { Choices } from '../choices';
import { oneOf } from '../choices';
import { createRandom } from '../deterministic/random';

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

/** A taste for nothing in particular. */
export const plain: Taste = () => WEIGHTS.plain;

/** Draws the taste of a world. */
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
