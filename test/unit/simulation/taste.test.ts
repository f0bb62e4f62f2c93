// What a world likes.
import { describe, expect, it } from 'vitest';

import { drawTaste, randomChoices, replayedChoices } from '../../../simulation/choices';
import { createRandom } from '../../../simulation/deterministic/random';

const NAMES = Array.from({ length: 200 }, (_, index) => `thing ${index}`);

describe('the taste of a world', () => {
  it('is for nothing in particular where all choices are the first', () => {
    expect(new Set(NAMES.map(drawTaste(replayedChoices([]))))).toHaveLength(1);
  });

  it('is for few things, and is made again from what was chosen', () => {
    const choices = replayedChoices([2, 4711]);
    const weights = NAMES.map(drawTaste(choices));
    const favorites = weights.filter((weight) => weight === Math.max(...weights));
    expect(new Set(weights)).toHaveLength(3);
    expect(favorites.length).toBeLessThan(30);
    expect(NAMES.map(drawTaste(replayedChoices(choices.taken)))).toEqual(weights);
    expect(NAMES.map(drawTaste(replayedChoices([2, 4712])))).not.toEqual(weights);
  });

  it('differs from seed to seed', () => {
    const tastes = [1, 2, 3, 4, 5, 6].map((seed) => {
      const taste = drawTaste(randomChoices(createRandom(seed, 'choices')));
      return NAMES.map(taste).join();
    });
    expect(new Set(tastes).size).toBeGreaterThan(2);
  });
});
