import { describe, expect, it } from 'vitest';

import { isWrite, valueOf, type World } from '../../support/integration';
import { attack, aWorldToAttack } from '../../support/integration-denials';
import { takeOver } from '../../support/takeovers';

/** Makes a group that nobody may touch; answers its name. */
type Make = (world: World) => string | Promise<string>;

function named(name: string): Make {
  return ({ model }) => {
    model.addGroup(name);
    return name;
  };
}
function existing(name: string): Make {
  return () => name;
}
function blocking(line: string, name: string): Make {
  return async (world) => {
    world.model.addGroup(name);
    const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, blockList: [line] }, version }));
    return name;
  };
}
function granting(access: 'admin' | 'site-admin' | 'user'): Make {
  return ({ model }) => {
    model.grantAccess(model.addGroup('demo-quiet'), access);
    return 'demo-quiet';
  };
}

const PROTECTED: readonly [what: string, make: Make, reason: string][] = [
  ['scim-finance, from an identity provider', existing('scim-finance'), 'GROUP_MANAGED_OUTSIDE'],
  ['an Atlassian team', existing('Design Guild'), 'GROUP_MANAGED_OUTSIDE'],
  ['site-admins', existing('site-admins'), 'GROUP_GIVES_ADMIN_ACCESS'],
  ['confluence-admins', existing('confluence-admins'), 'GROUP_GIVES_ADMIN_ACCESS'],
  ['confluence-users', existing('confluence-users'), 'GROUP_NAME_RESERVED'],
  ['atlassian-addons-admin', existing('atlassian-addons-admin'), 'GROUP_NAME_RESERVED'],
  ['jira-software-users', named('jira-software-users'), 'GROUP_NAME_RESERVED'],
  ['Demo-Admins, in another case', named('Demo-Admins'), 'GROUP_NAME_RESERVED'],
  ['org-admins, which only seems to give it', existing('org-admins'), 'GROUP_GIVES_ADMIN_ACCESS'],
  ['administrators', named('administrators'), 'GROUP_NAME_RESERVED'],
  ['system-administrators', named('system-administrators'), 'GROUP_NAME_RESERVED'],
  ['a group of the block list', blocking('DEMO-Secret', 'demo-secret'), 'GROUP_BLOCKED'],
  ['a group that the block list’s * stands for', blocking('demo-s*', 'demo-Secret'), 'GROUP_BLOCKED'],
  ['a harmless name that gives Confluence administration', granting('admin'), 'GROUP_GIVES_ADMIN_ACCESS'],
  ['a harmless name that gives site administration', granting('site-admin'), 'GROUP_GIVES_ADMIN_ACCESS'],
  ['a harmless name that gives Confluence', granting('user'), 'GROUP_GIVES_PRODUCT_ACCESS'],
];

describe.each(PROTECTED)('%s is left alone, even with a record', (_what, make, reason) => {
  async function aProtectedGroup(record = true) {
    const world = await aWorldToAttack();
    const name = await make(world);
    world.model.addMember(world.groupId(name), world.id('person-40'));
    const groupId = record ? await world.forceRecord(name, 'DEMO') : world.groupId(name);
    return { world, name, groupId };
  }

  it('by a space admin who deletes it', async () => {
    const { world, name, groupId } = await aProtectedGroup();
    const payload = { groupId, typedName: name, confirmSelf: true };
    const row = { key: 'deleteGroup', action: 'deleteGroup' } as const;
    const context = world.inSpace('DEMO');
    expect(await attack(world, 'space-settings', row, { handle: 'space-admin', payload, context })).toBe(reason);
  });

  it('by a space admin who adds somebody, whom the page tells before', async () => {
    const { world, groupId } = await aProtectedGroup();
    const { blocked } = valueOf(await world.asSpace('space-admin', 'DEMO', 'mayChangeGroup', { groupId }));
    expect(blocked).toMatchObject({ reason });
    const payload = { groupId, accountIds: [world.id('person-41')] };
    const row = { key: 'addMembers', action: 'addMember' } as const;
    const context = world.inSpace('DEMO');
    expect(await attack(world, 'space-settings', row, { handle: 'space-admin', payload, context })).toBe(reason);
  });

  it('by a space admin who removes somebody', async () => {
    const { world, groupId } = await aProtectedGroup();
    const payload = { groupId, accountIds: [world.id('person-40')], confirmSelf: false };
    const row = { key: 'removeMembers', action: 'removeMember' } as const;
    const context = world.inSpace('DEMO');
    expect(await attack(world, 'space-settings', row, { handle: 'space-admin', payload, context })).toBe(reason);
  });

  it('by a site admin who gives it to another space, or lets it be deleted', async () => {
    const { world, groupId } = await aProtectedGroup();
    const transfer = { handle: 'site-admin', payload: { groupId, spaceKey: 'DEV' } };
    expect(await attack(world, 'global-settings', { key: 'transferGroup', action: 'transferGroup' }, transfer)).toBe(
      reason,
    );
    const row = { key: 'setGroupDeletable', action: 'setGroupDeletable' } as const;
    const deletable = { handle: 'site-admin', payload: { groupId, deletable: true } };
    expect(await attack(world, 'global-settings', row, deletable)).toBe(reason);
  });

  it('by a site admin who takes it over', async () => {
    const { world, groupId } = await aProtectedGroup(false);
    // Whatever else they acknowledge.
    const acknowledgeProductAccess = reason !== 'GROUP_GIVES_PRODUCT_ACCESS';
    const groups = [{ groupId, spaceId: world.spaceId('DEMO'), acknowledgeProductAccess }];
    const [ended] = valueOf(await takeOver(world, 'site-admin', groups));
    expect(ended).toEqual({ groupId, outcome: expect.stringMatching(/^(notAllowed|refused)$/) as string, reason });
    expect(world.entity('group-record')[groupId]).toBeUndefined();
    expect(world.privilegedCalls().filter(isWrite)).toEqual([]);
  });
});

describe('where protection can’t be read', () => {
  it.each(['admin', 'site-admin'] as const)('no group is touched if no group gives %s access', async (access) => {
    const world = await aWorldToAttack();
    for (const { grants, listedAs } of world.model.groups.values())
      [grants, listedAs].forEach((set) => set.delete(access));
    const payload = { groupId: world.demoGroup, accountIds: [world.id('person-41')] };
    const row = { key: 'addMembers', action: 'addMember' } as const;
    const context = world.inSpace('DEMO');
    expect(await attack(world, 'space-settings', row, { handle: 'space-admin', payload, context })).toBe(
      'PROTECTION_UNKNOWN',
    );
  });
});

describe('a name that no space admin may create', () => {
  it.each([
    ['DEMO', 'x-admins', 'GROUP_NAME_RESERVED'],
    ['DEMO', 'X-ADMINS', 'GROUP_NAME_RESERVED'],
    ['DEMO', 'secret', 'GROUP_BLOCKED'],
    ['CONFLUENCE', 'users', 'GROUP_NAME_RESERVED'],
    ['JIRA', 'anything', 'GROUP_NAME_RESERVED'],
  ])('in space %s: %s', async (key, name, reason) => {
    const world = await aWorldToAttack();
    await blocking('demo-secret', 'unrelated')(world);
    world.model.space('DEMO').key = key;
    const row = { key: 'createGroup', action: 'createGroup' } as const;
    const context = world.inSpace(key);
    expect(await attack(world, 'space-settings', row, { handle: 'space-admin', payload: { name }, context })).toBe(
      reason,
    );
  });
});
