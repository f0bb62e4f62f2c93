// What people rename outside of the app: groups at admin.atlassian.com, and the keys of spaces.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function list(space = 'DEMO') {
  const { groups } = valueOf(await world.asSpace('space-admin', space, 'openSpaceSettings', {}));
  return groups.groups.map(({ groupName }) => groupName);
}
function storageCalls() {
  return world.kvs.requests().length;
}

describe('a group that was renamed outside', () => {
  let groupId: GroupId;
  beforeEach(async () => {
    ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
    await world.createGroup('space-admin', 'DEMO', 'beta');
    world.model.renameGroup(groupId, 'demo-zeta');
  });
  async function open() {
    return world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId });
  }

  it('has its new name in the list, in its new place, once somebody has opened it', async () => {
    expect(await list()).toEqual(['demo-alpha', 'demo-beta']);
    expect(valueOf(await open()).group.groupName).toBe('demo-zeta');
    expect(await list()).toEqual(['demo-beta', 'demo-zeta']);
  });

  it('costs one read and one write of storage, once', async () => {
    async function costOf(run: () => Promise<unknown>) {
      const before = storageCalls();
      await run();
      return storageCalls() - before;
    }
    const first = await costOf(open);
    const second = await costOf(open);
    expect(first - second).toBe(2);
  });

  it.each([
    [
      'somebody was added',
      () => world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id('person-40')] }),
    ],
    ['an admin has looked for groups to take over', () => world.asGlobal('site-admin', 'findGroups', { start: 0 })],
  ] as const)('has it after %s, too', async (_what, look) => {
    valueOf(await (look as () => ReturnType<typeof open>)());
    expect(await list()).toEqual(['demo-beta', 'demo-zeta']);
  });

  it('is opened under its new name even if the record can’t be written', async () => {
    world.faults.add({ on: 'storage', target: '/api/v1/transaction', status: 500 });
    expect(valueOf(await open()).group.groupName).toBe('demo-zeta');
    expect(await list()).toEqual(['demo-alpha', 'demo-beta']);
  });

  it('stays as it is where it was given to another space meanwhile', async () => {
    const record = world.entity('group-record')[groupId];
    let moved = false;
    world.onSite(async (request, _identity, pass) => {
      if (!moved && request.url.includes('/group/by-id')) {
        moved = true;
        await world.store('/api/v1/entity/set', {
          entityName: 'group-record',
          key: groupId,
          value: { ...record, spaceId: world.spaceId('DEVOPS') },
        });
      }
      return pass();
    });
    await open();
    expect(world.entity('group-record')[groupId]).toMatchObject({
      spaceId: world.spaceId('DEVOPS'),
      groupName: 'demo-alpha',
    });
  });
});

describe('a space whose key was changed', () => {
  beforeEach(() => world.model.changeSpaceKey(world.spaceId('DEMO'), 'SHOW'));

  it('is shown by the key that people see, and new groups take it', async () => {
    const view = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(view.space).toMatchObject({ id: world.spaceId('DEMO'), key: 'SHOW' });
    const { groupName } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    expect(groupName).toBe('show-alpha');
    const { groups } = valueOf(await world.asGlobal('site-admin', 'listGroupRecords', {}));
    expect(groups).toMatchObject([{ groupName: 'show-alpha', space: { key: 'SHOW' } }]);
  });

  it('has the groups of the new key and of the one before', async () => {
    world.model.addGroup('show-readers');
    const { groups } = valueOf(await world.asGlobal('site-admin', 'findGroups', { start: 0 }));
    expect(groups.map(({ groupName, space }) => [groupName, space?.key])).toEqual([
      ['demo-editors', 'SHOW'],
      ['devops-oncall', 'DEVOPS'],
      ['show-readers', 'SHOW'],
    ]);
  });

  it.each([
    ['the key that people see', () => 'SHOW'],
    ['the same in lower case', () => 'show'],
    ['the key with which it was created', () => 'DEMO'],
    ['its id', () => world.spaceId('DEMO')],
  ])('is found by %s', async (_what, typed) => {
    // Whoever gives a group away must see the space.
    const groupId = await world.forceRecord('devops-oncall', 'DEVOPS');
    valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId, spaceKey: typed() }));
    expect(world.entity('group-record')[groupId]).toMatchObject({ spaceId: world.spaceId('DEMO') });
  });

  it('is not found by a key that nobody knows', async () => {
    const groupId = await world.forceRecord('devops-oncall', 'DEVOPS');
    const answer = await world.asGlobal('site-admin', 'transferGroup', { groupId, spaceKey: 'SHOWS' });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'spaceKey' }] });
  });
});
