// What `npm run simulate` prints.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { contradictedBy } from '../coverage/cells';
import { addedUp } from '../coverage/tally';
import { testFileOf } from '../shrink/test-file';
import type { Outcome } from './outcome';

/** Prints a world: one line, and what was found in it with the steps that led there. */
export function tellOutcome({ seed, steps, cpuSeconds, hash, found, before, choices }: Outcome): void {
  const speed = Math.round(steps / cpuSeconds);
  console.log(`seed ${seed}: ${steps} steps, ${speed} a CPU second, trace ${hash.slice(0, 16)}, ${found.length} found`);
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

/** Prints the first world that was shrunk as a test, or writes it to a file. */
export function tellShrunk(outcomes: readonly Outcome[], file: string | undefined): void {
  const shrunk = outcomes.flatMap((outcome) => outcome.shrunk ?? [])[0];
  if (shrunk === undefined) return;
  const { seed, from, choices, tries } = shrunk;
  const numbers = choices.filter((choice) => choice !== 0).length;
  console.log(`Seed ${seed}: ${from} choices shrunk to ${choices.length} (${numbers} not 0) in ${tries} tries`);
  if (file === undefined) console.log(testFileOf(shrunk));
  else writeFileSync(file, testFileOf(shrunk));
}

/** Prints the sum of all worlds. */
export function tellSum(outcomes: readonly Outcome[]): void {
  if (outcomes.length < 2) return;
  const steps = outcomes.reduce((sum, one) => sum + one.steps, 0);
  const seconds = outcomes.reduce((sum, one) => sum + one.cpuSeconds, 0);
  const failing = outcomes.filter(({ found }) => found.length > 0).map(({ seed }) => seed);
  const told = failing.length === 0 ? 'nothing found' : `found something in seeds ${failing.join(', ')}`;
  tellReached(outcomes);
  console.log(`${outcomes.length} worlds, ${steps} steps, ${Math.round(steps / seconds)} a CPU second: ${told}`);
}

/** Prints the cells that were hit although they can't be, and tells whether anything is wrong in these worlds. */
export function tellWrong(outcomes: readonly Outcome[]): boolean {
  const contradicted = contradictedBy(addedUp(outcomes.map(({ tally }) => tally.cells)));
  for (const { operationId, stroke, ending, impossible, hits } of contradicted) {
    console.log(
      `✗ impossible, and hit ${String(hits)} times: ${operationId}, ${stroke}, ${ending} (${String(impossible)})`,
    );
  }
  return contradicted.length > 0 || outcomes.some(({ found }) => found.length > 0);
}

/** Says how many of the calls that fit succeeded, and which states runs were in. */
function tellReached(outcomes: readonly Outcome[]): void {
  const doors = Object.entries(addedUp(outcomes.map(({ tally }) => tally.doors)));
  const fitting = doors.filter(([name]) => name.startsWith('fitting ') && !/ (killed|open)$/.test(name));
  const [ok, all] = [fitting.filter(([name]) => name.endsWith(' ok')), fitting].map((some) =>
    some.reduce((sum, [, count]) => sum + count, 0),
  );
  console.log(`Calls that weren't meant to be refused, nor killed: ${String(all)}, of which ${String(ok)} succeeded`);
  const worlds = addedUp(
    outcomes.map(({ tally }) => Object.fromEntries(Object.keys(tally.runs).map((name) => [name, 1]))),
  );
  const states = Object.entries(worlds).map(([name, count]) => `${name} ${count}`);
  console.log(`Worlds that had a run in a state: ${states.toSorted().join(', ')}`);
}
