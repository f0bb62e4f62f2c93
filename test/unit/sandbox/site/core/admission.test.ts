import { describe, expect, test } from 'vitest';

import { ALL_SCOPES, aWorld, ORIGIN } from '../world';

const SCOPE_MISMATCH = { code: 401, message: 'Unauthorized; scope does not match' };

describe('who is let in', () => {
  test('nobody who is not signed in', async () => {
    const { as } = aWorld();
    const nobody = as({ kind: 'anonymous' });
    expect(await nobody.get('/wiki/rest/api/group')).toMatchObject({
      status: 401,
      body: { statusCode: 401, data: { authorized: false, valid: false, successful: false } },
    });
    expect(await nobody.get('/wiki/api/v2/spaces')).toMatchObject({ status: 401, body: { errors: [{ status: 401 }] } });
  });

  test.each(['deactivated', 'no-access', 'customer'])('not %s: 403 from v1, 404 from v2', async (handle) => {
    const { as, user, basic } = aWorld();
    for (const identity of [user(handle), basic(handle)]) {
      expect(await as(identity).get('/wiki/rest/api/user/current')).toMatchObject({ status: 403 });
      expect(await as(identity).get('/wiki/api/v2/spaces')).toMatchObject({ status: 404 });
      expect(await as(identity).get('/wiki/api/v2/spaces/98306/operations')).toMatchObject({ status: 404 });
    }
  });

  test('someone deactivated in between is out at once', async () => {
    const { as, user, model, accountId } = aWorld();
    expect(await as(user('site-admin')).createGroup('demo-one')).toMatchObject({ status: 201 });
    model.setStatus(accountId('site-admin'), 'inactive');
    expect(await as(user('site-admin')).createGroup('demo-two')).toMatchObject({ status: 403 });
  });

  test('a group that stops giving Confluence locks its members out', async () => {
    const { as, user, model, groupId } = aWorld();
    model.revokeAccess(groupId('confluence-users'), 'user');
    expect(await as(user('member')).get('/wiki/rest/api/user/current')).toMatchObject({ status: 403 });
  });
});

describe('scopes', () => {
  async function createGroup(scopes: readonly string[]) {
    const { as, user } = aWorld();
    return as(user('site-admin', scopes)).createGroup('demo-readers');
  }

  test('the classic scope or the granular set is enough', async () => {
    expect(await createGroup(['write:confluence-groups'])).toMatchObject({ status: 201 });
    expect(await createGroup(['read:group:confluence', 'write:group:confluence'])).toMatchObject({ status: 201 });
  });

  test('half of the granular set is not', async () => {
    expect(await createGroup(['write:group:confluence'])).toMatchObject({ status: 401, body: SCOPE_MISMATCH });
  });

  test('the app in its own name needs them too, a person’s own client does not', async () => {
    const { as, app, basic } = aWorld();
    expect(await as(app([])).get('/wiki/rest/api/group')).toMatchObject({ status: 401, body: SCOPE_MISMATCH });
    expect(await as(app(['read:confluence-groups'])).get('/wiki/rest/api/group')).toMatchObject({ status: 200 });
    expect(await as(basic('member')).get('/wiki/rest/api/group')).toMatchObject({ status: 200 });
  });

  test('no scope opens v1 permission writes to an app, not even for a space admin', async () => {
    const { as, user, app, accountId } = aWorld();
    const body = {
      subject: { type: 'user', identifier: accountId('person-30') },
      operation: { key: 'read', target: 'space' },
    };
    for (const identity of [user('space-admin', ALL_SCOPES), app()]) {
      const answer = await as(identity).post('/wiki/rest/api/space/DEMO/permission', body);
      expect(answer).toMatchObject({ status: 401, body: SCOPE_MISMATCH });
      expect(await as(identity).remove('/wiki/rest/api/space/DEMO/permission/1')).toMatchObject({ status: 401 });
    }
  });
});

