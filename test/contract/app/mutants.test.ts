// Mutants that are explained: each explanation is about code that is there.
import { describe, expect, it, test } from 'vitest';

import { allMutants } from '../../../mutants/generate/source';
import { isOf } from '../../../mutants/judge';
import { EXPLANATIONS } from '../../../mutants/known';

const all = allMutants();
const { equivalent, guarded } = EXPLANATIONS;
const explained = [...equivalent, ...guarded, ...guarded.map(({ guard }) => guard)];

test('there are mutants, each with a name of its own', () => {
  expect(all.length).toBeGreaterThan(3000);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

describe('the explained mutants', () => {
  it('are mutants of this code', () => {
    const gone = explained.filter((known) => !all.some((mutant) => isOf(known, mutant)));
    expect(gone.map(({ id }) => id)).toEqual([]);
  });

  it('are explained once, in a sentence', () => {
    const ids = [...equivalent, ...guarded].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const said = [...equivalent, ...guarded].map(({ because }) => because);
    expect(said.filter((because) => !/^[A-Z].{20,}\.$/.test(because))).toEqual([]);
  });

  it('are at most 30 with a second guard', () => {
    expect(guarded.length).toBeLessThanOrEqual(30);
  });
});
