// Simulated worlds: one seed goes the same way in any process, however slow that is.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { FAULTS } from '../../simulation/planted/faults';
import { planting } from '../../simulation/planted/plant';
import { foundIn } from '../../simulation/shrink/replay';

const MAIN = fileURLToPath(new URL('../../simulation/main.ts', import.meta.url));

/** Simulates seeds in one process; gives what it says of each world. */
async function worldsOf(...given: readonly string[]): Promise<string[]> {
  const args = ['--import', 'tsx', MAIN, '--workers', '1', '--steps', '400', ...given];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return [...stdout.matchAll(/: (\d+ steps).* (trace \w+), \d+ found/g)].map((line) => line.slice(1, 3).join(', '));
}

/** Processes begin slowly on a busy computer. */
const SLOWLY = { timeout: 120_000 };

test(
  'a seed goes the same way in two processes: after another one, and where everything takes its time; another seed goes another',
  SLOWLY,
  async () => {
    const [[other, one], [slow]] = await Promise.all([
      worldsOf('--seed', '6', '--seeds', '2'),
      worldsOf('--seed', '7', '--slowly'),
    ]);
    expect(one).toMatch(/^\d+ steps, trace \w{16}$/);
    expect(slow).toBe(one);
    expect(other).not.toBe(one);
  },
);

test(
  'nothing in a world is real: time and chance are of the seed, and whatever leaves the process throws',
  SLOWLY,
  async () => {
    const tried = `
    import crypto, { randomUUID } from 'node:crypto';
    import net from 'node:net';
    import { setTimeout as after } from 'node:timers/promises';
    const said = [() => net.connect(80), () => fetch('https://a.example'), () => crypto.subtle.digest, () => globalThis.crypto.subtle.sign];
    const thrown = said.map((go) => { try { return String(go()); } catch (it) { return it.message; } });
    void after(1).then(() => { throw new Error('A timer ran'); });
    console.log(JSON.stringify([randomUUID(), Math.random(), Date.now(), performance.now(), thrown]));
  `;
    const install = new URL('../../simulation/deterministic/install.ts', import.meta.url).href;
    const args = ['--import', 'tsx', '--import', install, '--input-type=module', '--eval', tried];
    const runs = await Promise.all([1, 2].map(() => promisify(execFile)(process.execPath, args)));
    const [first, second] = runs.map(({ stdout }) => JSON.parse(stdout) as unknown[]);
    expect(first).toEqual(second);
    expect(first?.slice(2)).toEqual([
      Date.parse('2026-11-21T10:00:00.000Z'),
      0,
      ['net.connect', 'globalThis.fetch', 'crypto.subtle.digest', 'crypto.subtle.sign'].map(
        (name) => `Not in a simulation: ${name}`,
      ),
    ]);
  },
);

test(
  'a world is made again from its choices: a fault of the app is found in it, and nothing without',
  SLOWLY,
  async () => {
    const world = { seed: 1, steps: 100, choices: [] };
    const faults = FAULTS.filter(({ name }) => name === 'no record');
    const [faulty, sound] = await Promise.all([foundIn(world, faults.map(planting)), foundIn(world)]);
    expect(faulty[0]).toMatch(/: every privileged call is recorded before it is sent: /);
    expect(sound).toEqual([]);
  },
);
