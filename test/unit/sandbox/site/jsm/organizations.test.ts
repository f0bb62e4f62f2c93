import { describe, expect, test } from 'vitest';

import { aWorld, ORIGIN } from '../world';

const ROOT = '/rest/servicedeskapi';
const ALL = `${ROOT}/organization`;
const ACME = `${ALL}/1/user`;

interface Page {
  size: number;
  isLastPage: boolean;
  values: { id?: string; name?: string; accountId?: string }[];
  _links: { next?: string; prev?: string };
}

function client(handle = 'agent') {
  const world = aWorld();
  const { get, post, remove } = world.as(world.basic(handle));
  async function page(path: string) {
    return (await get(path)).body as Page;
  }
  return { ...world, get, post, remove, page };
}
function names({ values }: Page) {
  return values.map(({ name }) => name);
}

describe('service desks', () => {
  test.each([
    ['agent', ['SUP']],
    ['priv-agent', ['PRIV']],
    ['site-admin', ['SUP', 'PRIV']],
    ['jira-admin', []],
  ])('%s sees %j', async (handle, keys) => {
    const { values } = (await client(handle).page(`${ROOT}/servicedesk`)) as unknown as {
      values: { projectKey: string }[];
    };
    expect(values.map(({ projectKey }) => projectKey)).toEqual(keys);
  });

  test('are named by id, or by their project', async () => {
    const { get } = client();
    expect(await get(`${ROOT}/servicedesk/1`)).toMatchObject({ status: 200, body: { id: '1', projectKey: 'SUP' } });
    expect(await get(`${ROOT}/servicedesk/2`)).toMatchObject({ status: 403 });
    expect(await get(`${ROOT}/servicedesk/3`)).toMatchObject({ status: 404 });
    expect(await get(`${ROOT}/servicedesk/projectKey:SUP`)).toMatchObject({ status: 200, body: { id: '1' } });
    expect(await get(`${ROOT}/servicedesk/projectId:10010`)).toMatchObject({ status: 200, body: { id: '1' } });
    expect(await get(`${ROOT}/servicedesk/projectKey:DEVP`)).toMatchObject({ status: 404 });
    expect(await get(`${ROOT}/servicedesk/SUP`)).toMatchObject({ status: 404 });
    expect(await get(`${ROOT}/servicedesk/desk:SUP`)).toMatchObject({ status: 501 });
  });
});

describe('organizations', () => {
  test('are all listed, page by page', async () => {
    const { page } = client('jira-admin');
    const first = await page(`${ALL}?limit=1`);
    expect(first).toMatchObject({ size: 1, isLastPage: false, values: [{ id: '1', name: 'Acme' }] });
    expect(first._links).not.toHaveProperty('prev');
    const second = await page((first._links.next ?? '').replace(ORIGIN, ''));
    expect(second).toMatchObject({ isLastPage: true, values: [{ id: '2', name: 'Globex' }] });
    expect(second._links).not.toHaveProperty('next');
    expect(await page(`${ALL}?limit=1000`)).toMatchObject({ limit: 50, size: 2 });
  });

  test('can be narrowed to those of one account', async () => {
    const { page, get, accountId } = client();
    function of(handle: string) {
      return `${ALL}?accountId=${encodeURIComponent(accountId(handle))}`;
    }
    expect(names(await page(of('globex-customer')))).toEqual(['Globex']);
    expect(names(await page(of('lone-customer')))).toEqual([]);
    expect(await get(`${ALL}?accountId=nobody`)).toMatchObject({ status: 404 });
  });

  test('are created by the staff of a service desk; a name that is taken gives the one that has it', async () => {
    const { post, model } = client();
    expect(await post(ALL, { name: 'Acme' })).toMatchObject({ status: 201, body: { id: '1' } });
    expect(await post(ALL, { name: 'Initech' })).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^\d+$/), name: 'Initech' },
    });
    expect(model.jira.organizations.size).toBe(3);
    expect(await client('jira-admin').post(ALL, { name: 'Hooli' })).toMatchObject({ status: 403 });
  });

  test('of a service desk are for its agents', async () => {
    const { page, get, post, serviceDesk } = client();
    const path = `${ROOT}/servicedesk/1/organization`;
    expect(names(await page(path))).toEqual(['Acme']);
    expect(await post(path, { organizationId: 2 })).toMatchObject({ status: 204 });
    expect(await post(path, { organizationId: 2 })).toMatchObject({ status: 204 });
    expect([...serviceDesk('SUP').organizations]).toEqual(['1', '2']);
    expect(await post(path, { organizationId: 3 })).toMatchObject({ status: 404 });
    expect(await get(`${ROOT}/servicedesk/2/organization`)).toMatchObject({ status: 403 });
  });

  test('of a service desk are not for an administrator who is no agent', async () => {
    const { model, get, accountId } = client('site-admin');
    model.removeFromProject('SUP', 'agents', accountId('site-admin'));
    expect(await get(`${ROOT}/servicedesk/1/organization`)).toMatchObject({ status: 403 });
  });
});

