import { describe, expect, test } from 'vitest';

import { aWorld } from '../world';

const ADMINISTER = { operation: 'administer', targetType: 'application' };

interface Users {
  results: { accountId: string; title: string; user: { accountId: string } }[];
}

describe('the current user', () => {
  test('has operations only if they are asked for', async () => {
    const { as, user } = aWorld();
    const { body } = await as(user('confluence-admin')).get('/wiki/rest/api/user/current');
    expect(body).not.toHaveProperty('operations');
  });

  test.each([
    ['site-admin', true],
    ['confluence-admin', true],
    ['space-admin', false],
    ['member', false],
  ])('%s administers Confluence: %s', async (handle, administers) => {
    const { as, user } = aWorld();
    const { body } = await as(user(handle)).get('/wiki/rest/api/user/current?expand=operations');
    const { operations } = body as { operations: unknown[] };
    expect(operations).toContainEqual({ operation: 'use', targetType: 'application' });
    expect(operations.some((one) => JSON.stringify(one) === JSON.stringify(ADMINISTER))).toBe(administers);
  });

  test('is the impersonated person, or the app’s own account', async () => {
    const { as, user, app, accountId } = aWorld();
    const path = '/wiki/rest/api/user/current';
    expect(await as(user('member')).get(path)).toMatchObject({ body: { accountId: accountId('member') } });
    expect(await as(app()).get(path)).toMatchObject({ body: { accountId: accountId('app'), accountType: 'app' } });
  });
});

describe('one user', () => {
  function path(accountId: string) {
    return `/wiki/rest/api/user?accountId=${encodeURIComponent(accountId)}`;
  }

  test('keeps an email address from everyone but its owner, and from every app', async () => {
    const { as, user, basic, accountId } = aWorld();
    async function email(client: ReturnType<typeof as>) {
      const { body } = await client.get(path(accountId('member')));
      return (body as { email: string }).email;
    }
    expect(await email(as(basic('member')))).toBe('member@example.com');
    expect(await email(as(user('member')))).toBe('');
    expect(await email(as(basic('site-admin')))).toBe('');
  });

  test('may be deactivated without v1 saying so', async () => {
    const { as, user, accountId } = aWorld();
    expect(await as(user('member')).get(path(accountId('deactivated')))).toMatchObject({
      status: 200,
      body: { type: 'known', accountType: 'atlassian' },
    });
  });

  test('who is unknown, a customer or gone is 404', async () => {
    const { as, user, model, accountId } = aWorld();
    model.setStatus(accountId('person-01'), 'closed');
    for (const id of ['nobody', accountId('customer'), accountId('person-01')]) {
      expect(await as(user('member')).get(path(id))).toMatchObject({ status: 404 });
    }
  });

  test('brings a personal space if asked', async () => {
    const { as, user, accountId, spaceId } = aWorld();
    const { body } = await as(user('member')).get(`${path(accountId('member'))}&expand=personalSpace`);
    expect(body).toMatchObject({ personalSpace: { id: Number(spaceId(`~${accountId('member')}`)), type: 'personal' } });
  });
});

describe('many users by id', () => {
  test('v2 tells kinds and states apart and leaves unknown ids out', async () => {
    const { as, user, model, accountId } = aWorld();
    model.setStatus(accountId('person-01'), 'closed');
    const accountIds = ['member', 'deactivated', 'person-01', 'app', 'customer'].map(accountId);
    const { body } = await as(user('member')).post('/wiki/api/v2/users-bulk', {
      accountIds: [...accountIds, 'nobody'],
    });
    expect(body).toMatchObject({
      results: [
        { accountType: 'atlassian', accountStatus: 'active', email: '' },
        { accountType: 'atlassian', accountStatus: 'inactive' },
        { accountType: 'atlassian', accountStatus: 'closed', displayName: 'Former user' },
        { accountType: 'app', accountStatus: 'active' },
        { accountType: 'customer', accountStatus: 'active' },
      ],
    });
    expect((body as Users).results).toHaveLength(5);
  });

  test('v2 takes 250 at most', async () => {
    const { as, user } = aWorld();
    async function ask(count: number) {
      const accountIds = Array.from({ length: count }, (_, index) => `account-${index}`);
      return as(user('member')).post('/wiki/api/v2/users-bulk', { accountIds });
    }
    expect(await ask(250)).toMatchObject({ status: 200 });
    expect(await ask(251)).toMatchObject({ status: 400 });
  });

  test('v1 reads the first 100', async () => {
    const { as, user, accountId } = aWorld();
    const ids = [...Array.from({ length: 99 }, () => 'nobody'), accountId('member'), accountId('site-admin')];
    const query = ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
    const { body } = await as(user('member')).get(`/wiki/rest/api/user/bulk?${query}`);
    expect((body as Users).results.map((one) => one.accountId)).toEqual([accountId('member')]);
  });
});

describe('searching people', () => {
  async function search(cql: string, more = '') {
    const world = aWorld();
    const path = `/wiki/rest/api/search/user?cql=${encodeURIComponent(cql)}${more}`;
    const answer = await world.as(world.user('member')).get(path);
    const found = answer.status === 200 ? (answer.body as Users).results : [];
    return {
      ...world,
      ...answer,
      names: found.map(({ title }) => title),
      ids: found.map(({ user }) => user.accountId),
    };
  }

  test.each([
    ['user.fullname ~ "priya"', ['Priya Raman']],
    ['user.fullname ~ "ra pri"', ['Priya Raman']],
    ['user.fullname~Pri*', ['Priya Raman']],
    ['type=user AND user.fullname ~ "raman"', ['Priya Raman']],
    ['user.fullname ~ "iya"', []],
    ['user.fullname ~ "Whitfield"', []],
    ['user.fullname ~ "Haddad"', []],
    ['user.fullname ~ "Steward"', ['Space Steward']],
  ])('%s finds %j', async (cql, names) => {
    expect((await search(cql)).names).toEqual(names);
  });

  test('finds by account id', async () => {
    const { accountId } = aWorld();
    const [one, other] = [accountId('member'), accountId('space-admin')];
    expect((await search(`user = "${one}"`)).ids).toEqual([one]);
    expect((await search(`user.accountid="${one}"`)).ids).toEqual([one]);
    expect((await search(`user IN ("${one}", "${other}")`)).ids).toEqual([other, one]);
    expect((await search(`type = "user" and user != "${one}"`, '&limit=100')).ids).not.toContain(one);
    expect((await search(`user NOT IN ("${one}", "${other}")`, '&limit=100')).ids).not.toContain(other);
  });

  test('has pages of 25, calls the page’s size the total, and says where the next one is', async () => {
    const { body } = await search('type=user');
    expect(body).toMatchObject({ size: 25, totalSize: 25, _links: { next: expect.stringContaining('start=25') } });
  });

  test('gives 100 at most', async () => {
    expect((await search('type=user', '&limit=1000')).body).toMatchObject({ limit: 100, size: 70 });
  });

  test.each([
    '',
    'user',
    'user.fullname = "x"',
    'user.fullname ~ ""',
    'space = DEMO',
    'type = page',
    'user = ("a")',
    'user IN "a"',
    'user = "a" AND',
    'user.fullname ~ "unclosed',
  ])('refuses what it does not understand: %s', async (cql) => {
    expect((await search(cql)).status).toBe(400);
  });
});
