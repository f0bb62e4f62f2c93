// In which spaces the app works: the rule of a Confluence admin, held by the server.
import { beforeEach, describe, expect, it } from 'vitest';

import type { Rules } from '../../../src/shared/groups/payloads';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
});

async function save(more: Partial<Rules>) {
  const { rules, version } = valueOf(await world.asGlobal('confluence-admin', 'readRules', {}));
  return valueOf(await world.asGlobal('confluence-admin', 'saveRules', { rules: { ...rules, ...more }, version }));
}

async function create(name: string) {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name });
}

describe('a new site', () => {
  it('works nowhere after its first privileged user is chosen, until an admin says where', async () => {
    world = await openSandbox({ appStorage: { plain: {}, secret: {} } });
    const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
    const payload = { accountId: world.id('site-admin'), version: privilegedUser?.version ?? 0 };
    expect(valueOf(await world.asGlobal('site-admin', 'savePrivilegedUser', payload)).outcome).toBe('active');
    expect(errorOf(await create('writers'))).toMatchObject({ code: 'FORBIDDEN', reason: 'SPACE_OFF' });
    const { manage } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(manage).toEqual({ allowed: false, reason: 'spaceOff', askAccountId: world.id('site-admin') });
    await save({ where: { spaces: 'only', spaceIds: [world.spaceId('DEMO')] } });
    expect(valueOf(await create('writers')).groupName).toBe('demo-writers');
  });
});

describe('a space that is off', () => {
  it('keeps its groups, refuses every change without asking Atlassian for it, and says whom to ask', async () => {
    await world.configure();
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'writers');
    await save({ where: { spaces: 'except', spaceIds: [world.spaceId('DEMO')] } });
    world.site.clearRequests();
    const accountIds = [world.id('member')];
    const refused = { code: 'FORBIDDEN', reason: 'SPACE_OFF' };
    expect(errorOf(await create('readers'))).toMatchObject(refused);
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }))).toMatchObject(
      refused,
    );
    const typed = { groupId, typedName: 'demo-writers', confirmSelf: false };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', typed))).toMatchObject(refused);
    expect(world.site.requests().filter(isWrite)).toEqual([]);
    const view = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    const askAccountId = world.id('confluence-admin');
    expect(view.manage).toEqual({ allowed: false, reason: 'spaceOff', askAccountId });
    expect(view.groups.groups.map(({ groupName }) => groupName)).toEqual(['demo-writers']);
    expect(world.entity('group-record')).toHaveProperty(groupId);
  });
});

describe('the number of groups of a space', () => {
  it('is limited for creating only', async () => {
    await world.configure();
    await save({ mostGroups: 2 });
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'one');
    await world.createGroup('space-admin', 'DEMO', 'two');
    world.site.clearRequests();
    expect(errorOf(await create('three'))).toMatchObject({ code: 'FORBIDDEN', reason: 'TOO_MANY_GROUPS' });
    expect(world.site.requests().filter(isWrite)).toEqual([]);
    const accountIds = [world.id('member')];
    const { people } = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    expect(people.map(({ outcome }) => outcome)).toEqual(['added']);
  });
});
