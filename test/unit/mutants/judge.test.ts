// What is said of a mutant after its tests.
import { expect, test } from 'vitest';

import { judge } from '../../../mutants/judge';
import type { Explanations } from '../../../mutants/known';
import { lineOf, tableOf, type Verdict } from '../../../mutants/report';
import type { Task } from '../../../mutants/running/messages';
import type { Ended } from '../../../mutants/running/worker';

const mutant = {
  id: 'a/f/if-true',
  kind: 'refusals',
  change: 'if-true',
  file: 'a.ts',
  line: 3,
  at: 0,
  from: 'a',
  to: 'true',
} as const;
const guard = {
  id: 'b/f/if-true',
  kind: 'proofs',
  change: 'if-true',
  file: 'b.ts',
  line: 1,
  at: 0,
  from: 'b',
  to: 'true',
} as const;
const killer = { file: 'test/unit/a.test.ts', test: 'refuses', message: '' };

interface Case {
  /** Absent: nobody catches it. */
  ended?: Ended;
  /** By how many mutants there are. */
  caughtFrom?: number;
  found?: string;
  explanations?: Partial<Explanations>;
}

/** Judges the mutant, and remembers what was run. */
async function judged({
  ended = { by: 'nobody' },
  caughtFrom,
  found,
  explanations,
}: Case): Promise<Verdict & { tasks: Task[] }> {
  const tasks: Task[] = [];
  const verdict = await judge(mutant, {
    all: [mutant, guard],
    explanations: { equivalent: [], guarded: [], ...explanations },
    covering: ({ file }) => [`test/unit/${file}`, 'test/unit/all.test.ts'],
    worker: {
      run: async (task) => {
        tasks.push(task);
        return task.mutants.length === caughtFrom ? { by: 'test', killer } : ended;
      },
    },
    simulate: async () => found,
  });
  return { ...verdict, tasks };
}

test('one that a test fails with is caught by it', async () => {
  const verdict = await judged({ ended: { by: 'test', killer } });
  expect(verdict).toMatchObject({ fate: 'tests', covering: 2 });
  expect(lineOf(verdict)).toContain('test/unit/a.test.ts: refuses');
});

test('one with which tests come to no end is caught', async () => {
  expect(await judged({ ended: { by: 'time' } })).toMatchObject({ fate: 'time' });
  const slow = { ...killer, message: 'Test timed out in 60000ms.' };
  expect(await judged({ ended: { by: 'test', killer: slow } })).toMatchObject({ fate: 'time' });
});

test('one with which all tests pass is simulated', async () => {
  const verdict = await judged({ found: 'seed 3: quotas' });
  expect(verdict).toMatchObject({ fate: 'simulation', why: 'seed 3: quotas' });
});

test('one that nothing catches lives, and is told with its place', async () => {
  const verdict = await judged({});
  expect(verdict).toMatchObject({ fate: 'alive' });
  expect(lineOf(verdict)).toBe('ALIVE a/f/if-true\n  src/a.ts:3: a  →  true\n  2 test files cover it');
});

test('one that does the same is not tried', async () => {
  const because = 'It does the same.';
  const verdict = await judged({ explanations: { equivalent: [{ ...mutant, because }] } });
  expect(verdict).toMatchObject({ fate: 'equivalent', why: because, tasks: [] });
});

test('an explanation of another change at its place explains nothing', async () => {
  const other = { ...mutant, from: 'a.b', because: 'It does the same.' };
  expect(await judged({ explanations: { equivalent: [other], guarded: [{ ...other, guard }] } })).toMatchObject({
    fate: 'alive',
  });
});

test('one with a second guard is tried together with that: caught, it is explained; else it lives', async () => {
  const guarded = [{ ...mutant, because: 'The other proves it.', guard }];
  const verdict = await judged({ caughtFrom: 2, explanations: { guarded } });
  expect(verdict).toMatchObject({ fate: 'guard', covering: 3, why: 'The other proves it.' });
  expect(verdict.tasks.map(({ mutants }) => mutants)).toEqual([[mutant, guard]]);
  expect(await judged({ explanations: { guarded } })).toMatchObject({ fate: 'alive' });
});

test('the table counts by kind', async () => {
  const table = tableOf([await judged({ ended: { by: 'time' } }), await judged({})]).split('\n');
  expect(table[0]).toBe('| kind | made | caught by tests | caught by simulation | equivalent | second guard | alive |');
  expect(table).toContain('| refusals | 2 | 1 | 0 | 0 | 0 | 1 |');
  expect(table).toContain('| ages | 0 | 0 | 0 | 0 | 0 | 0 |');
  expect(table.at(-1)).toBe('| all | 2 | 1 | 0 | 0 | 0 | 1 |');
});