describe('members of an organization', () => {
  test('are listed by account id, with the addresses of portal-only customers', async () => {
    const { page, post, accountId } = client();
    const ids = ['acme-customer', 'lone-customer', 'member'].map(accountId);
    await post(ACME, { accountIds: ids });
    const { values } = await page(ACME);
    expect(values.map((one) => one.accountId)).toEqual(ids.toSorted());
    expect(values.filter((one) => 'emailAddress' in one)).toHaveLength(2);
  });

  test('are added all or not at all', async () => {
    const { post, model, accountId } = client();
    async function add(...accountIds: string[]) {
      return (await post(ACME, { accountIds })).status;
    }
    expect(await add(accountId('lone-customer'), 'nobody')).toBe(400);
    expect(await add(accountId('app'))).toBe(400);
    expect(await add(accountId('deactivated'))).toBe(400);
    expect(await add()).toBe(400);
    expect(model.organization('Acme').members.size).toBe(1);
    expect(await add(accountId('lone-customer'), accountId('acme-customer'))).toBe(204);
    expect(model.organization('Acme').members.size).toBe(2);
    expect(await post(`${ALL}/9/user`, { accountIds: [accountId('lone-customer')] })).toMatchObject({ status: 404 });
  });

  test('are removed, also those who were none', async () => {
    const { remove, model, accountId } = client();
    async function take(...accountIds: string[]) {
      return (await remove(ACME, { accountIds })).status;
    }
    expect(await take('nobody')).toBe(400);
    expect(await take(accountId('lone-customer'))).toBe(204);
    expect(await take(accountId('acme-customer'))).toBe(204);
    expect(model.organization('Acme').members.size).toBe(0);
  });

  test('may be changed by agents of any service desk', async () => {
    const { post, accountId } = client('priv-agent');
    expect(await post(ACME, { accountIds: [accountId('lone-customer')] })).toMatchObject({ status: 204 });
  });

  test('are not named by their user names', async () => {
    const { post, accountId } = client();
    const body = { accountIds: [accountId('lone-customer')], usernames: ['lena'] };
    expect(await post(ACME, body)).toMatchObject({ status: 501 });
  });
});

test('a site can leave organizations to its Jira administrators', async () => {
  const { as, basic, model, accountId } = aWorld();
  model.setOrganizationsByAdminsOnly(true);
  const body = { accountIds: [accountId('lone-customer')] };
  for (const [handle, status] of [
    ['agent', 403],
    ['jira-admin', 204],
  ] as const) {
    const { post, remove } = as(basic(handle));
    expect(await post(ACME, body)).toMatchObject({ status });
    expect(await remove(ACME, body)).toMatchObject({ status });
    expect((await post(ALL, { name: 'Initech' })).status).toBe(status === 403 ? 403 : 201);
  }
});
