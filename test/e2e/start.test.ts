// `npm start` as a person runs it.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { stateText } from '../../sandbox/data/kept-state';
import { createSandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { buildPages } from '../../sandbox/web/build-child';

const root = join(import.meta.dirname, '../..');

function start(...options: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...options], { cwd: root });
  let output = '';
  const told = new Promise<string>((resolve) => {
    function read(chunk: Buffer): void {
      output += chunk.toString();
      if (output.includes('Ctrl+C')) resolve(output);
    }
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => {
      resolve(output);
    });
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  return { child, told, ended };
}

test('it prints one address, opens there on stories, and ends on Ctrl+C', async () => {
  const { child, told, ended } = start('--port', '0');
  const addresses = (await told).match(/http:\/\/localhost:\d+/g) ?? [];
  expect(addresses).toHaveLength(1);
  const [address = ''] = addresses;
  expect((await fetch(address)).status).toBe(200);
  expect(await (await fetch(address)).text()).toContain('Forty people from an email');
  const story = { method: 'POST', body: JSON.stringify({ story: 'forty-people' }) };
  expect((await fetch(`${address}/_sandbox/story`, story)).status).toBe(204);
  expect(await (await fetch(address)).text()).toContain('list of 40 people');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('the large site starts within five seconds after its pages are built, and stays small', async () => {
  const before = performance.now();
  await buildPages();
  const built = performance.now();
  const { child, told, ended } = start('--port', '0', '--seed', 'large');
  const [address = ''] = (await told).match(/http:\/\/localhost:\d+/) ?? [];
  // It builds the pages too, while the site is made.
  expect(performance.now() - built).toBeLessThan(5000 + (built - before));
  const basic = `Basic ${btoa('site-admin@example.com:sandbox')}`;
  const path = '/wiki/rest/api/search/user?cql=type=user&limit=200';
  expect((await fetch(address + path, { headers: { authorization: basic } })).status).toBe(200);
  const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8');
  expect(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1])).toBeLessThan(700_000);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('what changes survives a restart if a folder keeps it, and a folder of another site is refused', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const headers = {
    authorization: `Basic ${btoa('site-admin@example.com:sandbox')}`,
    'content-type': 'application/json',
  };
  async function visit(path: string, init: RequestInit): Promise<Response> {
    const { child, told, ended } = start('--port', '0', '--data', data);
    const [address = ''] = (await told).match(/http:\/\/localhost:\d+/) ?? [];
    const response = await fetch(address + path, { ...init, headers });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    return response;
  }
  const made = await visit('/wiki/rest/api/group', { method: 'POST', body: JSON.stringify({ name: 'kept' }) });
  expect(made.status).toBe(201);
  expect((await readdir(data)).toSorted()).toEqual(['lock', 'state.json']);
  const found = await visit('/wiki/rest/api/group/picker?query=kept', {});
  expect(await found.json()).toMatchObject({ results: [{ name: 'kept' }] });
  const { told, ended } = start('--port', '0', '--seed', 'large', '--data', data);
  expect(await ended).toBe(1);
  expect(await told).toContain('It is of the seed demo, not large.');
});

test('a folder with rows of an older schema is refused by name, and --reset moves them aside', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const row = { value: { version: 1, value: {} }, createdAt: 0, updatedAt: 0 };
  const entities = { $map: [['setting', { $map: [['rules', row]] }]] };
  const kept = JSON.parse(stateText(await createSandbox({ seed: demoSeed, app: {} }), 'demo')) as { storage: object };
  const old = JSON.stringify({ ...kept, storage: { ...kept.storage, entities } });
  await writeFile(join(data, 'state.json'), old);
  const refused = start('--port', '0', '--data', data);
  expect(await refused.ended).toBe(1);
  expect(await refused.told).toMatch(/setting rules\. .*setting\.value[^]*--reset/);
  expect(await readFile(join(data, 'state.json'), 'utf8')).toBe(old);
  const again = start('--port', '0', '--data', data, '--reset');
  expect(await again.told).toContain('http://localhost:');
  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
  const [lock, aside = '', ...rest] = (await readdir(data)).toSorted();
  expect([lock, aside, rest]).toEqual(['lock', expect.stringMatching(/^state-.+\.json$/), ['state.json']]);
  expect(await readFile(join(data, aside), 'utf8')).toBe(old);
});

test('a folder is one sandbox’s at a time, until that one ends or is killed', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const first = start('--port', '0', '--data', data);
  expect(await first.told).toContain('http://localhost:');
  const second = start('--port', '0', '--data', data);
  expect(await second.ended).toBe(1);
  expect(await second.told).toBe(`Another sandbox keeps its state in ${data}. End that one, or name another folder.\n`);
  first.child.kill('SIGKILL');
  await first.ended;
  const third = start('--port', '0', '--data', data);
  expect(await third.told).toContain('http://localhost:');
  third.child.kill('SIGINT');
  expect(await third.ended).toBe(0);
});

test('a folder that can’t be made is told in a sentence', async () => {
  const data = join(import.meta.filename, 'data');
  const { told, ended } = start('--port', '0', '--data', data);
  expect(await ended).toBe(1);
  expect(await told).toMatch(/^\S+ can't be used as a folder for data: ENOTDIR: .*\n$/);
});

test.for(['--quota', '--burst'])('%s limits the app, and nobody else', async (limit) => {
  const { child, told, ended } = start('--port', '0', limit, '0');
  const [address = ''] = (await told).match(/http:\/\/localhost:\d+/) ?? [];
  const headers = {
    authorization: `Basic ${btoa('site-admin@example.com:sandbox')}`,
    'content-type': 'application/json',
  };
  const call = { moduleKey: 'global-settings', functionKey: 'openGlobalSettings', payload: {} };
  const answer = await fetch(`${address}/_sandbox/invoke`, { method: 'POST', headers, body: JSON.stringify(call) });
  expect(await answer.json()).toMatchObject({ result: { ok: false, error: { code: 'RATE_LIMITED' } } });
  expect((await fetch(`${address}/wiki/rest/api/user/current`, { headers })).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a taken port is told in a sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  const { port } = taken.address() as AddressInfo;
  const { told, ended } = start('--port', String(port));
  expect(await ended).toBe(1);
  expect(await told).toContain(`Port ${String(port)} is taken.`);
  taken.close();
});

test.for([
  [['--prot', '0'], "Unknown option '--prot'"],
  [['--port', 'eighty'], '"eighty" is no port'],
  [['--seed', 'huge'], '"huge" is no seed: give demo or large.'],
  [['--latency', 'slow'], '"slow" is no latency'],
  [['--quota', '1.5'], '"1.5" is no quota'],
  [['--burst', 'few'], '"few" is no burst limit'],
  [['--reset'], '--reset needs --data'],
] as const)('%s is refused with a sentence', async ([options, sentence]) => {
  const { told, ended } = start(...options);
  expect(await ended).toBe(1);
  expect(await told).toContain(sentence);
});
