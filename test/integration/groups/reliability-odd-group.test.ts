// One group that Atlassian refuses, on a site that works otherwise.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

async function open(group = groupId) {
  return world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId: group });
}
async function openSpace() {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
}
async function add(group: GroupId, ...handles: string[]) {
  return valueOf(
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId: group, accountIds: handles.map(world.id) }),
  );
}

describe('a refused read', () => {
  it('leaves the rest of the space working', async () => {
    const other = await world.createGroup('space-admin', 'DEMO', 'beta');
    world.faults.add({ on: 'rest', path: groupId, status: 403, times: 99 });
    expect(errorOf(await open())).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
    const page = await openSpace();
    expect(page.manage).toEqual({ allowed: true });
    expect(page.groups.groups.map((group) => group.groupName)).toEqual(['demo-alpha', 'demo-beta']);
    expect(valueOf(await open(other.groupId)).group.groupName).toBe('demo-beta');
    expect((await add(other.groupId, 'person-01')).people).toMatchObject([{ outcome: 'added' }]);
  });
});

describe('a refused write', () => {
  it('does not make the privileged user unusable', async () => {
    world.faults.add({ on: 'rest', operationId: 'addUserToGroupByGroupId', path: groupId, status: 403, times: 99 });
    const { people, stoppedBy } = await add(groupId, 'person-01', 'person-02');
    expect(people.map(({ outcome }) => outcome)).not.toContain('added');
    expect(stoppedBy).toMatchObject({ code: 'ATLASSIAN_REFUSED' });
    expect((await openSpace()).manage).toEqual({ allowed: true });
    valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }));
  });
});
