// What `npm run simulate` prints.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Outcome } from './outcome';

/** Prints a world: one line, and what was found in it with the steps that led there. */
export function tellOutcome({ seed, steps, seconds, hash, found, before, choices }: Outcome): void {
  const speed = Math.round(steps / seconds);
  console.log(`seed ${seed}: ${steps} steps, ${speed} a second, trace ${hash.slice(0, 16)}, ${found.length} found`);
  if (found.length === 0) return;
  console.log(before.join('\n'));
  for (const { invariant, step, what, calls = [], invocations = [] } of found) {
    const about = [...calls.map((id) => `call #${id}`), ...invocations.map((id) => `invocation ${id}`)];
    console.log(`✗ step ${step}: ${invariant}\n  ${what}${about.length === 0 ? '' : ` (${about.join(', ')})`}`);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'simulate-')), `seed-${seed}.json`);
  writeFileSync(file, JSON.stringify(choices));
  console.log(`Again: npm run simulate -- --seed ${seed} --steps ${steps}, or with --replay ${file}`);
}

/** Prints the sum of all worlds. */
export function tellSum(outcomes: readonly Outcome[]): void {
  if (outcomes.length < 2) return;
  const steps = outcomes.reduce((sum, one) => sum + one.steps, 0);
  const seconds = outcomes.reduce((sum, one) => sum + one.seconds, 0);
  const failing = outcomes.filter(({ found }) => found.length > 0).map(({ seed }) => seed);
  const told = failing.length === 0 ? 'nothing found' : `found something in seeds ${failing.join(', ')}`;
  console.log(`${outcomes.length} worlds, ${steps} steps, ${Math.round(steps / seconds)} a second: ${told}`);
}
