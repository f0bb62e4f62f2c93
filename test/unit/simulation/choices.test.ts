// Choices that a seed makes, or a list.
import { describe, expect, it } from 'vitest';

import { happens, oneOf, randomChoices, replayedChoices, weighted } from '../../../simulation/choices';
import { createRandom } from '../../../simulation/deterministic/random';

function some(seed: number, stream = 'choices') {
  return randomChoices(createRandom(seed, stream));
}

function ten(choices: { below: (count: number) => number }): number[] {
  return Array.from({ length: 10 }, () => choices.below(1000));
}

describe('choices of a seed', () => {
  it('are the same each time, and others for another seed or stream', () => {
    expect(ten(some(7))).toEqual(ten(some(7)));
    expect(ten(some(7))).not.toEqual(ten(some(8)));
    expect(ten(some(7))).not.toEqual(ten(some(7, 'ids')));
  });

  it('are as often as their weight', () => {
    const choices = some(1);
    const things = [{ weight: 0 }, { weight: 1 }, { weight: 3 }];
    const counts = things.map(() => 0);
    for (let time = 0; time < 4000; time += 1) {
      const thing = weighted(choices, things);
      if (thing !== undefined) counts[things.indexOf(thing)] = (counts[things.indexOf(thing)] ?? 0) + 1;
    }
    expect(counts[0]).toBe(0);
    expect((counts[2] ?? 0) / (counts[1] ?? 1)).toBeGreaterThan(2.7);
    expect((counts[2] ?? 0) / (counts[1] ?? 1)).toBeLessThan(3.3);
    expect(happens(choices, 0)).toBe(false);
    expect(happens(choices, 1000)).toBe(true);
  });

  it('are of nothing where there is nothing', () => {
    expect(oneOf(some(1), [])).toBeUndefined();
    expect(weighted(some(1), [{ weight: 0 }])).toBeUndefined();
  });
});

describe('choices of a list', () => {
  it('are those that were taken', () => {
    const choices = some(3);
    const taken = ten(choices);
    expect(choices.taken).toEqual(taken);
    expect(ten(replayedChoices(choices.taken))).toEqual(taken);
  });

  it('are bent to what fits, and 0 after its end', () => {
    const choices = replayedChoices([12, 5]);
    expect([choices.below(10), choices.below(6), choices.below(100)]).toEqual([2, 5, 0]);
    expect(choices.taken).toEqual([2, 5, 0]);
  });
});
