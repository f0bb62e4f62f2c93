import { describe, expect, test } from 'vitest';

import { aWorld } from '../world';

interface Operations {
  operations: { operation: string; targetType: string }[];
}
interface Spaces {
  results: { id: string; key: string }[];
  _links: { next?: string; base: string };
}

const ADMINISTER = { operation: 'administer', targetType: 'space' };

function visitor(handle: string) {
  const world = aWorld();
  const client = world.as(world.user(handle));
  async function operations(key: string) {
    const { body } = await client.get(`/wiki/api/v2/spaces/${world.spaceId(key)}/operations`);
    return (body as Operations).operations;
  }
  async function keys(query: string) {
    const { body } = await client.get(`/wiki/api/v2/spaces${query}`);
    return (body as Spaces).results.map(({ key }) => key);
  }
  return { ...world, client, operations, keys };
}

describe('administering a space', () => {
  test.each([
    ['space-admin', ['DEMO']],
    ['other-admin', ['DEVOPS']],
    ['dev-admin', ['DEV']],
    ['archive-admin', ['OLD']],
    ['confluence-admin', []],
    ['site-admin', []],
    ['member', []],
  ])('%s administers %j', async (handle, expected) => {
    const { operations } = visitor(handle);
    const administered = [];
    for (const key of ['DEMO', 'DEV', 'DEVOPS', 'OLD']) {
      const found = (await operations(key)).some((one) => JSON.stringify(one) === JSON.stringify(ADMINISTER));
      administered.push(...(found ? [key] : []));
    }
    expect(administered).toEqual(expected);
  });

  test('can come from a group, and go with it', async () => {
    const { model, operations, groupId, spaceId } = visitor('member');
    const principal = { type: 'group' as const, id: groupId('demo-editors') };
    model.space('DEMO').permissions.push({ id: 1, principal, key: 'administer', target: 'space' });
    expect(await operations('DEMO')).toContainEqual(ADMINISTER);
    model.deleteGroup(groupId('demo-editors'));
    expect(await operations('DEMO')).not.toContainEqual(ADMINISTER);
    model.addSpaceAdmin(spaceId('DEMO'), model.accountOf('member').accountId);
    expect(await operations('DEMO')).toContainEqual(ADMINISTER);
    model.removeFromSpace(spaceId('DEMO'), model.accountOf('member').accountId);
    expect(await operations('DEMO')).not.toContainEqual(ADMINISTER);
  });

  test('an archived space is still administered, but nothing is created in it', async () => {
    const { operations } = visitor('archive-admin');
    expect(await operations('OLD')).toContainEqual(ADMINISTER);
    expect((await operations('OLD')).filter(({ operation }) => operation === 'create')).toEqual([]);
  });

  test('a personal space is its owner’s to administer and nobody else’s to see', async () => {
    const { accountId, operations } = visitor('member');
    const key = `~${accountId('member')}`;
    expect(await operations(key)).toContainEqual(ADMINISTER);
    const { client, spaceId } = visitor('site-admin');
    const id = spaceId(key);
    expect(await client.get(`/wiki/api/v2/spaces/${id}/operations`)).toMatchObject({ status: 404 });
    expect(await client.get(`/wiki/api/v2/spaces/${id}`)).toMatchObject({
      status: 404,
      body: { errors: [{ status: 404, code: 'NOT_FOUND' }] },
    });
  });

  test('the app in its own name sees spaces and administers none', async () => {
    const { as, app, spaceId } = aWorld();
    const { body } = await as(app()).get(`/wiki/api/v2/spaces/${spaceId('DEMO')}/operations`);
    expect((body as Operations).operations).toEqual([{ operation: 'read', targetType: 'space' }]);
  });
});

