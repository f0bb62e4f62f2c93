import { afterAll, beforeAll, describe, it } from 'vitest';

import { addressOf } from '../../../../sandbox/web/address';
import { serveFixture } from './served';

async function echo(payload: unknown, { principal }: { principal: object }) {
  return { payload, principal };
}
async function route(request: { path: string }, { principal }: { principal: { accountId: string } }) {
  return {
    statusCode: 201,
    body: JSON.stringify([request.path, principal.accountId]),
  };
}

let connected: Awaited<ReturnType<typeof serveFixture>>;
let absent: Awaited<ReturnType<typeof serveFixture>>;
beforeAll(async () => {
  const app = { queuePage: echo, jiraPage: echo, route };
  [connected, absent] = await Promise.all([serveFixture({ app }), serveFixture({ app, jira: 'absent' })]);
});
afterAll(async () => Promise.all([connected.close(), absent.close()]));

const QUEUE = '/jira/servicedesk/projects/HELP/apps/desk';
const APP = '0b7f5f3e-6f1a-4a43-9d0c-3f6f0b6f8a11/sandbox';
const ADMIN = `/jira/settings/apps/${APP}`;
const CONFIG = `/jira/settings/apps/configure/${APP}`;
const MANAGE_APPS = '/jira/settings/apps';

describe('the pages in Jira', () => {
  it('tell the app which project they are shown in, and where', async ({ expect }) => {
    const { openPage } = await connected.bootOf(QUEUE);
    expect(openPage).toMatchObject({
      kind: 'app',
      page: { moduleKey: 'desk', title: 'Fixture desk' },
      project: { id: '10001', key: 'HELP', name: 'Help desk' },
      context: { moduleKey: 'desk', accountId: connected.accountOf('space-admin') },
    });
    expect(openPage.kind === 'app' && openPage.context['extension']).toEqual({
      type: 'jiraServiceManagement:queuePage',
      project: { id: '10001', key: 'HELP' },
      location: connected.url + QUEUE,
    });
  });

  it('in its settings have a type and a place', async ({ expect }) => {
    const { openPage } = await connected.bootOf(ADMIN);
    const extension = { type: 'jira:adminPage', location: connected.url + ADMIN };
    expect(openPage.kind === 'app' && openPage.context['extension']).toEqual(extension);
  });

  it('that configure the app are at an address of their own, and Manage apps leads there', async ({ expect }) => {
    const { openPage } = await connected.bootOf(CONFIG);
    expect(openPage).toMatchObject({ kind: 'app', page: { moduleKey: 'jira-config', button: 'Configure' } });
    const manageApps = await connected.bootOf(MANAGE_APPS);
    expect(manageApps.openPage).toEqual({ kind: 'manageApps' });
    expect(manageApps.pages.map((page) => addressOf(page))).toContain(CONFIG);
  });

  it('come with the service projects, and with who may open what', async ({ expect }) => {
    const { projects, pages, signedIn } = await connected.bootOf('/', 'agent');
    expect(projects).toEqual([{ id: '10001', key: 'HELP', name: 'Help desk' }]);
    expect(pages.map(({ moduleKey }) => moduleKey)).toEqual(['settings', 'jira-settings', 'jira-config', 'desk']);
    expect(signedIn).toMatchObject({ canUseConfluence: false, canUseJira: true });
  });

  it.for([
    '/jira/servicedesk/projects/TEAM/apps/desk',
    '/jira/servicedesk/projects/NONE/apps/desk',
    '/jira/servicedesk/projects/HELP/apps/jira-settings',
    '/jira/settings/apps/desk',
    '/jira/settings/apps/jira-settings',
    `/jira/settings/apps/get-started/${APP}`,
    '/jira/settings/apps/configure/another-app/sandbox',
    '/wiki/admin/apps/desk',
  ])('%s is not there', async (path, { expect }) => {
    expect((await connected.get(path)).status).toBe(404);
  });

  it('are not there without a connection to Jira', async ({ expect }) => {
    for (const path of [QUEUE, ADMIN, CONFIG, MANAGE_APPS]) expect((await absent.get(path)).status).toBe(404);
    const { projects, pages } = await absent.bootOf('/');
    expect([projects, pages.map(({ moduleKey }) => moduleKey)]).toEqual([[], ['settings']]);
  });
});

describe('a call of a resolver in Jira', () => {
  function call(moduleKey: string, context: object = {}) {
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ moduleKey, functionKey: 'any', payload: 1, context }),
    };
  }

  it.for(['/_bridge/invoke', '/_sandbox/invoke'])('reaches it through %s', async (path, { expect }) => {
    const context = { extension: { project: { id: '1', key: 'FORGED' } } };
    const text = await (await connected.get(path, 'agent', call('desk', context))).text();
    expect(text).toContain('"type":"jiraServiceManagement:queuePage","project":{"id":"1","key":"FORGED"}');
    expect(text).toContain(`"principal":{"accountId":"${connected.accountOf('agent')}"}`);
  });

  it('is refused where the module is not there', async ({ expect }) => {
    expect((await absent.get('/_sandbox/invoke', 'agent', call('desk'))).status).toBe(502);
    expect(await (await absent.get('/_bridge/invoke', 'agent', call('desk'))).json()).toMatchObject({ ok: false });
  });
});

describe('the app REST API', () => {
  async function connect({ get }: typeof connected) {
    const authorization = `Basic ${btoa('agent@example.com:sandbox')}`;
    const asJson = { 'content-type': 'application/json' };
    const { basePath, scopes } = (await (await get('/_sandbox/app-rest-apis')).json()) as {
      basePath: string;
      scopes: string[];
    };
    const body = JSON.stringify({ scopes });
    const answer = await get('/_sandbox/oauth/token', 'agent', { method: 'POST', headers: { authorization }, body });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const headers = { ...asJson, authorization: `Bearer ${token}` };
    return async (path: string) => get(basePath + path, 'site-admin', { method: 'POST', headers, body: '{}' });
  }

  it('is open over HTTP to whoever consented, whatever the cookie says', async ({ expect }) => {
    const send = await connect(connected);
    const answer = await send('/guests?a=1');
    expect([answer.status, await answer.json()]).toEqual([201, ['/guests', connected.accountOf('agent')]]);
    expect((await send('/none')).status).toBe(404);
  });

  it('is gone without a connection to Jira', async ({ expect }) => {
    expect((await (await connect(absent))('/guests')).status).toBe(404);
  });
});
