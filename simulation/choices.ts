// Choices of the scheduler and the actors: a seed makes them, or a list that an earlier world took.
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
