// Lists of groups that give access, where Confluence keeps them from people who are no admins.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isProtectionRead, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

const LISTS = ['shortened', 'empty', 'refused'] as const;

describe.each(LISTS)('a space admin to whom the lists are %s', (lists) => {
  beforeEach(() => world.model.setAccessLists(lists));

  it('can work all the same', async () => {
    const { groupId } = valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
    const accountIds = [world.id('person-01')];
    const { people } = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    expect(people).toMatchObject([{ outcome: 'added' }]);
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload))).toEqual({ deleted: true });
  });

  it('is still kept from a group that gives admin access', async () => {
    const { groupId } = valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
    world.model.grantAccess(groupId, 'admin');
    const accountIds = [world.id('person-01')];
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'GROUP_GIVES_ADMIN_ACCESS',
    });
  });

  it('never gets to see one', async () => {
    world.site.clearRequests();
    const { groupId } = valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
    const accountIds = [world.id('person-01')];
    const answer = JSON.stringify(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    expect(answer).not.toContain(world.groupId('site-admins'));
    const reads = world.requests().filter(({ operationId }) => operationId === 'getGroups');
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.every(isProtectionRead)).toBe(true);
  });
});
