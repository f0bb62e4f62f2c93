import { describe, expect, test } from 'vitest';

import type { Identity } from '../../../../../sandbox/contract/identity';
import { aWorld } from '../world';

const GROUPS = '/wiki/rest/api/group';

interface Page {
  results: { name: string; id: string; accountId: string }[];
  size: number;
  totalSize?: number;
  _links: { next?: string };
}

/** Reads answers of the demo site as its member. */
function reader() {
  const world = aWorld();
  const client = world.as(world.user('member'));
  async function page(path: string) {
    return (await client.get(path)).body as Page;
  }
  async function names(path: string) {
    return (await page(path)).results.map(({ name }) => name);
  }
  return { ...world, client, page, names };
}

describe('listing groups', () => {
  test('is in the order of their names', async () => {
    const { names } = reader();
    expect(await names(GROUPS)).toEqual([
      'atlassian-addons-admin',
      'confluence-admins',
      'confluence-users',
      'demo-editors',
      'Design Guild',
      'devops-oncall',
      'jira-administrators',
      'jira-servicemanagement-users',
      'jira-software-users',
      'org-admins',
      'scim-finance',
      'site-admins',
      'support-team',
    ]);
  });

  test('can be narrowed to those that give access', async () => {
    const { names, client, model, groupId } = reader();
    expect(await names(`${GROUPS}?accessType=user`)).toEqual(['confluence-users']);
    expect(await names(`${GROUPS}?accessType=admin`)).toEqual(['confluence-admins', 'site-admins']);
    expect(await names(`${GROUPS}?accessType=site-admin`)).toEqual(['org-admins', 'site-admins']);
    model.grantAccess(groupId('devops-oncall'), 'admin');
    expect(await names(`${GROUPS}?accessType=admin`)).toContain('devops-oncall');
    expect(await client.get(`${GROUPS}?accessType=owner`)).toMatchObject({ status: 400 });
  });

  test.each([
    ['shortened', ['site-admins'], 200],
    ['empty', [], 200],
    ['refused', undefined, 403],
  ] as const)(
    'by access is %s for people who are no admins, on a site that keeps it from them',
    async (lists, names, status) => {
      const { as, user, app, model } = aWorld();
      model.setAccessLists(lists);
      async function list(identity: Identity) {
        const { status: code, body } = await as(identity).get(`${GROUPS}?accessType=admin`);
        return { code, names: (body as Partial<Page>).results?.map(({ name }) => name) };
      }
      for (const identity of [user('space-admin'), app()]) {
        expect(await list(identity)).toEqual({ code: status, names });
      }
      const whole = { code: 200, names: ['confluence-admins', 'site-admins'] };
      for (const handle of ['site-admin', 'confluence-admin', 'org-admin']) {
        expect(await list(user(handle))).toEqual(whole);
      }
      expect((await as(user('space-admin')).get(GROUPS)).status).toBe(200);
    },
  );

  test('goes page by page along the next link', async () => {
    const { page, names } = reader();
    const { _links, size } = await page(`${GROUPS}?limit=3`);
    expect(size).toBe(3);
    expect(_links.next).toBe('/rest/api/group?limit=3&start=3');
    expect(await names(`/wiki${_links.next}`)).toEqual(['demo-editors', 'Design Guild', 'devops-oncall']);
    expect((await page(`${GROUPS}?limit=3&start=12`))._links.next).toBeUndefined();
    expect((await page(`${GROUPS}?limit=0`))._links.next).toBeUndefined();
  });

  test('never tells the total', async () => {
    const { page } = reader();
    expect(await page(`${GROUPS}?shouldReturnTotalSize=true`)).not.toHaveProperty('totalSize');
  });

  test.each(['start=-1', 'limit=-1', 'limit=ten', 'start=1.5'])('refuses %s', async (query) => {
    expect(await reader().client.get(`${GROUPS}?${query}`)).toMatchObject({ status: 400 });
  });

  test('cuts a page above 200 short, and its next link skips rows', async () => {
    const { page, model } = reader();
    for (let index = 0; index < 300; index += 1) {
      model.addGroup(`zz-${String(index).padStart(3, '0')}`);
    }
    const { size, _links } = await page(`${GROUPS}?limit=250`);
    expect(size).toBe(200);
    expect(_links.next).toContain('start=250');
  });
});

