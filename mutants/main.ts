// `npm run mutants`: writes places of src otherwise, one at a time, and tells which of these faults no test finds, and no simulation.
import { writeFileSync } from 'node:fs';

import { coveringIn } from './coverage/covering';
import { passedLines } from './coverage/lines';
import { chosenOf } from './generate/choose';
import type { Mutant } from './generate/mutant';
import { allMutants, isReadable, sourceFiles, sourceOf } from './generate/source';
import { judge, type Court } from './judge';
import { EXPLANATIONS } from './known';
import { readOptions } from './options';
import { lineOf, tableOf, type Verdict } from './report';
import { simulateWith } from './running/simulation';
import { createWorker, type Worker } from './running/worker';

process.once('SIGINT', () => process.exit(130));
const options = readOptions(process.argv.slice(2));
const all = allMutants();
const mutants = chosen();
const left = [...mutants];
const verdicts: Verdict[] = [];
const passed = await passedLines();
console.log(`${String(mutants.length)} of ${String(all.length)} mutants; ${secondsIn()} s to see what tests cover`);
const covering = coveringIn(new Map(sourceFiles().map((file) => [file, sourceOf(file)])), passed);
await Promise.all(Array.from({ length: options.workers }, work));
console.log(tableOf(verdicts));
console.log(`${secondsIn()} s`);
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(verdicts, undefined, 2));
process.exit(verdicts.some(({ fate }) => fate === 'alive') ? 1 : 0);

async function work(): Promise<void> {
  const worker = createWorker();
  for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
    const verdict = await judge(mutant, court(worker));
    verdicts.push(verdict);
    console.log(`${String(verdicts.length)}/${String(mutants.length)} ${lineOf(verdict)}`);
  }
  worker.close();
}

function court(worker: Worker): Court {
  return { all, explanations: EXPLANATIONS, covering, worker, ...(!options.testsOnly && { simulate: simulateWith }) };
}

function chosen(): Mutant[] {
  const { only, seed, count } = options;
  const some =
    only.length > 0
      ? all.filter(({ id, file }) => only.includes(id) || only.includes(file))
      : chosenOf(all, seed, count);
  const unreadable = some.filter((mutant) => !isReadable(mutant));
  if (some.length === 0 || unreadable.length > 0) {
    console.error(some.length === 0 ? 'No such mutant' : `Can't be read: ${unreadable.map(({ id }) => id).join(', ')}`);
    process.exit(1);
  }
  return some;
}

function secondsIn(): string {
  return (performance.now() / 1000).toFixed(0);
}
