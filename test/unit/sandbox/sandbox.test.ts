import { asUser, route } from '@forge/api';
import { makeResolver } from '@forge/resolver';
import { describe, it } from 'vitest';

import { manifestOf } from '../../../sandbox/forge/manifest';
import { createSandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { MANIFEST } from './forge/app-manifest';

const ORIGIN = 'http://127.0.0.1';

const app = {
  page: makeResolver({
    whoAmI: async () => {
      const response = await asUser().requestConfluence(route`/wiki/rest/api/group`);
      return { status: response.status };
    },
    echo: async ({ payload, context }: { payload: unknown; context: object }) => ({ payload, context }),
  }),
  nightly: async () => 'done',
};

async function makeSandbox() {
  const appStorage = { plain: { old: 'mail@example.com' }, secret: { oldToken: 'hidden' } };
  const sandbox = await createSandbox({ seed: { ...demoSeed, appStorage }, app, manifest: manifestOf(MANIFEST) });
  const person = sandbox.site.model.accountOf('space-admin');
  function basic(token: string) {
    return `Basic ${Buffer.from(`${person.email}:${token}`).toString('base64')}`;
  }
  return { sandbox, person, authorization: basic(demoSeed.apiToken), wrong: basic('wrong') };
}

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('the sandbox over HTTP', () => {
  it('serves the REST API to people with an API token, and to nobody else', async ({ expect }) => {
    const { sandbox, person, authorization, wrong } = await makeSandbox();
    function ask(headers: Record<string, string>) {
      return sandbox.fetch(new Request(`${ORIGIN}/wiki/rest/api/group`, { headers }));
    }
    expect((await ask({ authorization })).status).toBe(200);
    expect((await ask({ authorization: wrong })).status).toBe(401);
    expect((await ask({ cookie: `sandbox-person=${person.accountId}` })).status).toBe(401);
    expect(sandbox.requests()).toMatchObject([
      { identity: { kind: 'basic', accountId: person.accountId }, status: 200, points: 0 },
      { identity: { kind: 'anonymous' }, status: 401 },
      { identity: { kind: 'anonymous' }, status: 401 },
    ]);
  });

  it('lists its people and the calls it got', async ({ expect }) => {
    const { sandbox, person, authorization } = await makeSandbox();
    const people = await sandbox.fetch(new Request(`${ORIGIN}/_sandbox/people`));
    expect(await people.json()).toEqual(sandbox.site.people());
    await sandbox.fetch(new Request(`${ORIGIN}/wiki/rest/api/group`, { headers: { authorization } }));
    const requests = await sandbox.fetch(new Request(`${ORIGIN}/_sandbox/requests`));
    expect(await requests.json()).toEqual([
      {
        identity: { kind: 'basic', accountId: person.accountId },
        method: 'GET',
        path: '/wiki/rest/api/group',
        operationId: 'getGroups',
        status: 200,
        points: 0,
        startedAt: expect.any(Number) as number,
        endedAt: expect.any(Number) as number,
      },
    ]);
    expect((await sandbox.fetch(new Request(`${ORIGIN}/_sandbox/nothing`))).status).toBe(404);
  });

  it('forgets the calls it got', async ({ expect }) => {
    const { sandbox, authorization } = await makeSandbox();
    await sandbox.fetch(new Request(`${ORIGIN}/wiki/rest/api/group`, { headers: { authorization } }));
    const answer = await sandbox.fetch(new Request(`${ORIGIN}/_sandbox/requests`, { method: 'DELETE' }));
    expect(answer.status).toBe(204);
    expect(sandbox.requests()).toEqual([]);
  });

  it('lets anybody call a resolver, as whom the cookie or the credentials name', async ({ expect }) => {
    const { sandbox, person, authorization, wrong } = await makeSandbox();
    const call = { moduleKey: 'page', functionKey: 'echo', payload: { a: 1 }, context: { accountId: 'acc-forged' } };
    async function invoke(headers: Record<string, string>) {
      return sandbox.fetch(post('/_sandbox/invoke', call, headers));
    }
    const result = { payload: { a: 1 }, context: { accountId: person.accountId } };
    expect(await (await invoke({ authorization })).json()).toMatchObject({ result });
    expect(await (await invoke({ cookie: `a=b; sandbox-person=${person.accountId}` })).json()).toMatchObject({
      result,
    });
    const anonymous = (await (await invoke({})).json()) as { result: { context: object } };
    expect(anonymous.result.context).not.toHaveProperty('accountId');
    expect((await invoke({ authorization: wrong, cookie: `sandbox-person=${person.accountId}` })).status).toBe(401);
  });

  it('answers failures of the app as data', async ({ expect }) => {
    const { sandbox } = await makeSandbox();
    const missing = await sandbox.fetch(post('/_sandbox/invoke', { moduleKey: 'page', functionKey: 'none' }));
    expect([missing.status, await missing.json()]).toMatchObject([502, { error: { errorType: 'FUNCTION_ERROR' } }]);
    const malformed = await sandbox.fetch(post('/_sandbox/invoke', { moduleKey: 'page' }));
    expect([malformed.status, await malformed.json()]).toMatchObject([400, { error: { code: 'INVALID_REQUEST' } }]);
    const scheduled = await sandbox.fetch(post('/_sandbox/scheduled', { moduleKey: 'nightly' }));
    expect(await scheduled.json()).toEqual({ result: 'done' });
  });
});

describe('the sandbox in process', () => {
  it('puts the app on the site, as the caller', async ({ expect }) => {
    const { sandbox, person } = await makeSandbox();
    await sandbox.invoke({ moduleKey: 'page', functionKey: 'whoAmI', accountId: person.accountId });
    expect(sandbox.requests()).toMatchObject([
      { identity: { kind: 'user', accountId: person.accountId, impersonated: false } },
    ]);
  });

  it('starts with the storage of the seed, and snapshots are detached', async ({ expect }) => {
    const { sandbox, person } = await makeSandbox();
    const before = sandbox.snapshot();
    expect(before.storage).toMatchObject({ plain: { old: 'mail@example.com' }, secret: { oldToken: 'hidden' } });
    sandbox.site.model.setStatus(person.accountId, 'inactive');
    sandbox.forge.kvs.set('old', 'changed');
    expect(sandbox.snapshot()).not.toEqual(before);
    expect(before.storage.plain).toEqual({ old: 'mail@example.com' });
  });

  it('uses the manifest of the project unless told otherwise', async ({ expect }) => {
    const { forge } = await createSandbox({ seed: demoSeed, app: { globalSettings: async () => 'here' } });
    const accountId = demoSeed.people[0]?.accountId ?? '';
    expect(await forge.invoke({ moduleKey: 'global-settings', functionKey: 'any', accountId })).toBe('here');
  });
});
