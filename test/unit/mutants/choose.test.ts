// Which mutants a seed chooses.
import { expect, test } from 'vitest';

import { chosenOf } from '../../../mutants/generate/choose';
import { KINDS, type KindName } from '../../../mutants/generate/kinds';

function mutantsOf(kind: KindName, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `${kind}-${String(at)}`,
    kind,
    file: 'a.ts',
    line: 1,
    at,
    from: '',
    to: '',
  }));
}

const all = KINDS.flatMap((kind) => mutantsOf(kind, kind === 'proofs' ? 2 : 100));

test('they are spread evenly over the kinds, and a kind that has few gives them all', () => {
  const chosen = chosenOf(all, 1, 62);
  const counts = KINDS.map((kind) => chosen.filter((one) => one.kind === kind).length);
  expect(counts).toEqual(KINDS.map((kind) => (kind === 'proofs' ? 2 : 10)));
  expect(new Set(chosen.map(({ id }) => id)).size).toBe(62);
});

test('the same seed chooses the same, another seed others', () => {
  expect(chosenOf(all, 1, 50)).toEqual(chosenOf(all, 1, 50));
  expect(chosenOf(all, 2, 50)).not.toEqual(chosenOf(all, 1, 50));
});

test('there are no more than there are', () => {
  expect(chosenOf(mutantsOf('ages', 3), 1, 10)).toHaveLength(3);
});
