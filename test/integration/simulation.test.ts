// Simulated worlds: one seed goes the same way in any process, however slow that is.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../../simulation/main.ts', import.meta.url));

/** Simulates a seed in a process of its own; gives what it says of the world. */
async function worldOf(seed: number, ...more: readonly string[]): Promise<string> {
  const args = ['--import', 'tsx', MAIN, '--seed', String(seed), '--steps', '400', ...more];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return /: (\d+ steps).* (trace \w+), \d+ found/.exec(stdout)?.slice(1, 3).join(', ') ?? stdout;
}

test('a seed goes the same way in two processes, of which one takes its time; another seed goes another', async () => {
  const [one, slow, other] = await Promise.all([worldOf(7), worldOf(7, '--slowly'), worldOf(8)]);
  expect(one).toMatch(/^\d+ steps, trace \w{16}$/);
  expect(slow).toBe(one);
  expect(other).not.toBe(one);
});
