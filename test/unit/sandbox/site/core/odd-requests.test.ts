// What a curious client sends that no friendly one would.
import { describe, expect, test } from 'vitest';

import { aWorld, inMode, ORIGIN, VIEWER_ROLE } from '../world';

const GROUPS = '/wiki/rest/api/group';

describe('numbers', () => {
  test('up to the largest 32-bit one are read, larger ones are refused', async () => {
    const { as, basic } = aWorld();
    const client = as(basic('member'));
    expect(await client.get(`${GROUPS}?limit=2147483647`)).toMatchObject({ status: 200, body: { size: 13 } });
    expect(await client.get(`${GROUPS}?start=2147483647`)).toMatchObject({ status: 200, body: { size: 0 } });
    expect(await client.get(`${GROUPS}?limit=2147483648`)).toMatchObject({ status: 400 });
    expect(await client.get(`${GROUPS}?limit=`)).toMatchObject({ status: 400 });
  });

  test('that no space can have are refused', async () => {
    const { as, basic } = aWorld();
    const client = as(basic('member'));
    for (const id of ['99999999999999999999', '-1', '1e3', '0x1']) {
      expect(await client.get(`/wiki/api/v2/spaces/${id}`)).toMatchObject({ status: 400 });
    }
  });
});

describe('cursors', () => {
  function cursor(content: unknown) {
    return encodeURIComponent(btoa(JSON.stringify(content)));
  }
  const list = '/wiki/api/v2/spaces';

  test.each([{ from: -2 }, { from: 1.5 }, { from: '1' }, { from: 1 }, {}, null])(
    'made up as %j are refused',
    async (content) => {
      const { as, basic } = aWorld();
      expect(await as(basic('member')).get(`${list}?cursor=${cursor(content)}`)).toMatchObject({ status: 400 });
    },
  );

  test('continue their own list only', async () => {
    const { as, basic, spaceId } = aWorld();
    const client = as(basic('space-admin'));
    const { body } = await client.get(`${list}?limit=1`);
    const next = new URL((body as { _links: { next: string } })._links.next, ORIGIN);
    expect(await client.get(`${next.pathname}${next.search}`)).toMatchObject({ status: 200 });
    const other = `${list}/${spaceId('DEMO')}/permissions${next.search}`;
    expect(await client.get(other)).toMatchObject({ status: 400 });
  });
});

describe('addresses', () => {
  test('with a broken escape are refused', async () => {
    const { as, basic } = aWorld();
    expect(await as(basic('member')).get(`${GROUPS}/%zz/membersByGroupId`)).toMatchObject({ status: 400 });
  });

  test.each([
    ['GET', `${GROUPS}/`],
    ['GET', `${GROUPS}/by%2Did`],
    ['HEAD', GROUPS],
    ['OPTIONS', GROUPS],
    ['DELETE', GROUPS],
  ])('that Atlassian may take, and the sandbox does not, are 501: %s %s', async (method, path) => {
    const { send, basic } = aWorld();
    const answer = await send(basic('site-admin'), new Request(`${ORIGIN}${path}`, { method }));
    expect(answer).toMatchObject({ status: 501, body: { message: `not modelled: ${method} ${path}` } });
  });

  test('name things by their own kind of id, in its own case', async () => {
    const { as, user, groupId, accountId } = aWorld();
    const admin = as(user('site-admin'));
    const ofGroup = groupId('demo-editors');
    expect(await admin.get(`${GROUPS}/by-id?id=${ofGroup.toUpperCase()}`)).toMatchObject({ status: 404 });
    expect(await admin.get(`${GROUPS}/by-id?id=demo-editors`)).toMatchObject({ status: 404 });
    expect(await admin.get(`/wiki/rest/api/user?accountId=${ofGroup}`)).toMatchObject({ status: 404 });
    expect(await admin.addMember(ofGroup, 'space-admin@example.com')).toMatchObject({ status: 404 });
    expect(await admin.addMember(ofGroup, `${accountId('person-30')} `)).toMatchObject({ status: 404 });
    expect(await admin.addMember(accountId('member'), accountId('person-30'))).toMatchObject({ status: 404 });
  });
});

describe('bodies', () => {
  async function post(contentType: string, body: string) {
    const { send, basic } = aWorld();
    const headers = { 'content-type': contentType };
    return send(basic('site-admin'), new Request(`${ORIGIN}${GROUPS}`, { method: 'POST', headers, body }));
  }

  test.each(['application/json; charset=utf-8', 'Application/JSON'])('may be %s', async (contentType) => {
    expect(await post(contentType, '{"name":"demo-readers"}')).toMatchObject({ status: 201 });
  });

  test.each(['application/json-patch+json', 'text/plain', 'application/x-www-form-urlencoded'])(
    'may not be %s',
    async (contentType) => {
      expect(await post(contentType, '{"name":"demo-readers"}')).toMatchObject({ status: 415 });
    },
  );

  test.each(['', 'null', '[]', '"demo"', '{}', '{"name":5}', '{"name":null}', '{"name":["demo"]}'])(
    'that hold no name are refused: %s',
    async (body) => {
      expect(await post('application/json', body)).toMatchObject({ status: 400 });
    },
  );

  test.each(['a\u0000b', 'a\nb', '\u00A0demo'])('whose name no one could read are refused: %j', async (name) => {
    expect(await post('application/json', JSON.stringify({ name }))).toMatchObject({ status: 400 });
  });

  test('ask for one account at least', async () => {
    const { as, user } = aWorld();
    async function lookup(accountIds: unknown) {
      return as(user('member')).post('/wiki/api/v2/users-bulk', { accountIds });
    }
    expect(await lookup([])).toMatchObject({ status: 400 });
    expect(await lookup([1])).toMatchObject({ status: 400 });
    expect(await lookup('nobody')).toMatchObject({ status: 400 });
    expect(await lookup(['nobody'])).toMatchObject({ status: 200, body: { results: [] } });
  });
});

describe('roles', () => {
  test('are assigned once per principal, and to people who can have any', async () => {
    const { assign, group, accountId, model } = inMode('ROLES');
    const before = [...model.space('DEMO').assignments];
    const twice = [
      { principal: group, roleId: '103' },
      { principal: group, roleId: VIEWER_ROLE },
    ];
    expect(await assign('space-admin', twice)).toMatchObject({ status: 400 });
    model.setStatus(accountId('person-50'), 'closed');
    for (const handle of ['customer', 'person-50']) {
      const principal = { principalType: 'USER', principalId: accountId(handle) };
      expect(await assign('space-admin', [{ principal, roleId: VIEWER_ROLE }])).toMatchObject({ status: 400 });
    }
    expect(model.space('DEMO').assignments).toEqual(before);
  });
});

test.each(['user = "a" OR user = "b"', 'user.userkey=1', 'type=user order by title', '(type=user)', 'not user=x'])(
  'CQL that Atlassian documents and the sandbox does not model is 501: %s',
  async (cql) => {
    const { as, basic } = aWorld();
    const answer = await as(basic('member')).get(`/wiki/rest/api/search/user?cql=${encodeURIComponent(cql)}`);
    expect(answer).toMatchObject({ status: 501, body: { message: `not modelled: the CQL ${cql}` } });
  },
);

test('the log of requests keeps the recent ones', async () => {
  const { site, as, basic } = aWorld();
  const client = as(basic('member'));
  for (let index = 0; index < 10_010; index += 1) await client.get(`/none/${index}`);
  expect(site.requests()).toHaveLength(10_000);
  expect(site.requests().at(-1)).toMatchObject({ path: '/none/10009' });
});
