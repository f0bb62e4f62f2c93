// `npm run simulate`: worlds one after the other, each in a process of its own, so that nothing of one is left in the next.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { readOptions } from './options';
import type { Options } from './options';
import type { Outcome } from './report/outcome';
import { tellOutcome, tellSum } from './report/tell';

const options = readOptions(process.argv.slice(2));
const beganAt = performance.now();
const outcomes: Outcome[] = [];
for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1) {
  if (performance.now() - beganAt > options.seconds * 1000) break;
  const outcome = await simulateApart({ ...options, seed });
  outcomes.push(outcome);
  tellOutcome(outcome);
}
tellSum(outcomes);
process.exitCode = outcomes.some(({ found }) => found.length > 0) ? 1 : 0;

/** Simulates one world in a process in which time and chance were replaced before anything else loaded. */
async function simulateApart({ seed, steps, replay, slowly }: Options): Promise<Outcome> {
  const given = ['--seed', String(seed), '--steps', String(steps)];
  const more = [...(replay === undefined ? [] : ['--replay', replay]), ...(slowly ? ['--slowly'] : [])];
  const loaded = ['tsx', './deterministic/install.ts'].flatMap((name) => ['--import', addressOf(name)]);
  const args = [
    ...process.execArgv.filter(isProfiling),
    ...loaded,
    fileURLToPath(new URL('./child.ts', import.meta.url)),
  ];
  const child = spawn(process.execPath, [...args, ...given, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number | null>((resolve) => void child.on('close', resolve));
  if (code !== 0) throw new Error(`The world of seed ${seed} broke: exit ${String(code)}`);
  return JSON.parse(Buffer.concat(printed).toString('utf8')) as Outcome;
}

function addressOf(name: string): string {
  return name.startsWith('.') ? new URL(name, import.meta.url).href : import.meta.resolve(name);
}

/** Tells options of Node that the child is to have, too, such as `--cpu-prof`. */
function isProfiling(option: string): boolean {
  return /^--(cpu|heap)-prof/.test(option);
}
