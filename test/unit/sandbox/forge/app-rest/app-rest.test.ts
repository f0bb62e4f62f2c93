import { asUser, getAppContext, route } from '@forge/api';
import { describe, it } from 'vitest';

import type { AppModule } from '../../../../../sandbox/contract/forge';
import type { ForgeParts } from '../../../../../sandbox/forge/forge';
import { createJiraLab } from '../jira-lab';
import { CALLER } from '../stub-site';

const ALL = ['read:forge-app:jira', 'read:guest:custom', 'write:guest:custom'];
const JSON_TYPE = { 'content-type': 'application/json' };
async function echo(request: unknown, context: object) {
  return {
    statusCode: 200,
    headers: { 'Content-Type': ['application/json'], 'x-app': ['one'] },
    body: JSON.stringify({ request, context }),
  };
}

/** An app whose routes do this, and a client with a token for these scopes. */
function open(handler: unknown = echo, scopes = ALL, parts: Partial<ForgeParts> = {}) {
  const app: AppModule = { route: handler };
  const lab = createJiraLab(app, parts);
  const { appRest } = lab.forge;
  function client(accountId = CALLER, token = appRest.issueToken(accountId, scopes)) {
    return async (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
      appRest.answer(
        new Request(`http://127.0.0.1${path.startsWith('/gateway') ? '' : appRest.basePath}${path}`, {
          ...init,
          headers: { authorization: `Bearer ${token}`, ...init.headers },
        }),
      );
  }
  return { ...lab, appRest, client, send: client() };
}

const create = { method: 'POST', headers: JSON_TYPE, body: '{"name":"Kim"}' };

describe('a route of the app', () => {
  it('gets method, path, headers, query and body, but not the token', async ({ expect }) => {
    const { send } = open();
    const headers = { ...JSON_TYPE, 'X-Own': 'mine', cookie: 'a=b' };
    const answer = await send('/guests?a=1&a=2&b=', { ...create, headers });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-app')]).toEqual([
      200,
      'application/json',
      'one',
    ]);
    expect(await answer.json()).toEqual({
      request: {
        method: 'POST',
        path: '/guests',
        headers: { 'content-type': ['application/json'], 'x-own': ['mine'] },
        queryParameters: { a: ['1', '2'], b: [''] },
        body: '{"name":"Kim"}',
      },
      context: expect.objectContaining({
        installContext: 'ari:cloud:jira::site/cloud-1',
        principal: { accountId: CALLER },
      }) as object,
    });
  });

  it('has no body if none was sent', async ({ expect }) => {
    const answer = (await (await open().send('/guests/7')).json()) as { request: object };
    expect(answer.request).toEqual({ method: 'GET', path: '/guests/7', headers: {}, queryParameters: {} });
  });

  it('acts as whoever consented, within 25 seconds', async ({ expect }) => {
    const { send, calls } = open(async () => {
      await asUser().requestJira(route`/rest/api/3/myself`);
      const context = getAppContext();
      const body = JSON.stringify([context.moduleKey, context.invocationRemainingTimeInMillis()]);
      return { statusCode: 200, body };
    });
    expect(await (await send('/guests/7')).json()).toEqual(['read-guest', 25_000]);
    expect(calls[0]?.identity).toMatchObject({ kind: 'user', accountId: CALLER, impersonated: false });
  });

  it.for([
    ['GET', '/guests/7', 200],
    ['GET', '/guests/7/8', 404],
    ['GET', '/guests/', 404],
    ['GET', '/guests', 404],
    ['DELETE', '/guests/7', 404],
    ['GET', '/files/a', 200],
    ['GET', '/files/a/b/c', 200],
    ['GET', '/files', 404],
    ['GET', '/Files/a', 404],
    ['GET', '/files/../guests/7', 200],
  ] as const)('%s %s: %i', async ([method, path, status], { expect }) => {
    expect((await open().send(path, { method })).status).toBe(status);
  });

  it('is not there under another app, another environment, or without Jira', async ({ expect }) => {
    const { send, appRest } = open();
    expect((await send(`${appRest.basePath}x/guests/7`)).status).toBe(404);
    expect((await open(echo, ALL, { jira: 'absent' }).send('/guests/7')).status).toBe(404);
  });

  it('is modelled at the address of Jira only', async ({ expect }) => {
    const { send, appRest } = open();
    const elsewhere = appRest.basePath.replace('/svc/jira/', '/svc/confluence/');
    expect((await send(`${elsewhere}/guests/7`)).status).toBe(501);
    expect((await send('/gateway/api/graphql')).status).toBe(501);
  });
});

