// The server without a browser: who is asked for what, and what it refuses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSandbox } from '../../sandbox/sandbox';
import type { Sandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { serveSandbox } from '../../sandbox/web/server';
import { TEST_BUILD } from '../support/fixtures/build-paths';

let sandbox: Sandbox;
let site: Awaited<ReturnType<typeof serveSandbox>>;
beforeAll(async () => {
  sandbox = await createSandbox({ seed: demoSeed, app: await import('../../src/index') });
  site = await serveSandbox({ sandbox, port: 0, paths: TEST_BUILD });
});
afterAll(async () => site.close());

function accountOf(handle: string): string {
  return sandbox.site.people().find((person) => person.handle === handle)?.accountId ?? '';
}
function cookieOf(handle: string) {
  return { cookie: `sandbox-person=${encodeURIComponent(accountOf(handle))}` };
}
async function get(path: string, headers: Record<string, string> = {}) {
  return fetch(site.url + path, { headers });
}

describe('pages', () => {
  test.for([
    '/',
    '/wiki/admin/apps/global-settings',
    '/wiki/spaces/DEMO/settings/apps/groups',
    '/wiki/spaces/DEMO/settings/apps/the-app/the-environment/groups',
  ])('%s answers a page that loads nothing from elsewhere', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test.for([
    '/wiki/spaces/NONE/settings/apps/groups',
    '/wiki/admin/apps/none',
    '/wiki/spaces/DEMO/overview',
    '/_app/none',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('a name in the seed cannot end the script element that carries it', async () => {
    const [person] = demoSeed.people;
    const seed = { ...demoSeed, people: [{ ...person, name: '</script><b>' }, ...demoSeed.people.slice(1)] };
    const named = await createSandbox({ seed: seed as typeof demoSeed, app: {} });
    const other = await serveSandbox({ sandbox: named, port: 0, paths: TEST_BUILD });
    expect(await (await fetch(other.url)).text()).not.toContain('</script><b>');
    await other.close();
  });

  test('scripts are sent compressed and may be kept', async () => {
    const [, script = ''] = /src="(\/assets\/chrome[^"]+)"/.exec(await (await get('/')).text()) ?? [];
    const { headers } = await get(script, { 'accept-encoding': 'gzip' });
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('cache-control')).toContain('immutable');
  });
});

describe('people', () => {
  async function find(query: string, handle: string) {
    return (await (await get(`/_bridge/people?${query}`, cookieOf(handle))).json()) as { name: string }[];
  }

  test('a user picker offers active people with access', async () => {
    expect(await find('q=priya', 'space-admin')).toEqual([expect.objectContaining({ name: 'Priya Raman' })]);
    expect(await find('q=dana', 'space-admin')).toEqual([]);
    expect(await find('q=noor', 'space-admin')).toEqual([]);
  });

  test('nobody signed in finds nobody', async () => {
    expect(await find('q=priya', 'none')).toEqual([]);
  });

  test('a deactivated person is named as such, a portal customer by name, an unknown one as a former user', async () => {
    expect(await find(`id=${sandbox.site.model.accountOf('customer').accountId}`, 'agent')).toMatchObject({
      name: 'Kim Portal',
    });
    expect(await find(`id=${accountOf('deactivated')}`, 'space-admin')).toMatchObject({
      name: 'Dana Whitfield (Deactivated)',
    });
    expect(await find('id=nobody', 'space-admin')).toMatchObject({ name: 'Former user' });
  });
});

describe('invoke', () => {
  async function invoke(handle: string, body: unknown) {
    return fetch(`${site.url}/_bridge/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...cookieOf(handle) },
      body: JSON.stringify(body),
    });
  }

  test('a module that the manifest lacks is an error that the page can show', async () => {
    const answer = await (await invoke('site-admin', { moduleKey: 'none', functionKey: 'load' })).json();
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('none') as string });
  });

  test('a person without access cannot call the app', async () => {
    const answer = await (await invoke('no-access', { moduleKey: 'global-settings', functionKey: 'load' })).json();
    expect(answer).toMatchObject({ ok: false });
  });

  test('a body of another shape is refused', async () => {
    expect((await invoke('site-admin', [])).status).toBe(400);
  });
});

test('the REST API answers on the same origin, to Basic credentials only', async () => {
  const authorization = `Basic ${btoa(`space-admin@example.com:${demoSeed.apiToken}`)}`;
  const response = await get('/wiki/rest/api/user/current', { authorization });
  expect(await response.json()).toMatchObject({ displayName: 'Priya Raman' });
  expect((await get('/wiki/rest/api/user/current', cookieOf('space-admin'))).status).toBe(401);
});

test('a taken port is an error of its own', async () => {
  const port = Number(new URL(site.url).port);
  await expect(serveSandbox({ sandbox, port, paths: TEST_BUILD })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
