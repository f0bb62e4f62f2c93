// The packed app with mutants in it, simulated for a while.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildApp } from '../../simulation/app/build';
import { readOptions } from '../../simulation/options';
import { simulateApart } from '../../simulation/pool';
import type { Outcome } from '../../simulation/report/outcome';
import type { Mutant } from '../generate/mutant';
import { otherwise } from './otherwise';

const SECONDS = 20;

/** A world that takes so long came to no end. */
const SILENCE_MS = 90_000;

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
let packed = 0;

/** Simulates worlds with mutants in the app, and tells what breaks in one that is sound without them. Undefined: nothing does. */
export async function simulateWith(mutants: readonly Mutant[]): Promise<string | undefined> {
  const app = await pack(mutants);
  const until = performance.now() + SECONDS * 1000;
  for (let seed = 1; performance.now() < until;) {
    const found = await firstFound(app, seed, Math.ceil((until - performance.now()) / 1000));
    if (found === undefined || typeof found === 'string') return found;
    const [first] = found.found;
    if (!(await breaksAnyway(found.seed))) return `seed ${String(found.seed)}: ${first?.invariant ?? ''}`;
    seed = found.seed + 1;
  }
  return undefined;
}

async function pack(mutants: readonly Mutant[]): Promise<string> {
  packed += 1;
  const app = join(folder, `${String(packed)}.cjs`);
  await buildApp(app, [otherwise(() => mutants)]);
  return app;
}

/** Simulates worlds until something is found in one. A text: they broke themselves, or came to no end. */
async function firstFound(app: string, seed: number, seconds: number): Promise<Outcome | string | undefined> {
  const stop = new AbortController();
  let found: Outcome | undefined;
  const silence = setTimeout(() => stop.abort(), seconds * 1000 + SILENCE_MS);
  try {
    const options = { ...readOptions([]), seed, seeds: 1_000_000, seconds, workers: 1, app };
    await simulateApart(
      options,
      (outcome) => {
        if (outcome.found.length === 0) return;
        found ??= outcome;
        stop.abort();
      },
      stop.signal,
    );
    return found;
  } catch (thrown) {
    if (found !== undefined) return found;
    return stop.signal.aborted ? 'a world came to no end' : `a world broke: ${String(thrown)}`;
  } finally {
    clearTimeout(silence);
  }
}

const sound = new Map<number, boolean>();
let soundApp: Promise<string> | undefined;

/** Tells whether something is found in a world without any mutant, too. */
async function breaksAnyway(seed: number): Promise<boolean> {
  const known = sound.get(seed);
  if (known !== undefined) return known;
  soundApp ??= pack([]);
  let breaks = false;
  await simulateApart({ ...readOptions([]), seed, workers: 1, app: await soundApp }, ({ found }) => {
    breaks ||= found.length > 0;
  });
  sound.set(seed, breaks);
  return breaks;
}
