// `npm run simulate`: worlds in processes in which time and chance were replaced before anything else loaded. The app's modules are each world's own.
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildApp } from './app/build';
import { coveragePage } from './coverage/page';
import { addedUp } from './coverage/tally';
import { readOptions } from './options';
import { simulateApart } from './pool';
import type { Outcome } from './report/outcome';
import { tellOutcome, tellShrunk, tellSum, tellWrong } from './report/tell';

const options = readOptions(process.argv.slice(2));
const app = join(mkdtempSync(join(tmpdir(), 'simulate-')), 'app.cjs');
await buildApp(app);
const outcomes: Outcome[] = [];
if (options.json !== undefined) writeFileSync(options.json, '');
await simulateApart({ ...options, app }, (outcome) => {
  outcomes.push(outcome);
  tellOutcome(outcome);
  if (options.json !== undefined) appendFileSync(options.json, `${JSON.stringify(outcome)}\n`);
});
tellSum(outcomes);
tellShrunk(outcomes, options.write);
if (options.coverage !== undefined) {
  const steps = outcomes.reduce((sum, one) => sum + one.steps, 0);
  const counts = addedUp(outcomes.map(({ tally }) => tally.cells));
  writeFileSync(options.coverage, coveragePage(counts, { worlds: outcomes.length, steps }));
}
process.exitCode = tellWrong(outcomes) ? 1 : 0;
