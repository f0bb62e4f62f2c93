// What is said of a mutant after its tests.
import { expect, test } from 'vitest';

import { judge } from '../../../mutants/judge';
import { lineOf, tableOf, type Verdict } from '../../../mutants/report';
import type { Ended } from '../../../mutants/running/worker';

const mutant = { id: 'a/f/if-true', kind: 'refusals', file: 'a.ts', line: 3, at: 0, from: 'a', to: 'true' } as const;

/** Judges the mutant by tests that end so. */
async function judged(ended: Ended): Promise<Verdict> {
  const worker = { run: async () => ended, close: () => undefined };
  return judge(mutant, { all: [mutant], covering: () => ['test/unit/a.test.ts'], worker, testsOnly: true });
}

test('one that a test fails with is caught by it', async () => {
  const killer = { file: 'test/unit/a.test.ts', test: 'refuses', message: '' };
  const verdict = await judged({ by: 'test', killer });
  expect(verdict).toMatchObject({ fate: 'tests', covering: 1 });
  expect(lineOf(verdict)).toContain('test/unit/a.test.ts: refuses');
});

test('one with which tests come to no end is caught', async () => {
  expect(await judged({ by: 'time' })).toMatchObject({ fate: 'time' });
});

test('one with which all tests pass lives, and is told with its place', async () => {
  const verdict = await judged({ by: 'nobody' });
  expect(verdict).toMatchObject({ fate: 'alive' });
  expect(lineOf(verdict)).toBe('ALIVE a/f/if-true\n  src/a.ts:3: a  →  true\n  1 test files cover it');
});

test('the table counts by kind', async () => {
  const table = tableOf([await judged({ by: 'time' }), await judged({ by: 'nobody' })]).split('\n');
  expect(table[0]).toBe('| kind | made | caught by tests | caught by simulation | equivalent | second guard | alive |');
  expect(table).toContain('| refusals | 2 | 1 | 0 | 0 | 0 | 1 |');
  expect(table).toContain('| ages | 0 | 0 | 0 | 0 | 0 | 0 |');
  expect(table.at(-1)).toBe('| all | 2 | 1 | 0 | 0 | 0 | 1 |');
});
