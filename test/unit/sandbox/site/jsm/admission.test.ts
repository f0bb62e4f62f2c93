import { describe, expect, test } from 'vitest';

import { rows } from '../../../../../sandbox/site/products';
import { aWorld, OPT_IN, ORIGIN } from '../world';

const ROOT = '/rest/servicedeskapi';
const jsm = rows.filter(({ path }) => path.startsWith(ROOT));
const closed = jsm.filter(({ operationId }) => operationId !== 'getInfo');

function filled(path: string): string {
  return path.replace(/\{\w+\}/g, '1');
}

describe('without an agent licence', () => {
  test.each(closed)('$method $path is refused without a word', async ({ method, path }) => {
    const { send, basic, user, app } = aWorld();
    function request() {
      return new Request(`${ORIGIN}${filled(path)}`, { method, headers: OPT_IN });
    }
    for (const identity of [basic('developer'), basic('member'), user('acme-customer'), app()]) {
      expect(await send(identity, request())).toMatchObject({ status: 403, body: '' });
    }
  });

  test('one may ask what runs there', async () => {
    const { as, basic, user } = aWorld();
    expect(await as(basic('member')).get(`${ROOT}/info`)).toMatchObject({ status: 200 });
    expect(await as(user('acme-customer', [])).get(`${ROOT}/info`)).toMatchObject({ status: 200 });
  });

  test('a Jira administrator is refused like all others', async () => {
    const { as, basic, model, groupId, accountId } = aWorld();
    model.removeMember(groupId('jira-servicemanagement-users'), accountId('jira-admin'));
    const body = { email: 'noah@acme.example', displayName: 'Noah Berg' };
    expect(await as(basic('jira-admin')).post(`${ROOT}/customer`, body)).toMatchObject({ status: 403, body: '' });
  });
});

describe('experimental operations', () => {
  const experimental = jsm.filter((row) => row.experimental);

  test('are the two that the document marks', () => {
    expect(experimental.map(({ operationId }) => operationId)).toEqual(['getCustomers', 'removeCustomers']);
  });

  test.each(experimental)('$operationId answers 412 without the opt-in', async ({ method, path }) => {
    const { send, basic } = aWorld();
    for (const headers of [{}, { 'x-experimentalapi': 'true' }]) {
      const answer = await send(basic('site-admin'), new Request(`${ORIGIN}${filled(path)}`, { method, headers }));
      expect(answer).toMatchObject({ status: 412, body: { errorMessage: expect.any(String) } });
    }
  });
});

test('the app needs the scope, and nobody is anonymous', async () => {
  const { as, user } = aWorld();
  const path = `${ROOT}/organization/1`;
  expect(await as(user('agent', ['read:jira-work'])).get(path)).toMatchObject({
    status: 401,
    body: { message: 'Unauthorized; scope does not match' },
  });
  const granular = ['read:organization:jira-service-management'];
  expect(await as(user('agent', granular)).get(path)).toMatchObject({ status: 200 });
  expect(await as({ kind: 'anonymous' }).get(path)).toMatchObject({
    status: 401,
    body: { errorMessage: expect.any(String) },
  });
});

test('a write by a browser needs the header that no form can send', async () => {
  const { send, basic } = aWorld();
  function write(headers: Record<string, string>) {
    return new Request(`${ORIGIN}${ROOT}/organization`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0', ...headers },
      body: JSON.stringify({ name: 'Initech' }),
    });
  }
  expect(await send(basic('agent'), write({}))).toMatchObject({ status: 403, body: 'XSRF check failed' });
  expect(await send(basic('agent'), write({ 'x-atlassian-token': 'no-check' }))).toMatchObject({ status: 201 });
});

test('a fault strikes them like any other operation', async () => {
  const { site, as, basic } = aWorld();
  site.faults.add({ on: 'rest', operationId: 'createOrganization', status: 503, times: 1 });
  const client = as(basic('agent'));
  expect(await client.post(`${ROOT}/organization`, { name: 'Initech' })).toMatchObject({ status: 503 });
  expect(await client.post(`${ROOT}/organization`, { name: 'Initech' })).toMatchObject({ status: 201 });
});
