// `npm run simulate:planted`: plants one fault after the other, and simulates until each is found, or 100,000 steps have passed. Takes names of faults; all
// of them unless given. `--shrink` also looks for the fewest choices that find each.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { buildApp } from '../app/build';
import { readOptions } from '../options';
import { simulateApart } from '../pool';
import type { Outcome } from '../report/outcome';
import { tellShrunk } from '../report/tell';
import type { Fault } from './faults';
import { FAULTS } from './faults';
import { planting } from './plant';

const MOST_STEPS = 100_000;

/** Worlds between two looks whether one has found the fault. */
const WORLDS_AT_ONCE = 6;

const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { shrink: { type: 'boolean', default: false } },
});
const missed: string[] = [];
for (const fault of FAULTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const told = await simulateWith(fault);
  console.log(`${fault.name}: ${told ?? `not found in ${String(MOST_STEPS)} steps`}`);
  if (told === undefined) missed.push(fault.name);
}
process.exitCode = missed.length === 0 ? 0 : 1;

/** Simulates worlds with a fault until one has found it, and tells how. Undefined: none has. */
async function simulateWith(fault: Fault): Promise<string | undefined> {
  const app = join(folder, `${fault.name.replaceAll(' ', '-')}.cjs`);
  await buildApp(app, [planting(fault)]);
  let steps = 0;
  for (let seed = 1; steps < MOST_STEPS; seed += WORLDS_AT_ONCE) {
    const outcomes: Outcome[] = [];
    const options = { ...readOptions([]), seed, seeds: WORLDS_AT_ONCE, app };
    await simulateApart(options, (outcome) => void outcomes.push(outcome));
    const found = outcomes.toSorted((a, b) => a.seed - b.seed).find((outcome) => outcome.found.length > 0);
    if (found !== undefined) {
      if (values.shrink) await shrinkAgain(found.seed, app);
      return tellFound(found, steps);
    }
    steps += outcomes.reduce((sum, outcome) => sum + outcome.steps, 0);
  }
  return undefined;
}

async function shrinkAgain(seed: number, app: string): Promise<void> {
  const outcomes: Outcome[] = [];
  await simulateApart({ ...readOptions([]), seed, shrink: true, app }, (outcome) => void outcomes.push(outcome));
  tellShrunk(outcomes, undefined);
}

function tellFound({ seed, found }: Outcome, before: number): string {
  const [first] = found;
  return `seed ${String(seed)}, within ${String(before + (first?.step ?? 0))} steps: ${first?.invariant ?? ''}`;
}
