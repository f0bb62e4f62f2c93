// `npm run durability`: repeatedly kills a sandbox that keeps its state, and reports the age of the oldest write that each kill lost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { lastNumber } from './numbered';

const KILLS = 100;
/** Age of a write after which it must be saved. */
const LIMIT_MS = 1500;
/** Lifetime of each sandbox after its first write. */
const LIFE_MS = { least: 300, most: 2700 };

const writer = join(import.meta.dirname, 'writer.ts');

const data = await mkdtemp(join(tmpdir(), 'durability-'));
const kills = await killAgainAndAgain();
await rm(data, { recursive: true });

const ages = kills.map(({ lostMs }) => lostMs);
const oldest = Math.max(...ages);
const mean = Math.round(ages.reduce((sum, age) => sum + age, 0) / ages.length);
const writes = kills.reduce((sum, { answered }) => sum + answered, 0);
console.log(`${String(KILLS)} kills under ${String(writes)} writes; state.json was whole each time.`);
console.log(`The oldest write that was lost: ${String(oldest)} ms before the kill; on average ${String(mean)} ms.`);
process.exitCode = oldest > LIMIT_MS ? 1 : 0;

async function killAgainAndAgain(): Promise<{ answered: number; lostMs: number }[]> {
  const done = [];
  while (done.length < KILLS) done.push(await killOnce());
  return done;
}

/** Starts a sandbox and kills it. Each starts with the folder of the previous one, so the lock must be free and the file whole. */
async function killOnce(): Promise<{ answered: number; lostMs: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const answeredAt = new Map<number, number>();
  const lines = createInterface({ input: child.stdout });
  const read = (async () => {
    for await (const line of lines) {
      const [number = NaN, at = NaN] = line.split(' ').map(Number);
      answeredAt.set(number, at);
    }
  })();
  await Promise.race([once(lines, 'line'), ended]);
  await wait(LIFE_MS.least + Math.random() * (LIFE_MS.most - LIFE_MS.least));
  const killedAt = Date.now();
  if (!child.kill('SIGKILL')) throw new Error('The sandbox ended by itself');
  await Promise.all([ended, read]);
  const kept = await lastKept();
  const lost = [...answeredAt].filter(([number]) => number > kept).map(([, at]) => at);
  return { answered: answeredAt.size, lostMs: lost.length === 0 ? 0 : killedAt - Math.min(...lost) };
}

async function lastKept(): Promise<number> {
  const text = await readFile(join(data, 'state.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  JSON.parse(text);
  return lastNumber(text);
}
