// Lists of choices made shorter and smaller while they still fail.
import { describe, expect, it } from 'vitest';

import { shrunkChoices } from '../../../simulation/shrink/shrink';

const LONG = Array.from({ length: 400 }, (_, index) => (index * 7919) % 1000);

/** Shrinks with so many tries, and tells the list and how many tries it took. */
async function shrunk(from: readonly number[], fails: (choices: readonly number[]) => boolean, most = 5000) {
  let tries = 0;
  const list = await shrunkChoices(
    from,
    (choices) => {
      tries += 1;
      return Promise.resolve(fails(choices));
    },
    () => tries < most,
  );
  return { list, tries };
}

describe('a list that fails', () => {
  it.for<[string, (choices: readonly number[]) => boolean, number[]]>([
    ['whatever is in it is left empty', () => true, []],
    ['by its first number keeps that alone, halved as often as may be', (list) => (list[0] ?? 0) >= 100, [125]],
    ['by a number at its place keeps what is before as zeros', (list) => (list[5] ?? 0) > 9, [0, 0, 0, 0, 0, 18]],
    ['by a number anywhere has it alone', (list) => list.includes(757), [757]],
    [
      'by two numbers in order has both',
      (list) => list.includes(919) && list.lastIndexOf(757) > list.indexOf(919),
      [919, 757],
    ],
    ['by its length is cut to it', (list) => list.length >= 3, [0, 0, 1]],
  ])('%s', async ([, fails, expected]) => {
    const from = [500, ...LONG.slice(1)];
    expect(fails(from)).toBe(true);
    expect((await shrunk(from, fails)).list).toEqual(expected);
  });

  it('still fails when the tries are over, and no more are made', async () => {
    const { list, tries } = await shrunk(LONG, (some) => some.includes(757), 5);
    expect(tries).toBe(5);
    expect(list).toContain(757);
    expect(list.length).toBeLessThan(LONG.length);
  });

  it('stays as it is if nothing simpler fails', async () => {
    const only = JSON.stringify([3, 1, 2]);
    const { list } = await shrunk([3, 1, 2], (some) => JSON.stringify(some) === only);
    expect(list).toEqual([3, 1, 2]);
  });

  it.for<[string, (choices: readonly number[]) => boolean, number]>([
    ['its beginning fails', (list) => list[0] === LONG[0] && list[3] === LONG[3], 60],
    ['a number in it fails', (list) => list.includes(757), 100],
    ['a number at its place fails', (list) => list[300] === LONG[300], 1300],
  ])('takes few tries if %s', async ([, fails, most]) => {
    expect((await shrunk(LONG, fails)).tries).toBeLessThan(most);
  });
});
