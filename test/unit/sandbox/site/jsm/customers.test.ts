import { describe, expect, test } from 'vitest';

import { aWorld, OPT_IN } from '../world';

const CUSTOMER = '/rest/servicedeskapi/customer';
const SUP = '/rest/servicedeskapi/servicedesk/1/customer';
const noah = { email: 'noah@acme.example', displayName: 'Noah Berg' };

interface Page {
  values: { accountId: string; emailAddress?: string }[];
}

describe('creating a customer', () => {
  test.each(['jira-admin', 'site-admin'])('is for Jira administrators: %s', async (handle) => {
    const { as, user } = aWorld();
    expect(await as(user(handle)).post(CUSTOMER, noah)).toMatchObject({ status: 201 });
  });

  test.each(['agent', 'priv-agent'])('is not for agents: %s', async (handle) => {
    const { as, user } = aWorld();
    expect(await as(user(handle)).post(CUSTOMER, noah)).toMatchObject({
      status: 403,
      body: { errorMessage: expect.stringContaining('JIRA Administrators global permission is required') },
    });
  });

  test.each([
    ['of a customer', 'ada@acme.example'],
    ['in another case', 'Ada@Acme.Example'],
    ['of somebody with an Atlassian account', 'member@example.com'],
    ['of somebody deactivated, whom no search finds', 'deactivated@example.com'],
  ])('refuses an address %s: 400, or 409 if asked to be strict', async (_, email) => {
    const { as, basic } = aWorld();
    const client = as(basic('jira-admin'));
    expect(await client.post(CUSTOMER, { ...noah, email })).toMatchObject({ status: 400 });
    const strict = `${CUSTOMER}?strictConflictStatusCode`;
    expect(await client.post(`${strict}=true`, { ...noah, email })).toMatchObject({ status: 409 });
    expect(await client.post(`${strict}=false`, { ...noah, email })).toMatchObject({ status: 400 });
  });

  test('without a name calls it by its address', async () => {
    const { as, basic, model } = aWorld();
    const { status, body } = await as(basic('jira-admin')).post(CUSTOMER, { email: noah.email });
    expect(status).toBe(201);
    expect(body).toMatchObject({ displayName: noah.email });
    expect(model.accounts.get((body as { accountId: string }).accountId)?.name).toBe(noah.email);
  });

  test.each([{ email: 'noah' }, { email: 'noah@' }, { email: '' }, { email: undefined }, { displayName: ' ' }])(
    'refuses %j, strict or not',
    async (change) => {
      const { as, basic } = aWorld();
      const body = { ...noah, ...change };
      expect(await as(basic('jira-admin')).post(`${CUSTOMER}?strictConflictStatusCode=true`, body)).toMatchObject({
        status: 400,
      });
    },
  );

  test('makes a portal-only account that may use nothing', async () => {
    const { as, basic, site, model } = aWorld();
    const { body } = await as(basic('jira-admin')).post(CUSTOMER, noah);
    const { accountId } = body as { accountId: string };
    expect(site.account(accountId)).toEqual({
      accountType: 'customer',
      active: true,
      hasProductAccess: false,
      hasJiraAccess: false,
    });
    expect(site.person(accountId)).toBeUndefined();
    expect(site.authenticate(noah.email, 'sandbox')).toBeUndefined();
    expect(model.accounts.get(accountId)).toMatchObject({ name: 'Noah Berg', status: 'active' });
  });
});

describe('the customers of a service desk', () => {
  test('are those who were added to it, for its staff', async () => {
    const { as, basic, accountId } = aWorld();
    const { status, body } = await as(basic('agent')).get(SUP, OPT_IN);
    expect(status).toBe(200);
    expect((body as Page).values).toMatchObject([
      { accountId: accountId('acme-customer'), emailAddress: 'ada@acme.example' },
    ]);
    expect(await as(basic('priv-agent')).get(SUP, OPT_IN)).toMatchObject({ status: 403 });
    expect(await as(basic('jira-admin')).get(SUP, OPT_IN)).toMatchObject({ status: 403 });
  });

  test.each([
    ['Ada', 1],
    ['now', 1],
    ['ADA@ac', 1],
    ['da', 0],
    ['acme', 0],
  ])('are searched by the beginnings of names and addresses: %s finds %d', async (query, count) => {
    const { as, basic } = aWorld();
    const { body } = await as(basic('agent')).get(`${SUP}?query=${encodeURIComponent(query)}`, OPT_IN);
    expect((body as Page).values).toHaveLength(count);
  });

  test('who have an Atlassian account keep their address to themselves', async () => {
    const { as, basic, accountId } = aWorld();
    await as(basic('site-admin')).post(SUP, { accountIds: [accountId('member')] });
    const client = as(basic('agent'));
    async function found(query: string) {
      return ((await client.get(`${SUP}?query=${query}`, OPT_IN)).body as Page).values;
    }
    expect(await found('member%40exam')).toEqual([]);
    const [member] = await found('member%40example.com');
    expect(member).toMatchObject({ accountId: accountId('member') });
    expect(member).not.toHaveProperty('emailAddress');
  });

  test('are added by its administrators alone, again and again', async () => {
    const { as, basic, accountId, serviceDesk } = aWorld();
    const body = { accountIds: [accountId('lone-customer')] };
    expect(await as(basic('agent')).post(SUP, body)).toMatchObject({ status: 403 });
    expect(await as(basic('jira-admin')).post(SUP, body)).toMatchObject({ status: 403 });
    expect(serviceDesk('SUP').customers.size).toBe(1);
    expect(await as(basic('site-admin')).post(SUP, body)).toMatchObject({ status: 204, body: '' });
    expect(await as(basic('site-admin')).post(SUP, body)).toMatchObject({ status: 204 });
    expect(serviceDesk('SUP').customers.size).toBe(2);
  });

  test('are added as far as they exist, and then 400 is the answer', async () => {
    const { as, basic, accountId, serviceDesk } = aWorld();
    const body = { accountIds: ['nobody', accountId('lone-customer')] };
    expect(await as(basic('site-admin')).post(SUP, body)).toMatchObject({ status: 400 });
    expect(serviceDesk('SUP').customers).toContain(accountId('lone-customer'));
  });

  test.each(['app', 'deactivated'])('cannot be what %s is', async (handle) => {
    const { as, basic, accountId } = aWorld();
    expect(await as(basic('site-admin')).post(SUP, { accountIds: [accountId(handle)] })).toMatchObject({ status: 400 });
  });

  test('are removed where access is closed', async () => {
    const { as, basic, accountId, serviceDesk, model } = aWorld();
    const client = as(basic('site-admin'));
    const body = { accountIds: [accountId('acme-customer'), 'nobody'] };
    model.setServiceDeskAccess('SUP', 'open');
    expect(await client.remove(SUP, body, OPT_IN)).toMatchObject({ status: 400 });
    model.setServiceDeskAccess('SUP', 'closed');
    expect(await as(basic('agent')).remove(SUP, body, OPT_IN)).toMatchObject({ status: 403 });
    expect(await client.remove(SUP, body, OPT_IN)).toMatchObject({ status: 204 });
    expect(serviceDesk('SUP').customers.size).toBe(0);
  });
});
