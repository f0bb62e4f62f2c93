// `npm run simulate:planted`: plants one fault after the other, and simulates until what is expected to find it does, or 100,000 steps have passed. The sound
// app must find nothing in the same world. Takes names of faults; all of them unless given. `--shrink` also looks for the fewest choices that find each.
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
import { seenBy, tableOf, wasMissed, type Told } from './told';

const MOST_STEPS = 100_000;

/** Worlds between two looks whether one has found the fault. */
const WORLDS_AT_ONCE = 6;

const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { shrink: { type: 'boolean', default: false } },
});
const faults = FAULTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const sound = join(folder, 'sound.cjs');
await buildApp(sound);
const told: Told[] = [];
for (const fault of faults) {
  told.push(await simulateWith(fault));
  console.log(tableOf(told.slice(-1)).at(-1));
}
console.log(['', ...tableOf(told)].join('\n'));
process.exitCode = faults.length === 0 || told.some(wasMissed) ? 1 : 0;

/** Simulates worlds with a fault until one has found it as expected. */
async function simulateWith(fault: Fault): Promise<Told> {
  const app = join(folder, `${fault.name.replaceAll(' ', '-')}.cjs`);
  await buildApp(app, [planting(fault)]);
  const beganAt = performance.now();
  let steps = 0;
  for (let seed = 1; steps < MOST_STEPS; seed += WORLDS_AT_ONCE) {
    const outcomes = (await worldsOf(app, { seed, seeds: WORLDS_AT_ONCE })).toSorted((a, b) => a.seed - b.seed);
    for (const outcome of outcomes) {
      const seen = seenBy(fault.expects, outcome);
      if (seen !== undefined) {
        if (values.shrink) tellShrunk(await worldsOf(app, { seed: outcome.seed, shrink: true }), undefined);
        const [without] = await worldsOf(sound, { seed: outcome.seed });
        const seconds = (performance.now() - beganAt) / 1000;
        return { fault, seconds, steps: steps + seen.step, seed: outcome.seed, seen, inSound: without?.found ?? [] };
      }
      steps += outcome.steps;
    }
  }
  return { fault, seconds: (performance.now() - beganAt) / 1000, steps };
}

async function worldsOf(app: string, given: { seed: number; seeds?: number; shrink?: boolean }): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await simulateApart({ ...readOptions([]), aimless: true, ...given, app }, (outcome) => void outcomes.push(outcome));
  return outcomes;
}
