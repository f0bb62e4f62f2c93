import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openDataFolder } from '../../../../sandbox/data/folder';
import { restoreState } from '../../../../sandbox/data/kept-state';
import { createSandbox } from '../../../../sandbox/sandbox';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';

const root = join(import.meta.dirname, '../../../..');

/** Adds a group, saves, and says its number; again and again. */
function program(folder: string): string {
  return `
  import { openDataFolder } from './sandbox/data/folder.ts';
  import { keepIn } from './sandbox/data/keep.ts';
  import { createSandbox } from './sandbox/sandbox.ts';
  import { demoSeed } from './sandbox/site/seeds/demo.ts';
  const folder = await openDataFolder(${JSON.stringify(folder)});
  const sandbox = await createSandbox({ seed: demoSeed, app: {} });
  const { save } = keepIn({ folder, sandbox, seed: 'demo', tell: console.error });
  for (let number = 1; ; number += 1) {
    sandbox.site.model.addGroup('group-' + number);
    if (await save()) console.log(number);
  }`;
}

test('a sandbox that is killed after ten acknowledged saves holds the last one', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sandbox-killed-'));
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', program(data)];
  const child = spawn(process.execPath, flags, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (/^10$/m.test(told)) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [unknown, string];
  expect(signal).toBe('SIGKILL');
  const acknowledged = told.trim().split('\n').map(Number);
  expect(acknowledged.length).toBeGreaterThanOrEqual(10);
  const { text = '', close } = await openDataFolder(data);
  const sandbox = await createSandbox({ seed: demoSeed, app: {} });
  restoreState(sandbox, 'demo', text);
  expect(sandbox.site.model.group(`group-${String(acknowledged.at(-1))}`).members.size).toBe(0);
  close();
  await rm(data, { recursive: true });
});
