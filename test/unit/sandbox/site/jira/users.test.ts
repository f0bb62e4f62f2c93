import { describe, expect, test } from 'vitest';

import { aWorld } from '../world';

const ROOT = '/rest/api/3';
const SEARCH = `${ROOT}/user/search`;

interface Found {
  accountId: string;
  emailAddress?: string;
}

describe('oneself', () => {
  test('is shown one’s address by one’s own client, not by an app', async () => {
    const { as, basic, user } = aWorld();
    expect(await as(basic('agent')).get(`${ROOT}/myself`)).toMatchObject({
      status: 200,
      body: { accountType: 'atlassian', active: true, emailAddress: 'agent@example.com' },
    });
    const { body } = await as(user('agent')).get(`${ROOT}/myself`);
    expect(body).not.toHaveProperty('emailAddress');
  });

  test.each(['member', 'no-access', 'acme-customer'])('%s may not use Jira', async (handle) => {
    const { as, user } = aWorld();
    expect(await as(user(handle)).get(`${ROOT}/myself`)).toMatchObject({
      status: 403,
      body: { errorMessages: [expect.any(String)], errors: {} },
    });
  });

  test('may be deactivated', async () => {
    const { as, user, model, accountId } = aWorld();
    model.setStatus(accountId('agent'), 'inactive');
    expect(await as(user('agent')).get(`${ROOT}/myself`)).toMatchObject({ status: 403 });
  });
});

describe('somebody', () => {
  function path(accountId: string) {
    return `${ROOT}/user?accountId=${encodeURIComponent(accountId)}`;
  }

  test('is shown without an address', async () => {
    const { as, basic, accountId } = aWorld();
    const { body } = await as(basic('agent')).get(path(accountId('acme-customer')));
    expect(body).toMatchObject({ accountType: 'customer', displayName: 'Ada Nowak' });
    expect(body).not.toHaveProperty('emailAddress');
  });

  test('is hidden from those who may not browse users, and unknown if closed', async () => {
    const { as, basic, user, model, accountId } = aWorld();
    expect(await as(user('app')).get(path(accountId('agent')))).toMatchObject({ status: 403 });
    model.setStatus(accountId('member'), 'closed');
    expect(await as(basic('agent')).get(path(accountId('member')))).toMatchObject({ status: 404 });
    expect(await as(basic('agent')).get(path('nobody'))).toMatchObject({ status: 404 });
    expect(await as(basic('agent')).get(`${ROOT}/user?username=x&accountId=y`)).toMatchObject({ status: 501 });
  });

  test('has groups', async () => {
    const { as, basic, accountId } = aWorld();
    async function groups(handle: string) {
      const { body } = await as(basic('agent')).get(
        `${ROOT}/user/groups?accountId=${encodeURIComponent(accountId(handle))}`,
      );
      return (body as { name: string }[]).map(({ name }) => name);
    }
    expect(await groups('agent')).toEqual(['jira-servicemanagement-users', 'support-team']);
    expect(await groups('acme-customer')).toEqual([]);
  });
});

describe('searching people', () => {
  function searcher(handle = 'agent') {
    const { as, basic, accountId, ...world } = aWorld();
    async function found(query: string): Promise<Found[]> {
      const { status, body } = await as(basic(handle)).get(`${SEARCH}?${query}`);
      expect(status).toBe(200);
      return body as Found[];
    }
    return { ...world, as, basic, accountId, found };
  }

  test.each(['ada%40acme.example', 'ADA%40acme.example', 'Ada', 'ada%20n'])('%s finds the customer', async (query) => {
    const { found, accountId } = searcher();
    const all = await found(`query=${query}`);
    expect(all.map((one) => one.accountId)).toContain(accountId('acme-customer'));
    expect(all.filter((one) => 'emailAddress' in one)).toEqual([]);
  });

  test.each(['ada%40', 'acme.example', 'Nowak'])(
    '%s does not: part of a hidden address, or no beginning',
    async (query) => {
      expect(await searcher().found(`query=${query}`)).toEqual([]);
    },
  );

  test('finds those without Jira, and nobody who is deactivated', async () => {
    const { found, accountId } = searcher();
    expect(await found('query=member%40example.com')).toMatchObject([{ accountId: accountId('member') }]);
    expect(await found('query=deactivated%40example.com')).toEqual([]);
  });

  test('finds one’s own address by its beginning', async () => {
    const { found, accountId } = searcher();
    expect(await found('query=agent%40')).toMatchObject([
      { accountId: accountId('agent'), emailAddress: 'agent@example.com' },
    ]);
  });

  test('shows an address that its owner shows to anyone, and finds it by its beginning', async () => {
    const { as, user, accountId, model } = searcher();
    async function asApp(query: string) {
      return (await as(user('agent')).get(`${SEARCH}?query=${query}`)).body as Found[];
    }
    expect(await asApp('member%40')).toEqual([]);
    model.showEmail(accountId('member'));
    expect(await asApp('member%40')).toMatchObject([
      { accountId: accountId('member'), emailAddress: 'member@example.com' },
    ]);
  });

  test('finds by account id', async () => {
    const { found, accountId, as, basic } = searcher();
    const id = encodeURIComponent(accountId('acme-customer'));
    expect(await found(`accountId=${id}`)).toHaveLength(1);
    expect(await as(basic('agent')).get(`${SEARCH}?accountId=${id}&query=a`)).toMatchObject({ status: 400 });
    expect(await as(basic('agent')).get(SEARCH)).toMatchObject({ status: 400 });
  });

  test('goes page by page', async () => {
    const { found } = searcher();
    const all = await found('query=A');
    expect(all.length).toBeGreaterThan(3);
    expect([...(await found('query=A&maxResults=2')), ...(await found('query=A&startAt=2'))]).toEqual(all);
  });

  test('is empty for those who may not browse users', async () => {
    const { as, app, found, model, groupId } = searcher();
    expect(await as(app()).get(`${SEARCH}?query=Ada`)).toMatchObject({ status: 200, body: [] });
    model.revokeAccess(groupId('jira-servicemanagement-users'), 'user-picker');
    expect(await found('query=Ada')).toEqual([]);
  });
});

describe('searching groups', () => {
  function finder(handle: string) {
    const world = aWorld();
    async function found(query: string) {
      const { body } = await world.as(world.user(handle)).get(`${ROOT}/groups/picker?${query}`);
      return (body as { groups: { name: string }[] }).groups.map(({ name }) => name);
    }
    return { ...world, found };
  }

  test('minds case unless told otherwise', async () => {
    const { found, groupId } = finder('agent');
    expect(await found('query=design')).toEqual([]);
    expect(await found('query=design&caseInsensitive=true')).toEqual(['Design Guild']);
    expect(await found('query=support&exclude=support-team')).toEqual([]);
    expect(await found(`query=support&excludeId=${groupId('support-team')}`)).toEqual([]);
  });

  test('gives who may not browse groups an exact match only', async () => {
    const { found } = finder('app');
    expect(await found('query=support')).toEqual([]);
    expect(await found('query=support-team')).toEqual(['support-team']);
  });

  test('gives nothing to those who may browse no project', async () => {
    expect(await finder('jira-admin').found('query=support-team')).toEqual([]);
  });
});
