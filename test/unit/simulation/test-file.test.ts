// The test that a shrunk world is printed as.
import { expect, it } from 'vitest';

import { testFileOf } from '../../../simulation/shrink/test-file';

it('makes the world again from its choices, and expects nothing', () => {
  const choices = Array.from({ length: 60 }, (_, index) => index * 10);
  const shrunk = { seed: 3, invariant: 'quotas "hold"', steps: 40, choices, from: 5000, tries: 70 };
  const text = testFileOf(shrunk);
  expect(text).toContain('test("in a world of seed 3: quotas \\"hold\\"",');
  expect(text).toContain('foundIn({ seed: 3, steps: 40, choices: CHOICES })).toEqual([])');
  const list = /= (\[[^\]]*\])/.exec(text)?.[1] ?? '';
  expect(JSON.parse(list.replace(/,\s*\]/, ']'))).toEqual(choices);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(160);
});
