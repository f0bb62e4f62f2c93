import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromText, toText } from '../../../../sandbox/data/state-text';
import { applyDifference, differenceOf } from '../../../../sandbox/snapshot/difference';

const key = fc.constantFrom('a', 'b', 'c', 'd', '$map');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, 'text'),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    fc.array(key, { maxLength: 4 }).map((items) => new Set(items)),
  ),
}));

describe('a difference', () => {
  it('makes the one value of the other, after it was text, too', () => {
    fc.assert(
      fc.property(value, value, (from, to) => {
        const kept = fromText(toText({ difference: differenceOf(from, to) })) as {
          difference?: NonNullable<ReturnType<typeof differenceOf>>;
        };
        expect(applyDifference(from, kept.difference)).toEqual(to);
      }),
      { numRuns: 2000 },
    );
  });

  it('is none between values that are alike', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(differenceOf(one, structuredClone(one))).toBeUndefined();
      }),
    );
  });

  it('names only what changed', () => {
    const from = { groups: new Map([['g', { name: 'g', members: new Set(['a', 'b']) }]]), mode: 'ROLES' };
    const to = { groups: new Map([['g', { name: 'g', members: new Set(['b', 'c']) }]]), mode: 'ROLES' };
    expect(differenceOf(from, to)).toEqual({
      keys: { groups: { map: [['g', { keys: { members: { add: ['c'], without: ['a'] } } }]] } },
    });
  });
});
