import { asApp, asUser, NeedsAuthenticationError, ProxyRequestError, requestConfluence, route } from '@forge/api';
import { describe, it } from 'vitest';

import { ALL_SCOPES, IMPERSONATION_SCOPES } from './app-manifest';
import { createLab, failureOf } from './lab';
import { CALLER, LENDER } from './stub-site';

const currentUser = route`/wiki/rest/api/user/current`;

describe('a product call', () => {
  it('as the user acts for the person present, with every approved scope', async ({ expect }) => {
    const { run, calls } = createLab();
    await run(() => asUser().requestConfluence(currentUser));
    expect(calls[0]?.identity).toEqual({ kind: 'user', accountId: CALLER, scopes: ALL_SCOPES, impersonated: false });
  });

  it('as another account carries only the scopes that allow impersonation', async ({ expect }) => {
    const { run, calls } = createLab();
    await run(() => asUser(LENDER).requestConfluence(currentUser));
    expect(calls[0]?.identity).toEqual({
      kind: 'user',
      accountId: LENDER,
      scopes: IMPERSONATION_SCOPES,
      impersonated: true,
    });
  });

  it('that names the caller is an impersonation too', async ({ expect }) => {
    const { run, calls } = createLab();
    await run(() => asUser(CALLER).requestConfluence(currentUser));
    expect(calls[0]?.identity).toMatchObject({ impersonated: true, scopes: IMPERSONATION_SCOPES });
  });

  it('as the app, and as nobody', async ({ expect }) => {
    const { run, calls } = createLab();
    await run(() => asApp().requestConfluence(currentUser));
    await run(() => requestConfluence(currentUser));
    expect(calls.map(({ identity }) => identity)).toEqual([{ kind: 'app', scopes: ALL_SCOPES }, { kind: 'anonymous' }]);
  });

  it('does not carry scopes that an admin has not approved', async ({ expect }) => {
    const { run, calls, forge } = createLab();
    forge.setUnapproved(['write:group:confluence', 'read:space:confluence']);
    await run(() => asUser().requestConfluence(currentUser));
    await run(() => asUser(LENDER).requestConfluence(currentUser));
    expect(calls.map(({ identity }) => 'scopes' in identity && identity.scopes)).toEqual([
      ['storage:app', 'read:group:confluence'],
      ['read:group:confluence'],
    ]);
  });

  it('as the user fails where there is none', async ({ expect }) => {
    const { run, calls } = createLab();
    const failure = await failureOf(run(() => asUser().requestConfluence(currentUser), null));
    expect(failure).toBeInstanceOf(ProxyRequestError);
    expect(failure).not.toBeInstanceOf(NeedsAuthenticationError);
    expect(failure).toMatchObject({ status: 401, errorCode: 'AUTH_TYPE_UNAVAILABLE' });
    expect(calls).toEqual([]);
  });
});

describe('impersonation is refused', () => {
  const cases: [string, string][] = [
    ['an empty id, which is never the caller', ''],
    ['an unknown account', 'acc-nobody-knows'],
    ['a deactivated account', 'acc-deactivated'],
    ['an account without access to the app', 'acc-outside'],
    ['the account of an app', 'acc-app'],
    ['a customer', 'qm:customer'],
  ];
  for (const [what, accountId] of cases) {
    it(`for ${what}`, async ({ expect }) => {
      const { run, calls } = createLab();
      const failure = await failureOf(run(() => asUser(accountId).requestConfluence(currentUser)));
      expect(failure).toMatchObject({ name: 'PROXY_ERR', status: 401 });
      expect(calls).toEqual([]);
    });
  }

  it('while the app is not shared, but not for its contributors', async ({ expect }) => {
    const { run, forge, calls } = createLab({}, { contributors: ['acc-second'] });
    forge.setShared(false);
    await expect(run(() => asUser(LENDER).requestConfluence(currentUser))).rejects.toMatchObject({ status: 401 });
    await run(() => asUser('acc-second').requestConfluence(currentUser));
    forge.setShared(true);
    await run(() => asUser(LENDER).requestConfluence(currentUser));
    expect(calls.map(({ identity }) => 'accountId' in identity && identity.accountId)).toEqual(['acc-second', LENDER]);
  });
});

describe('the proxy', () => {
  it('adds /wiki where the app leaves it out', async ({ expect }) => {
    const { run, calls } = createLab();
    await run(() => asUser().requestConfluence(route`/rest/api/group?limit=${5}`));
    expect(calls[0]?.request.url).toMatch(/\/wiki\/rest\/api\/group\?limit=5$/);
  });

  it('hands on method, headers and body, but no credentials of the app', async ({ expect }) => {
    const { run, calls } = createLab();
    await run(() =>
      asUser().requestConfluence(currentUser, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: 'Basic abc' },
        body: '{"a":1}',
      }),
    );
    const request = calls[0]?.request;
    expect([request?.method, request?.headers.get('content-type'), request?.headers.get('authorization')]).toEqual([
      'POST',
      'application/json',
      null,
    ]);
    expect(await request?.json()).toEqual({ a: 1 });
  });

  it('says so when something is not modelled', async ({ expect }) => {
    const { run } = createLab();
    const notModelled = { status: 501, errorCode: 'NOT_MODELLED' };
    await expect(run(() => asApp().requestGraph('{ me }'))).rejects.toMatchObject(notModelled);
    await expect(run(() => asUser().withContext('ari:x').requestConfluence(currentUser))).rejects.toMatchObject(
      notModelled,
    );
  });
});