describe('finding spaces', () => {
  test('gives those that the caller may view, in the order of their ids', async () => {
    expect(await visitor('space-admin').keys('')).toEqual(['DEMO', 'DEV', 'DEVOPS', 'OLD']);
    const { keys, accountId } = visitor('member');
    expect(await keys('')).toEqual(['DEMO', 'DEV', 'DEVOPS', 'OLD', `~${accountId('member')}`]);
  });

  test('narrows by key, id, type and state, with lists repeated or with commas', async () => {
    const { keys, spaceId, accountId } = visitor('member');
    expect(await keys('?keys=DEV')).toEqual(['DEV']);
    expect(await keys('?keys=DEMO,DEVOPS')).toEqual(['DEMO', 'DEVOPS']);
    expect(await keys('?keys=DEMO&keys=DEVOPS')).toEqual(['DEMO', 'DEVOPS']);
    expect(await keys('?keys=dev')).toEqual([]);
    expect(await keys(`?ids=${spaceId('OLD')}`)).toEqual(['OLD']);
    expect(await keys('?type=personal')).toEqual([`~${accountId('member')}`]);
    expect(await keys('?status=archived')).toEqual(['OLD']);
    expect(await keys('?sort=-key&type=global')).toEqual(['OLD', 'DEVOPS', 'DEV', 'DEMO']);
  });

  test('goes page by page along the link, in the header and in the body', async () => {
    const { client, keys } = visitor('space-admin');
    const { headers, body } = await client.get('/wiki/api/v2/spaces?limit=3');
    const { results, _links } = body as Spaces;
    expect(results.map(({ key }) => key)).toEqual(['DEMO', 'DEV', 'DEVOPS']);
    expect(_links.next).toMatch(/^\/wiki\/api\/v2\/spaces\?limit=3&cursor=/);
    expect(headers.get('link')).toContain(`<${_links.next}>; rel="next"`);
    expect(await keys((_links.next ?? '').replace('/wiki/api/v2/spaces', ''))).toEqual(['OLD']);
    const last = await client.get(_links.next ?? '');
    expect((last.body as Spaces)._links.next).toBeUndefined();
    expect(last.headers.get('link')).not.toContain('rel="next"');
    const all = await client.get('/wiki/api/v2/spaces?limit=4');
    expect((all.body as Spaces)._links.next).toBeUndefined();
  });

  test.each(['limit=0', 'limit=251', 'cursor=made-up', 'ids=DEMO', 'type=private', 'sort=age'])(
    'refuses %s',
    async (query) => {
      expect(await visitor('member').client.get(`/wiki/api/v2/spaces?${query}`)).toMatchObject({ status: 400 });
    },
  );

  test('takes 250 keys at most', async () => {
    const { client } = visitor('member');
    function query(count: number) {
      return `keys=${Array.from({ length: count }, (_, index) => `K${index}`).join(',')}`;
    }
    expect(await client.get(`/wiki/api/v2/spaces?${query(250)}`)).toMatchObject({ status: 200 });
    expect(await client.get(`/wiki/api/v2/spaces?${query(251)}`)).toMatchObject({ status: 400 });
  });
});

describe('one space', () => {
  test('has its ids as text', async () => {
    const { client, spaceId, accountId } = visitor('member');
    const { body } = await client.get(`/wiki/api/v2/spaces/${spaceId('DEMO')}`);
    expect(body).toMatchObject({ id: '98306', key: 'DEMO', type: 'global', spaceOwnerId: accountId('space-admin') });
    expect(body).not.toHaveProperty('operations');
  });

  test('brings operations and permissions if asked, 50 at most', async () => {
    const { client, spaceId, model } = visitor('space-admin');
    for (const handle of ['person-20', 'person-21', 'person-22', 'person-23']) {
      model.addSpaceAdmin(spaceId('DEMO'), model.accountOf(handle).accountId);
    }
    const path = `/wiki/api/v2/spaces/${spaceId('DEMO')}?include-operations=true&include-permissions=true`;
    const { body } = await client.get(path);
    expect(body).toMatchObject({
      operations: { results: expect.arrayContaining([ADMINISTER]), meta: { hasMore: false } },
      permissions: { meta: { hasMore: true } },
    });
    expect((body as { permissions: Spaces }).permissions.results).toHaveLength(50);
  });

  test('that is unknown is 404, and an id that is no number is 400', async () => {
    const { client } = visitor('member');
    expect(await client.get('/wiki/api/v2/spaces/1')).toMatchObject({ status: 404 });
    expect(await client.get('/wiki/api/v2/spaces/DEMO')).toMatchObject({ status: 400 });
  });
});

describe('a search for spaces', () => {
  async function search(handle: string, cql: string, more = '') {
    const { client } = visitor(handle);
    const { status, body } = await client.get(`/wiki/rest/api/search?cql=${encodeURIComponent(cql)}${more}`);
    return { status, keys: ((body as Found).results ?? []).map(({ space }) => space.key) };
  }
  interface Found {
    results?: { space: { key: string } }[];
  }

  test.each([
    ['type = space and title ~ "dev*"', ['DEV', 'DEVOPS']],
    ['type=space AND title ~ "oper*" AND title ~ "dev"', ['DEVOPS']],
    ['type = space and title ~ "DEMONSTRATION"', ['DEMO']],
    ['type = space and title ~ "emonst*"', []],
    ['type = space and title ~ "demonst"', []],
  ])('%s finds %j', async (cql, expected) => {
    expect(await search('confluence-admin', cql)).toEqual({ status: 200, keys: expected });
  });

  test('leaves out archived ones unless they are asked for, and hidden ones', async () => {
    const cql = 'type = space and title ~ "old"';
    expect((await search('archive-admin', cql)).keys).toEqual([]);
    expect((await search('archive-admin', cql, '&includeArchivedSpaces=true')).keys).toEqual(['OLD']);
    expect((await search('customer', 'type = space and title ~ "demo*"')).keys).toEqual([]);
  });

  test.each([
    ['type = space and user.fullname ~ "ann"', 400],
    ['type = space and title ~ ""', 400],
    ['type = space and', 400],
    ['type = page', 501],
    ['type = space or title ~ "demo"', 501],
  ])('for people is 400, and for anything but spaces 501: %s', async (cql, status) => {
    expect(await search('confluence-admin', cql)).toMatchObject({ status });
  });

  test('can be narrowed to a page, and doesn’t go on by number', async () => {
    expect((await search('confluence-admin', 'type = space', '&limit=2')).keys).toHaveLength(2);
    expect((await search('confluence-admin', 'type = space', '&start=2')).status).toBe(501);
  });
});
