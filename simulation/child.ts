// The process of one simulated world. `deterministic/install.ts` was loaded before it. Prints its outcome as JSON.
import { readFileSync, writeSync } from 'node:fs';

import type { AppModule } from '../sandbox/contract/forge';
import { readManifest } from '../sandbox/forge/manifest';
import { installSeams } from '../sandbox/forge/seams';
import { replayedChoices } from './choices';
import { nextTurn, realNow, reallyWait } from './deterministic/real';
import { readOptions } from './options';
import { outcomeOf } from './report/outcome';
import { simulate } from './simulate';

const { seed, steps, replay, slowly } = readOptions(process.argv.slice(2));
const manifest = await readManifest(new URL('../manifest.yml', import.meta.url));
// `@forge/api` keeps the globals that it finds when it is loaded.
installSeams();
const app: AppModule = await import('../src/index');
const beganAt = realNow();
const simulated = await simulate({
  seed,
  steps,
  app,
  manifest,
  ...(replay !== undefined && { choices: replayedChoices(JSON.parse(readFileSync(replay, 'utf8')) as number[]) }),
  ...(slowly && { turn: slowTurn }),
});
writeSync(1, JSON.stringify(outcomeOf(simulated, realNow() - beganAt)));

/** Takes a turn that sometimes waits, and sometimes keeps the computer busy. */
async function slowTurn(): Promise<void> {
  const chance = Math.floor(realNow() * 1000) % 60;
  if (chance === 0) await reallyWait(realNow() % 5);
  for (const until = realNow() + (chance === 1 ? 2 : 0); realNow() < until;);
  await nextTurn();
}
