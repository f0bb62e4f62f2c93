// Faults over real HTTP, as a third-party client meets them.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createSandbox } from '../../sandbox/sandbox';
import type { Sandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { serveSandbox } from '../../sandbox/web/server';
import { TEST_BUILD } from '../support/fixtures/build-paths';

let sandbox: Sandbox;
let site: Awaited<ReturnType<typeof serveSandbox>>;
beforeAll(async () => {
  sandbox = await createSandbox({ seed: demoSeed, app: {} });
  site = await serveSandbox({ sandbox, port: 0, paths: TEST_BUILD });
});
afterAll(async () => site.close());

const authorization = `Basic ${Buffer.from(`site-admin@example.com:${demoSeed.apiToken}`).toString('base64')}`;
async function createGroup(name: string) {
  return fetch(`${site.url}/wiki/rest/api/group`, {
    method: 'POST',
    body: JSON.stringify({ name }),
    headers: { authorization, 'content-type': 'application/json' },
  });
}
async function post(fault: object) {
  return fetch(`${site.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
}

test('a lost answer breaks the connection after the group was made', async () => {
  expect((await post({ on: 'rest', operationId: 'createGroup', identity: 'basic', drop: 'after' })).status).toBe(201);
  await expect(createGroup('demo-one')).rejects.toThrow('fetch failed');
  expect(sandbox.site.model.group('demo-one').name).toBe('demo-one');
  expect((await createGroup('demo-two')).status).toBe(201);
});

test('a status comes as it is given, until the faults are forgotten', async () => {
  await post({ on: 'rest', status: 503, headers: { 'retry-after': '7' }, times: 99 });
  const answer = await createGroup('demo-three');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7']);
  await fetch(`${site.url}/_sandbox/faults`, { method: 'DELETE' });
  expect((await createGroup('demo-three')).status).toBe(201);
});