describe('a write that a browser was made to send', () => {
  async function write(headers: Record<string, string>, kind: 'basic' | 'user' = 'basic') {
    const { send, [kind]: identity } = aWorld();
    const body = JSON.stringify({ name: 'demo-readers' });
    const all = { 'content-type': 'application/json', ...headers };
    const request = new Request(`${ORIGIN}/wiki/rest/api/group`, { method: 'POST', headers: all, body });
    return send(identity('site-admin'), request);
  }

  test.each([
    ['an origin', { origin: 'https://elsewhere.example' }],
    ['a browser’s user agent', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' }],
  ])('with %s is refused without the header', async (_, headers: Record<string, string>) => {
    expect(await write(headers)).toMatchObject({ status: 403, body: 'XSRF check failed' });
    expect(await write({ ...headers, 'x-atlassian-token': 'no-check' })).toMatchObject({ status: 201 });
  });

  test('is a write: reading is free', async () => {
    const { send, basic } = aWorld();
    const request = new Request(`${ORIGIN}/wiki/rest/api/group`, { headers: { 'user-agent': 'Mozilla/5.0' } });
    expect(await send(basic('member'), request)).toMatchObject({ status: 200 });
  });

  test('is nothing that a server’s client or the app can be mistaken for', async () => {
    expect(await write({ 'user-agent': 'curl/8' })).toMatchObject({ status: 201 });
    expect(await write({ 'x-atlassian-token': 'no-check' })).toMatchObject({ status: 201 });
    expect(await write({ origin: ORIGIN }, 'user')).toMatchObject({ status: 201 });
  });
});

describe('HTTP Basic', () => {
  test('takes a person’s email address and API token', () => {
    const { site, accountId } = aWorld();
    expect(site.authenticate('Member@example.com', 'sandbox')).toBe(accountId('member'));
    expect(site.authenticate('member@example.com', 'wrong')).toBeUndefined();
    expect(site.authenticate('nobody@example.com', 'sandbox')).toBeUndefined();
  });

  test('has no tokens for apps, customers and deactivated people', () => {
    const { site } = aWorld();
    expect(site.authenticate('', 'sandbox')).toBeUndefined();
    expect(site.authenticate('customer@example.com', 'sandbox')).toBeUndefined();
    expect(site.authenticate('deactivated@example.com', 'sandbox')).toBeUndefined();
  });
});

describe('what is not modelled', () => {
  test.each([
    ['GET', '/wiki/rest/api/space/DEMO'],
    ['GET', '/wiki/rest/api/group/by-name'],
    ['PUT', '/wiki/rest/api/group'],
    ['GET', '/rest/api/3/serverInfo'],
  ])('answers 501 and names itself: %s %s', async (method, path) => {
    const { send, basic } = aWorld();
    const answer = await send(basic('site-admin'), new Request(`${ORIGIN}${path}`, { method }));
    expect(answer).toMatchObject({ status: 501, body: { message: `not modelled: ${method} ${path}` } });
  });

  test('names a parameter that it would have to ignore', async () => {
    const { as, basic } = aWorld();
    const answer = await as(basic('member')).get('/wiki/api/v2/spaces?labels=hr');
    expect(answer).toMatchObject({ status: 501, body: { message: 'not modelled: GET /wiki/api/v2/spaces?labels=' } });
  });
});

describe('the request log', () => {
  test('has each call with its identity, operation, status and points', async () => {
    const { site, as, user, basic, groupId, accountId } = aWorld();
    await as(user('member')).get(`/wiki/rest/api/group/${groupId('demo-editors')}/membersByGroupId?limit=3`);
    await as(user('member')).get('/wiki/api/v2/spaces');
    await as(user('site-admin')).createGroup('demo-readers');
    await as(user('member')).createGroup('demo-writers');
    await as(user('member')).get('/wiki/api/v2/spaces/98306/operations');
    await as(user('member')).get('/wiki/api/v2/pages');
    await as(basic('member')).get('/wiki/rest/api/group');
    await as(user('member')).post('/wiki/api/v2/users-bulk', { accountIds: [accountId('member'), 'nobody'] });
    expect(site.requests().map(({ operationId, status, points }) => [operationId, status, points])).toEqual([
      ['getGroupMembersByGroupId', 200, 7],
      ['getSpaces', 200, 6],
      ['createGroup', 201, 1],
      ['createGroup', 403, 1],
      ['getSpaceOperations', 200, 3],
      [undefined, 501, 0],
      ['getGroups', 200, 0],
      ['createBulkUserLookup', 200, 3],
    ]);
    expect(site.requests()[0]).toMatchObject({ method: 'GET', identity: { kind: 'user' }, startedAt: 1795255200000 });
    site.clearRequests();
    expect(site.requests()).toEqual([]);
  });
});
