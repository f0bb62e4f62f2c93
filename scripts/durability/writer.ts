// A sandbox that keeps its state in a folder, under steady writes: creates one group after the other until it is killed. Prints each
// number with the time of the creation's answer.
import { setTimeout as wait } from 'node:timers/promises';

import { openDataFolder } from '../../sandbox/data/folder';
import { keepIn } from '../../sandbox/data/keep';
import { createSandbox } from '../../sandbox/sandbox';
import type { Sandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { lastNumber, nameOf } from './numbered';

const BETWEEN_MS = 10;

await write(process.argv[2] ?? '');

async function write(data: string): Promise<void> {
  const folder = await openDataFolder(data);
  const sandbox = await createSandbox({ seed: demoSeed, app: {} });
  keepIn({ folder, sandbox, seed: 'demo', tell: (sentence) => console.error(sentence) });
  for (let number = lastNumber(folder.text ?? '') + 1; ; number += 1) {
    const { status } = await createGroup(sandbox, nameOf(number));
    if (status !== 201) throw new Error(`Group ${String(number)} was answered ${String(status)}`);
    console.log(`${String(number)} ${String(Date.now())}`);
    await wait(BETWEEN_MS);
  }
}

async function createGroup(sandbox: Sandbox, name: string): Promise<Response> {
  const authorization = `Basic ${btoa('site-admin@example.com:sandbox')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const body = JSON.stringify({ name });
  return sandbox.fetch(new Request('http://localhost/wiki/rest/api/group', { method: 'POST', headers, body }));
}
