// The script of an integration account that is an agent and nothing more, as reported:
// https://community.atlassian.com/forums/Jira-questions/JSM-Cloud-REST-API-Regression-in-customer-creation-endpoint/qaq-p/3237647
import { expect, test } from 'vitest';

import type { Identity } from '../../../../../sandbox/contract/identity';
import { aWorld, ORIGIN } from '../world';

function scriptOf(email: string) {
  const { site, ...world } = aWorld();
  const accountId = site.authenticate(email, 'sandbox') ?? '';
  const identity: Identity = { kind: 'basic', accountId };
  async function ask(method: string, path: string, body?: unknown) {
    const headers = {
      'user-agent': 'curl/8.5.0',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await site.fetch(new Request(`${ORIGIN}${path}`, { method, headers, body: text }), identity);
    return { status: response.status, text: await response.text() };
  }
  return { ...world, site, ask };
}

test('an agent finds nobody, may not create the customer, and may add one who is there to an organization', async () => {
  const { ask, accountId, model } = scriptOf('agent@example.com');
  const search = '/rest/api/3/user/search?query=noah%40acme.example';
  expect(await ask('GET', search)).toEqual({ status: 200, text: '[]' });

  const noah = { email: 'noah@acme.example', displayName: 'Noah Berg' };
  expect(await ask('POST', '/rest/servicedeskapi/customer', noah)).toEqual({
    status: 403,
    text: '{"errorMessage":"Unauthorized to perform the requested action, JIRA Administrators global permission is required."}',
  });
  expect(await ask('GET', search)).toEqual({ status: 200, text: '[]' });

  const lone = { accountIds: [accountId('lone-customer')] };
  expect(await ask('POST', '/rest/servicedeskapi/organization/1/user', lone)).toEqual({ status: 204, text: '' });
  expect(model.organization('Acme').members).toContain(accountId('lone-customer'));
  expect(await ask('POST', '/rest/servicedeskapi/servicedesk/1/customer', lone)).toMatchObject({ status: 403 });
});

test('a Jira administrator creates the customer, whom an agent then finds and adds', async () => {
  const { ask, as, basic, accountId, model } = scriptOf('jira-admin@example.com');
  const { status, text } = await ask('POST', '/rest/servicedeskapi/customer?strictConflictStatusCode=true', {
    email: 'noah@acme.example',
    displayName: 'Noah Berg',
  });
  expect(status).toBe(201);
  const created = JSON.parse(text) as { accountId: string };
  expect(created).toMatchObject({ emailAddress: 'noah@acme.example', displayName: 'Noah Berg', active: true });
  expect(created.accountId).toMatch(/^qm:[0-9a-f-]{36}:[0-9a-f-]{36}$/);
  expect(accountId(created.accountId)).toBe(created.accountId);

  const agent = as(basic('agent'));
  const found = await agent.get('/rest/api/3/user/search?query=noah%40acme.example');
  expect(found.body).toMatchObject([{ accountId: created.accountId, accountType: 'customer' }]);
  const path = '/rest/servicedeskapi/organization/1/user';
  expect(await agent.post(path, { accountIds: [created.accountId] })).toMatchObject({ status: 204 });
  expect(model.organization('Acme').members.size).toBe(2);
});
