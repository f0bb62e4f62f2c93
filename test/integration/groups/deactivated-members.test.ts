// People who are deactivated stay in their groups, though Confluence's list leaves them out.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  for (const handle of ['person-30', 'person-31']) world.model.addMember(groupId, world.id(handle));
  world.model.setStatus(world.id('person-30'), 'inactive');
});

async function isMember(accountId: string) {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'isMember', { groupId, accountId }));
}

describe('a member who was deactivated', () => {
  it('is in no list and no total', async () => {
    const { members } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(members).toMatchObject({ accountIds: [world.id('person-31')], total: 1 });
  });

  it('is still a member, and told as deactivated', async () => {
    expect(await isMember(world.id('person-30'))).toEqual({ isMember: true, account: 'deactivated' });
    expect(await isMember(world.id('person-31'))).toEqual({ isMember: true, account: 'active' });
    expect(await isMember(world.id('deactivated'))).toEqual({ isMember: false, account: 'deactivated' });
  });

  it('can be removed', async () => {
    const payload = { groupId, accountIds: [world.id('person-30')], confirmSelf: false };
    const { people } = valueOf(await world.asSpace('space-admin', 'DEMO', 'removeMembers', payload));
    expect(people).toMatchObject([{ outcome: 'removed' }]);
    expect(await isMember(world.id('person-30'))).toEqual({ isMember: false, account: 'deactivated' });
    expect(world.model.groups.get(groupId)?.members).not.toContain(world.id('person-30'));
  });
});

it('an account that nobody has is shown as nobody’s', async () => {
  expect(await isMember('712020:00000000-0000-4000-8000-000000000000')).toEqual({
    isMember: false,
    account: 'notShown',
  });
});