describe('searching groups', () => {
  test('finds a part of the name and minds its case', async () => {
    const { names, client } = reader();
    expect(await names(`${GROUPS}/picker?query=min`)).toEqual([
      'atlassian-addons-admin',
      'confluence-admins',
      'jira-administrators',
      'org-admins',
      'site-admins',
    ]);
    expect(await names(`${GROUPS}/picker?query=design`)).toEqual([]);
    expect(await client.get(`${GROUPS}/picker`)).toMatchObject({ status: 400 });
  });

  test('tells the total if asked', async () => {
    const { page } = reader();
    const path = `${GROUPS}/picker?query=admin&limit=1`;
    expect(await page(path)).not.toHaveProperty('totalSize');
    expect(await page(`${path}&shouldReturnTotalSize=true`)).toMatchObject({ size: 1, totalSize: 5 });
  });
});

describe('one group', () => {
  test('says who manages it', async () => {
    const { client, groupId } = reader();
    async function get(name: string) {
      return client.get(`${GROUPS}/by-id?id=${groupId(name)}`);
    }
    expect(await get('demo-editors')).toMatchObject({
      body: { type: 'group', usageType: 'USERBASE_GROUP', managedBy: 'ADMINS' },
    });
    expect(await get('scim-finance')).toMatchObject({ body: { managedBy: 'EXTERNAL' } });
    expect(await get('Design Guild')).toMatchObject({
      body: { usageType: 'TEAM_COLLABORATION', managedBy: 'TEAM_MEMBERS' },
    });
  });

  test('keeps its id through a renaming', async () => {
    const { client, model, groupId } = reader();
    const id = groupId('demo-editors');
    model.renameGroup(id, 'demo-writers');
    expect(await client.get(`${GROUPS}/by-id?id=${id}`)).toMatchObject({
      status: 200,
      body: { id, name: 'demo-writers' },
    });
  });

  test('that is unknown is 404', async () => {
    expect(await reader().client.get(`${GROUPS}/by-id?id=nothing`)).toMatchObject({ status: 404 });
    expect(await reader().client.get(`${GROUPS}/by-id`)).toMatchObject({ status: 400 });
  });
});

describe('members', () => {
  test('of an unknown group are an empty page, as if everyone had left', async () => {
    const answer = await reader().client.get(`${GROUPS}/nothing/membersByGroupId`);
    expect(answer).toMatchObject({ status: 200, body: { results: [], size: 0 } });
  });

  test('who are deactivated stay members: their own groups say so, and a site admin can remove them', async () => {
    const { as, user, model, groupId, accountId, names } = reader();
    const [group, person] = [groupId('demo-editors'), accountId('person-06')];
    model.setStatus(person, 'inactive');
    const groups = `/wiki/rest/api/user/memberof?accountId=${person}`;
    expect(await names(groups)).toContain('demo-editors');
    expect(await as(user('site-admin')).removeMember(group, person)).toMatchObject({ status: 204 });
    expect(await names(groups)).not.toContain('demo-editors');
  });

  test('who are deactivated are left out in silence', async () => {
    const { page, model, groupId, accountId } = reader();
    const path = `${GROUPS}/${groupId('demo-editors')}/membersByGroupId?shouldReturnTotalSize=true`;
    expect(await page(path)).toMatchObject({ size: 8, totalSize: 8 });
    model.setStatus(accountId('person-06'), 'inactive');
    expect(await page(path)).toMatchObject({ size: 7, totalSize: 7 });
    expect(model.group('demo-editors').members).toContain(accountId('person-06'));
  });

  test('come at most 200 to a page: more is refused', async () => {
    const { client, groupId } = reader();
    const path = `${GROUPS}/${groupId('demo-editors')}/membersByGroupId`;
    expect(await client.get(`${path}?limit=200`)).toMatchObject({ status: 200 });
    expect(await client.get(`${path}?limit=201`)).toMatchObject({ status: 400 });
  });

  test('can be counted with a page of one', async () => {
    const { page, groupId } = reader();
    const path = `${GROUPS}/${groupId('confluence-users')}/membersByGroupId?limit=1&shouldReturnTotalSize=true`;
    expect(await page(path)).toMatchObject({ size: 1, totalSize: 70 });
  });
});

test('the groups of an account are listed, and those of an unknown one are none', async () => {
  const { names, client, accountId } = reader();
  const path = '/wiki/rest/api/user/memberof';
  expect(await names(`${path}?accountId=${encodeURIComponent(accountId('site-admin'))}`)).toEqual([
    'confluence-admins',
    'confluence-users',
    'site-admins',
  ]);
  expect(await client.get(`${path}?accountId=nobody`)).toMatchObject({ status: 200, body: { results: [] } });
  expect(await client.get(path)).toMatchObject({ status: 400 });
});
