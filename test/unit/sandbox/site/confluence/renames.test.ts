// What people rename elsewhere: groups at admin.atlassian.com, and the keys of spaces.
import { beforeEach, describe, expect, test } from 'vitest';

import { aWorld } from '../world';

let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld();
});

function reader() {
  return world.as(world.user('space-admin'));
}
async function listed(query: string) {
  const { body } = await reader().get(`/wiki/api/v2/spaces?${query}`);
  return (body as { results: { id: string; key: string; currentActiveAlias: string }[] }).results.map(
    ({ id, key, currentActiveAlias }) => ({ id, key, currentActiveAlias }),
  );
}

describe('a space whose key was changed', () => {
  function id() {
    return world.spaceId('DEMO');
  }
  beforeEach(() => world.model.changeSpaceKey(id(), 'SHOW'));

  test('keeps its key, and names beside it the one that people see', async () => {
    const changed = [{ id: id(), key: 'DEMO', currentActiveAlias: 'SHOW' }];
    expect(await listed(`ids=${id()}`)).toEqual(changed);
    expect(await listed('keys=DEMO')).toEqual(changed);
    expect(world.site.spaces()).toContainEqual({ id: id(), key: 'SHOW', name: 'Demonstration' });
  });

  test('is not found by the key that people see', async () => {
    expect(await listed('keys=SHOW')).toEqual([]);
  });

  test('alone names none where the document knows none', async () => {
    const { body } = await reader().get(`/wiki/api/v2/spaces/${id()}`);
    expect(body).toMatchObject({ key: 'DEMO', _links: { webui: '/spaces/SHOW' } });
    expect(body).not.toHaveProperty('currentActiveAlias');
  });

  test('takes no key that another space has or had', () => {
    world.model.changeSpaceKey(world.spaceId('DEV'), 'BUILD');
    for (const key of ['DEVOPS', 'dev', 'Build', 'no key', '']) {
      expect(() => world.model.changeSpaceKey(id(), key)).toThrow('No space can have the key');
    }
  });
});

test('a space whose key was never changed is seen by it', async () => {
  expect(await listed('keys=DEMO')).toMatchObject([{ key: 'DEMO', currentActiveAlias: 'DEMO' }]);
});

test('a group that was renamed has its new name in every answer', async () => {
  const id = world.groupId('demo-editors');
  world.model.renameGroup(id, 'demo-writers');
  const { body: one } = await reader().get(`/wiki/rest/api/group/by-id?id=${id}`);
  const { body: found } = await reader().get('/wiki/rest/api/group/picker?query=demo-writers');
  const { body: own } = await reader().get(`/wiki/rest/api/user/memberof?accountId=${world.accountId('member')}`);
  expect([one, found, own]).toMatchObject([
    { name: 'demo-writers' },
    { results: [{ id, name: 'demo-writers' }] },
    { results: [{ name: 'confluence-users' }, { id, name: 'demo-writers' }] },
  ]);
});