describe('the gateway', () => {
  it.for([
    ['no credentials', ''],
    ['an API token', `Basic ${btoa('member@example.com:sandbox')}`],
    ['a made-up token', 'Bearer sandbox-id-0'],
  ] as const)('refuses %s', async ([, authorization], { expect }) => {
    const answer = await open().send('/guests/7', { headers: { authorization } });
    expect([answer.status, await answer.json()]).toEqual([401, { code: 401, message: 'Unauthorized' }]);
  });

  it('knows a token for an hour', async ({ expect }) => {
    const { send, advance } = open();
    advance(3599);
    expect((await send('/guests/7')).status).toBe(200);
    advance(1);
    expect((await send('/guests/7')).status).toBe(401);
  });

  it.for([
    ['the scope for apps in Jira', ['read:guest:custom', 'write:guest:custom']],
    ['one of two scopes', ['read:forge-app:jira', 'write:guest:custom']],
    ['any of its own scopes', ['read:forge-app:jira']],
  ] as const)('refuses a token without %s', async ([, scopes], { expect }) => {
    const { send } = open(echo, [...scopes]);
    const answer = await send('/guests', create);
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { message: 'Unauthorized; scope does not match' },
    ]);
  });

  it('refuses all while the site has app REST APIs switched off', async ({ expect }) => {
    const { send, appRest } = open(echo, ALL, { appRestApis: false });
    expect((await send('/guests/7')).status).toBe(403);
    appRest.setEnabled(true);
    expect((await send('/guests/7')).status).toBe(200);
    appRest.setEnabled(false);
    expect((await send('/guests/7')).status).toBe(403);
  });

  it.for(['acc-deactivated', 'acc-confluence-only', 'acc-app', 'qm:customer', 'acc-nobody-knows'])(
    'refuses %s, who consented once',
    async (accountId, { expect }) => {
      const answer = await open().client(accountId)('/guests/7');
      expect(answer.status).toBe(403);
    },
  );

  it('takes JSON of at most 5 MB', async ({ expect }) => {
    const { send } = open();
    expect((await send('/guests', { ...create, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await send('/guests', { ...create, body: 'x'.repeat(5 * 1024 * 1024 + 1) })).status).toBe(413);
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await send('/guests', { ...create, headers, body: 'no json' })).status).toBe(200);
  });
});

describe('what the app answers', () => {
  it.for([
    ['an empty answer', { statusCode: 204, body: 'x' }, 204, ''],
    ['a status and nothing else', { statusCode: 201 }, 201, ''],
    ['a property that nobody knows', { statusCode: 200, body: 'ok', customHeader: 'done' }, 200, 'ok'],
    ['a refusal of its own', { statusCode: 403, headers: { a: ['b'] }, body: 'no' }, 403, 'no'],
  ] as const)('may be %s', async ([, returned, status, body], { expect }) => {
    const answer = await open(async () => returned).send('/guests/7');
    expect([answer.status, await answer.text()]).toEqual([status, body]);
  });

  it.for([
    ['nothing', undefined],
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
    ['no status', { body: 'ok' }],
    ['a status as text', { statusCode: '200' }],
    ['a status that there is not', { statusCode: 99 }],
    ['a header that is none', { statusCode: 200, headers: { 'not a name': ['x'] } }],
    ['a header that is no list', { statusCode: 200, headers: { 'Content-Type': 'text/plain' } }],
    ['a header that would begin another', { statusCode: 200, headers: { a: ['b\r\nc: d'] } }],
    ['too much', { statusCode: 200, body: 'x'.repeat(5 * 1024 * 1024 + 1) }],
  ] as const)('may not be %s', async ([, returned], { expect }) => {
    const { send, forge } = open(async () => returned);
    const answer = await send('/guests/7');
    expect([answer.status, await answer.json()]).toMatchObject([500, { message: 'Invocation failed' }]);
    expect(forge.logs().at(-1)).toContain('read-guest');
  });

  it('is hidden if it is a throw or comes too late', async ({ expect }) => {
    const broken = open(async () => {
      throw new Error('secret');
    });
    const answer = await broken.send('/guests/7');
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('secret')]);
    const late = open(async () => {
      late.advance(26);
      return { statusCode: 200 };
    });
    expect((await late.send('/guests/7')).status).toBe(500);
  });

  it('sets no cookies', async ({ expect }) => {
    const { send } = open(async () => ({ statusCode: 200, headers: { 'Set-Cookie': ['sandbox-person=other'] } }));
    expect((await send('/guests/7')).headers.get('set-cookie')).toBeNull();
  });
});
