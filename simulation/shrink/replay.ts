// A world made again from its choices, in a process of its own: for tests that hold what was once found.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildApp } from '../app/build';
import { readOptions } from '../options';
import { simulateApart } from '../pool';
import type { Shrunk } from './shrink-world';

/** Packs the app as it is, simulates the world, and returns a line for each thing found in it. */
export async function foundIn(
  { seed, steps, choices }: Pick<Shrunk, 'seed' | 'steps' | 'choices'>,
  plugins: Parameters<typeof buildApp>[1] = [],
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  const [app, replay] = [join(folder, 'app.cjs'), join(folder, 'choices.json')];
  writeFileSync(replay, JSON.stringify(choices));
  await buildApp(app, plugins);
  const lines: string[] = [];
  await simulateApart({ ...readOptions([]), seed, steps, app, replay }, ({ found }) => {
    lines.push(...found.map(({ invariant, step, what }) => `step ${String(step)}: ${invariant}: ${what}`));
  });
  return lines;
}
