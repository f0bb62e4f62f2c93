// The process of simulated worlds, one after the other. `deterministic/install.ts` was loaded before it. Prints each outcome as a line of JSON.
import { readFileSync, writeSync } from 'node:fs';

import { readManifest } from '../sandbox/forge/manifest';
import { installSeams } from '../sandbox/forge/seams';
import { loaderOf } from './app/load';
import { replayedChoices } from './choices';
import { nextTurn, realNow, reallyWait } from './deterministic/real';
import { readOptions } from './options';
import { outcomeOf } from './report/outcome';
import { shrinkWorld } from './shrink/shrink-world';
import { simulate } from './simulate';

const { seed: first, seeds, steps, seconds, aimless, app: file, ...how } = readOptions(process.argv.slice(2));
const { replay, shrink, slowly } = how;
const manifest = await readManifest(new URL('../manifest.yml', import.meta.url));
// `@forge/api` keeps the globals that it finds when it is loaded.
installSeams();
const load = loaderOf(file ?? '');
const beganAt = realNow();
for (let seed = first; seed < first + seeds && realNow() - beganAt < seconds * 1000; seed += 1) await world(seed);

async function world(seed: number): Promise<void> {
  const [at, spent] = [realNow(), process.cpuUsage()];
  const simulated = await simulate({
    seed,
    steps,
    load,
    manifest,
    aimless,
    ...(replay !== undefined && { choices: replayedChoices(JSON.parse(readFileSync(replay, 'utf8')) as number[]) }),
    ...(slowly && { turn: slowTurn }),
  });
  const { user, system } = process.cpuUsage(spent);
  const took = { seconds: (realNow() - at) / 1000, cpuSeconds: (user + system) / 1e6 };
  const shrunk = shrink ? await shrinkWorld(simulated, { load, manifest, aimless }) : undefined;
  print(`${JSON.stringify({ ...outcomeOf(simulated, took), ...(shrunk !== undefined && { shrunk }) })}\n`);
}

/** Prints everything, however full the pipe is. */
function print(text: string): void {
  for (let left = Buffer.from(text); left.length > 0;) left = left.subarray(writtenOf(left));
}

function writtenOf(bytes: Buffer): number {
  try {
    return writeSync(1, bytes);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
    throw thrown;
  }
}

/** Takes a turn that sometimes waits, and sometimes keeps the computer busy. */
async function slowTurn(): Promise<void> {
  const chance = Math.floor(realNow() * 1000) % 60;
  if (chance === 0) await reallyWait(realNow() % 5);
  for (const until = realNow() + (chance === 1 ? 2 : 0); realNow() < until;);
  await nextTurn();
}
