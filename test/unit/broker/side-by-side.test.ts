// How items are split into what is done together.
import { expect, test } from 'vitest';

import { inBlocks } from '../../../src/broker/side-by-side';

test('items are split, in order, by number and by block', () => {
  expect(inBlocks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inBlocks(['a1', 'a2', 'b1', 'b2', 'b3', 'a3'], 2, (item) => item[0])).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2'],
    ['b3'],
    ['a3'],
  ]);
  expect(inBlocks([], 2)).toEqual([]);
});
