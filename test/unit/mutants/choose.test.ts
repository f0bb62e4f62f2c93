// Which mutants a seed chooses.
import { expect, test } from 'vitest';

import { chosenOf } from '../../../mutants/generate/choose';
import { KINDS, type KindName } from '../../../mutants/generate/kinds';

function mutantsOf(kind: KindName, change: string, count: number) {
  return Array.from({ length: count }, (_, at) => {
    return { id: `${kind}/${change}-${String(at)}`, kind, change, file: 'a.ts', line: 1, at, from: '', to: '' };
  });
}

const all = KINDS.flatMap((kind) => [
  ...mutantsOf(kind, 'if-true', kind === 'proofs' ? 2 : 100),
  ...mutantsOf(kind, 'condition', kind === 'proofs' ? 0 : 7),
]);

test('they are spread evenly over the kinds, and over the changes of each; of what is rare, all are taken', () => {
  const chosen = chosenOf(all, 1, 122);
  function countOf(kind: KindName, change: string) {
    return chosen.filter((one) => one.kind === kind && one.change === change).length;
  }
  expect(KINDS.map((kind) => countOf(kind, 'if-true'))).toEqual(KINDS.map((kind) => (kind === 'proofs' ? 2 : 13)));
  expect(KINDS.map((kind) => countOf(kind, 'condition'))).toEqual(KINDS.map((kind) => (kind === 'proofs' ? 0 : 7)));
  expect(new Set(chosen.map(({ id }) => id)).size).toBe(122);
});

test('the same seed chooses the same, another seed others', () => {
  expect(chosenOf(all, 1, 50)).toEqual(chosenOf(all, 1, 50));
  expect(chosenOf(all, 2, 50)).not.toEqual(chosenOf(all, 1, 50));
});

test('what is not there any more changes nothing of the others', () => {
  const [gone, ...chosen] = chosenOf(all, 1, 122);
  const left = all.filter((one) => one !== gone);
  expect(chosenOf(left, 1, 122).filter((one) => !chosen.includes(one)).length).toBeLessThanOrEqual(1);
});

test('there are no more than there are', () => {
  expect(chosenOf(mutantsOf('ages', 'zero', 3), 1, 10)).toHaveLength(3);
});
