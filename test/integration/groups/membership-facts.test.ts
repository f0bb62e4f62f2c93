// What is known of memberships that were made through the app, as pages show it.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function person(number: number) {
  return world.id(`person-0${number}`);
}
async function members() {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'listMembers', { groupId, start: 0 }));
}
function add(...accountIds: ReturnType<typeof person>[]) {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds });
}

describe('the members of a group', () => {
  it('are shown with since when and by whom, those who were added outside without', async () => {
    world.model.addMember(groupId, person(2));
    valueOf(await add(person(1)));
    const added = [{ accountId: person(1), since: new Date(Date.now()).toISOString(), by: world.id('space-admin') }];
    expect((await members()).added).toEqual(added);
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId })).members.added).toEqual(added);
  });

  it('are shown as before where nobody was added through the app', async () => {
    world.model.addMember(groupId, person(2));
    const names = { [person(2)]: expect.any(String) };
    expect(await members()).toEqual({ accountIds: [person(2)], names, start: 0, total: 1 });
  });

  it('who were removed through the app are known no more, also if they are added outside again', async () => {
    valueOf(await add(person(1)));
    const payload = { groupId, accountIds: [person(1)], confirmSelf: false };
    valueOf(await world.asSpace('space-admin', 'DEMO', 'removeMembers', payload));
    world.model.addMember(groupId, person(1));
    expect((await members()).added).toBeUndefined();
    expect(world.entity('membership-fact')).toEqual({});
  });

  it('stay known while the app stops managing the group, and are shown once it is taken over again', async () => {
    valueOf(await add(person(1)));
    valueOf(await world.asGlobal('site-admin', 'releaseGroup', { groupId }));
    expect(Object.keys(world.entity('membership-fact'))).toEqual([`${groupId}:${person(1)}`]);
    await world.forceRecord('demo-alpha', 'DEMO');
    expect((await members()).added).toMatchObject([{ accountId: person(1) }]);
  });
});

describe('a person and another one at one moment', () => {
  it('add two people to one group: both are known, whoever comes first', async () => {
    const [first, second] = await Promise.all([add(person(1)), add(person(2))]);
    valueOf(first);
    valueOf(second);
    const { added } = await members();
    expect(added?.map(({ accountId }) => accountId).toSorted()).toEqual([person(1), person(2)].toSorted());
  });
});
