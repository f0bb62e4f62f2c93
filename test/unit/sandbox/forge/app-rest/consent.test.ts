// OAuth as a script uses it: through the sandbox's front door, with the credentials of seeded people.
import { describe, it } from 'vitest';

import { manifestOf } from '../../../../../sandbox/forge/manifest';
import { createSandbox } from '../../../../../sandbox/sandbox';
import type { SandboxParts } from '../../../../../sandbox/sandbox';
import { demoSeed } from '../../../../../sandbox/site/seeds/demo';
import { JIRA_MANIFEST } from '../jira-lab';

const ORIGIN = 'http://127.0.0.1';
function basic(handle: string, token = demoSeed.apiToken) {
  return `Basic ${btoa(`${handle}@example.com:${token}`)}`;
}
const SCOPES = ['read:forge-app:jira', 'read:guest:custom'];

async function open(parts: Partial<SandboxParts> = {}) {
  async function route(_request: unknown, { principal }: { principal: object }) {
    return {
      statusCode: 200,
      body: JSON.stringify(principal),
    };
  }
  const manifest = manifestOf(JIRA_MANIFEST);
  const sandbox = await createSandbox({ seed: demoSeed, app: { route }, manifest, ...parts });
  async function ask(body: unknown, authorization = basic('agent')) {
    return sandbox.fetch(
      new Request(`${ORIGIN}/_sandbox/oauth/token`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify(body),
      }),
    );
  }
  async function get(path: string, authorization = '') {
    return sandbox.fetch(new Request(`${ORIGIN}${path}`, { headers: { authorization } }));
  }
  return { sandbox, ask, get };
}

describe('/_sandbox/oauth/token', () => {
  it("gives a person's token, which opens a route and nothing else", async ({ expect }) => {
    const { sandbox, ask, get } = await open();
    const answer = await ask({ scopes: SCOPES });
    const { access_token: token, ...rest } = (await answer.json()) as { access_token: string };
    expect([answer.status, rest]).toEqual([200, { token_type: 'Bearer', expires_in: 3600, scope: SCOPES.join(' ') }]);
    const address = `${sandbox.forge.appRest.basePath}/guests/7`;
    const { accountId } = sandbox.site.model.accountOf('agent');
    expect(await (await get(address, `Bearer ${token}`)).json()).toEqual({ accountId });
    expect((await get(address, basic('agent'))).status).toBe(401);
    expect((await get('/wiki/rest/api/user/current', `Bearer ${token}`)).status).toBe(401);
  });

  it.for([
    ['of nobody', basic('nobody')],
    ['with a wrong token', basic('agent', 'wrong')],
    ['of a deactivated person', basic('deactivated')],
    ['without credentials', ''],
  ] as const)('refuses a consent %s', async ([, authorization], { expect }) => {
    expect((await (await open()).ask({ scopes: SCOPES }, authorization)).status).toBe(401);
  });

  it.for([
    ['without scopes', { scopes: [] }],
    ["to a scope that is not the app's", { scopes: ['write:jira-work'] }],
    ['of another form', ['read:forge-app:jira']],
  ] as const)('refuses a consent %s', async ([, body], { expect }) => {
    expect((await (await open()).ask(body)).status).toBe(400);
  });
});

describe('/_sandbox/app-rest-apis', () => {
  it('tells where the routes begin, which scopes there are, and whether the site lets them be called', async ({
    expect,
  }) => {
    const { sandbox, get } = await open({ appRestApis: false });
    const { appId } = manifestOf(JIRA_MANIFEST);
    const told = (await (await get('/_sandbox/app-rest-apis')).json()) as object;
    expect(told).toEqual({
      enabled: false,
      basePath: expect.stringMatching(new RegExp(`^/gateway/api/svc/jira/apps/${appId}_[-0-9a-f]+$`)) as string,
      scopes: [...SCOPES, 'write:guest:custom'],
    });
    sandbox.forge.appRest.setEnabled(true);
    expect(await (await get('/_sandbox/app-rest-apis')).json()).toMatchObject({ enabled: true });
  });
});

describe('the sandbox', () => {
  it('is connected to Jira unless it is told otherwise, or the manifest is for Confluence alone', async ({
    expect,
  }) => {
    expect((await open()).sandbox.jira).toBe('connected');
    expect((await open({ jira: 'absent' })).sandbox.jira).toBe('absent');
    const { compatibility: _none, ...app } = JIRA_MANIFEST.app as { compatibility: object };
    expect((await open({ manifest: manifestOf({ ...JIRA_MANIFEST, app }) })).sandbox.jira).toBe('absent');
  });
});
