// The groups of one person, from the door on: what is told of them, as whom it is read, and what it costs in storage.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let alpha: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId: alpha } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function read(handle: string) {
  return world.asSpace('space-admin', 'DEMO', 'readPersonGroups', { accountId: world.id(handle) });
}
/** A group that belongs to a space, with this person in it, whom nobody added through the app. */
async function belongsTo(space: string, name: string, handle: string): Promise<GroupId> {
  world.model.addMember(world.model.addGroup(name), world.id(handle));
  return world.forceRecord(name, space);
}

describe('the groups of one person', () => {
  it('tell who added them and when, or that nobody here did', async () => {
    const since = new Date().toISOString();
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId: alpha, accountIds: [world.id('person-30')] });
    const taken = await belongsTo('DEMO', 'demo-taken', 'person-30');
    expect(valueOf(await read('person-30'))).toEqual({
      groups: [
        { groupId: alpha, groupName: 'demo-alpha', added: { since, by: world.id('space-admin') } },
        { groupId: taken, groupName: 'demo-taken' },
      ],
      account: 'active',
    });
  });

  it('say nothing of groups of other spaces, or of none, whoever asks', async () => {
    await belongsTo('DEVOPS', 'devops-taken', 'person-30');
    const answer = await read('person-30');
    expect(valueOf(answer).groups).toEqual([]);
    expect(JSON.stringify(answer)).not.toMatch(/devops|confluence-users/);
  });

  it('are read as the caller alone: nothing is written, and the privileged user isn’t used', async () => {
    await read('person-30');
    world.site.clearRequests();
    await read('person-30');
    const asked = world.requests().map(({ operationId }) => operationId);
    expect(new Set(asked)).toEqual(
      new Set(['createBulkUserLookup', 'getGroupMembershipsForUser', 'getSpaceOperations', 'getSpaces']),
    );
    expect(asked).toHaveLength(4);
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('are shown to somebody who is deactivated, too, and of an account that Confluence doesn’t know there are none', async () => {
    await belongsTo('DEMO', 'demo-taken', 'person-30');
    world.model.setStatus(world.id('person-30'), 'inactive');
    expect(valueOf(await read('person-30'))).toMatchObject({ groups: [{}], account: 'deactivated' });
  });

  it('of somebody in 300 groups cost a storage request for each 25, and two pages', async () => {
    for (let n = 0; n < 300; n += 1)
      world.model.addMember(world.model.addGroup(`a-${String(n)}`), world.id('person-30'));
    await belongsTo('DEMO', 'demo-taken', 'person-30');
    let reads = 0;
    world.onStorage((target) => (reads += target.includes('batch') ? 1 : 0));
    world.site.clearRequests();
    expect(valueOf(await read('person-30')).groups).toHaveLength(1);
    expect(world.requests().filter(({ operationId }) => operationId === 'getGroupMembershipsForUser')).toHaveLength(2);
    expect(reads).toBeLessThanOrEqual(13 + 1);
  });
});
