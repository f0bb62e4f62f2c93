// Which test files cover the place of a mutant.
import { runInNewContext } from 'node:vm';

import { describe, expect, it } from 'vitest';

import { coveringIn } from '../../../mutants/coverage/covering';
import { noting } from '../../../mutants/coverage/noting';
import { mutantsOf } from '../../../mutants/generate/generate';

describe('code that notes its lines', () => {
  /** Runs code that notes its lines, and returns those that were passed. */
  function passed(code: string): number[] {
    const sandbox: { passedLines?: Record<string, Set<number>> } = {};
    runInNewContext(`globalThis = this;${noting('a.ts', code)}`, sandbox);
    return [...(sandbox.passedLines?.['a.ts'] ?? [])];
  }

  it('notes the statements that ran, on the lines where they stood', () => {
    expect(passed('function f(a) {\n  if (a)\n    return 1;\n  return 2;\n}\nf(false);')).toEqual([2, 4]);
    expect(passed('function f(a) {\n  if (a)\n    return 1;\n  return 2;\n}\nf(true);')).toEqual([2, 3]);
  });

  it('notes what an arrow function returns, an object too', () => {
    expect(passed('const f = () =>\n  ({ a: 1 });\nconst g = () =>\n  2;\nf();')).toEqual([2]);
  });

  it('notes the cases of a switch', () => {
    expect(
      passed(
        'function f(a) {\n  switch (a) {\n    case 1:\n      return 1;\n    default:\n      return 2;\n  }\n}\nf(1);',
      ),
    ).toEqual([2, 4]);
  });

  it('notes nothing that runs once, when it is loaded', () => {
    expect(passed('const a = 1;\nif (a) a.b;')).toEqual([]);
  });
});

describe('the tests that cover a mutant', () => {
  const sources = new Map([
    ['broker/age.ts', 'export const FRESH_MS = 5;\nexport function isOld(age) {\n  return age > FRESH_MS;\n}'],
    [
      'broker/runs/know.ts',
      "import { FRESH_MS as MOST } from '../age';\nconst HALF_MS = MOST;\nexport function know() {\n  return HALF_MS ? 1 : 2;\n}",
    ],
  ]);
  const files = new Map<string, Record<string, number[]>>([
    ['test/integration/all.test.ts', { 'broker/age.ts': [3], 'broker/runs/know.ts': [4] }],
    ['test/unit/entry/other.test.ts', { 'broker/age.ts': [3, 4, 5] }],
    ['test/unit/broker/age.test.ts', { 'broker/age.ts': [3] }],
    ['test/unit/broker/runs/know.test.ts', { 'broker/runs/know.ts': [4] }],
    ['test/unit/groups/none.test.ts', {}],
  ]);
  const covering = coveringIn(sources, { files, loading: { 'broker/runs/know.ts': [4] } });

  function coveringOf(file: string, change: string): string[] {
    const mutant = mutantsOf(file, sources.get(file) ?? '').find(({ id }) => id.endsWith(change));
    return mutant === undefined ? [] : covering(mutant);
  }

  it('pass its line, and the nearest come first', () => {
    expect(coveringOf('broker/age.ts', 'isOld/boundary')).toEqual([
      'test/unit/broker/age.test.ts',
      'test/integration/all.test.ts',
      'test/unit/entry/other.test.ts',
    ]);
  });

  it('pass a line that uses its constant, in other files and by other constants too', () => {
    expect(coveringOf('broker/age.ts', 'FRESH_MS/zero').toSorted()).toEqual([
      'test/integration/all.test.ts',
      'test/unit/broker/age.test.ts',
      'test/unit/broker/runs/know.test.ts',
      'test/unit/entry/other.test.ts',
    ]);
  });

  it('are all of them where its line is passed when it is loaded, once for all', () => {
    expect(coveringOf('broker/runs/know.ts', 'know/if-true')).toHaveLength(files.size);
  });
});
