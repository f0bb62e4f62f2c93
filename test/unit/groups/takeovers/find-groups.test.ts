// Groups that could be taken over: found by the pattern or by a part of their name.
import { describe, it } from 'vitest';

import { findGroups } from '../../../../src/groups/takeovers/find-groups';
import type { FoundGroup } from '../../../../src/shared/groups/takeovers';
import { SpaceId } from '../../../../src/shared/ids';
import { aGroup, aSpace, boss, failureFrom, proved, someRules } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

async function find(world: World, request: { start?: number; text?: string } = {}) {
  return findGroups(world.ports, proved(boss, world.clock.now()), { start: 0, ...request });
}
function has(world: World, ...names: string[]) {
  for (const name of names) world.site.has(aGroup({ groupId: `g-${name}`, name }));
}
function gives(world: World, kind: 'admin' | 'productAccess', id: string) {
  world.site.access = { ...world.site.access, [kind]: new Set([...world.site.access[kind], id]) };
}
function told({ groupName, space, why, isManaged, spaceWhy }: FoundGroup) {
  return [groupName, space?.key, isManaged && 'managed', why, spaceWhy].filter(Boolean).join(' ');
}

describe('groups that match the pattern', () => {
  it('come with the space that the name points to', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-writers', 'HR-Readers', 'unrelated', 'ops-writers');
    expect(await find(world)).toEqual({
      groups: [
        {
          groupId: 'g-dev-writers',
          groupName: 'dev-writers',
          space: { id: '10', key: 'DEV', name: 'Development' },
          givesProductAccess: false,
        },
        {
          groupId: 'g-HR-Readers',
          groupName: 'HR-Readers',
          space: { id: '20', key: 'HR', name: 'People' },
          givesProductAccess: false,
        },
      ],
      lookedAt: 6,
    });
  });

  it('of DEVOPS are not those of DEV', async ({ expect }) => {
    const world = aWorld();
    world.site.spaces.push(aSpace({ spaceId: SpaceId.parse('30'), key: 'DEVOPS', name: 'Operations' }));
    has(world, 'dev-ops', 'devops-x', 'devops');
    expect((await find(world)).groups.map(told)).toEqual(['dev-ops DEV', 'devops-x DEVOPS']);
  });

  it('say which belong to a space already, which nobody may touch, and leave out names that nobody may have', async ({
    expect,
  }) => {
    const world = aWorld();
    world.owns({ name: 'dev-writers' });
    world.site.has(aGroup({ groupId: 'g-scim', name: 'dev-scim', managedBy: 'EXTERNAL' }));
    has(world, 'dev-admins', 'dev-secret', 'dev-board');
    gives(world, 'admin', 'g-dev-board');
    world.settings.stored.rules = someRules({ blockList: ['dev-secret'] });
    expect((await find(world)).groups.map(told)).toEqual([
      'dev-board DEV GROUP_GIVES_ADMIN_ACCESS',
      'dev-scim DEV GROUP_MANAGED_OUTSIDE',
      'dev-writers DEV managed',
    ]);
  });

  it('say which give product access, and whether that could be found out', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-writers');
    gives(world, 'productAccess', 'g-dev-writers');
    expect((await find(world)).groups).toMatchObject([{ givesProductAccess: true }]);
    world.site.access = { ...world.site.access, admin: new Set() };
    expect((await find(world)).groups).toMatchObject([{ givesProductAccess: 'notChecked' }]);
  });

  it('may be few on a page although there are more: it says where to go on', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-a', 'hr-c', 'zzz-b');
    world.site.groupsAPage = 2;
    const first = await find(world);
    expect(first).toMatchObject({ groups: [{ groupName: 'dev-a' }], lookedAt: 2, nextStart: 2 });
    expect(await find(world, { start: 2 })).toMatchObject({ groups: [{ groupName: 'hr-c' }], nextStart: 4 });
    expect(await find(world, { start: 4 })).toEqual({ groups: [], lookedAt: 1 });
  });
});

describe('groups of which a part of the name is known', () => {
  it('are all that have it, of whatever pattern and kind', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-writers', 'the-writers-of-hr', 'readers', 'confluence-writers');
    expect((await find(world, { text: 'writers' })).groups.map(told)).toEqual([
      'confluence-writers GROUP_NAME_RESERVED',
      'dev-writers DEV',
      'the-writers-of-hr',
    ]);
  });

  it('aren’t given to a personal space where personal spaces are off', async ({ expect }) => {
    const world = aWorld();
    world.site.spaces.push(aSpace({ spaceId: SpaceId.parse('30'), key: 'ME', personal: true }));
    has(world, 'me-writers');
    expect((await find(world, { text: 'me-' })).groups.map(told)).toEqual(['me-writers PERSONAL_SPACE_OFF']);
  });

  it('aren’t looked for without a privileged user, who alone can say what they give', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    expect(await failureFrom(find(world, { text: 'writers' }))).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    expect(world.journal.lines('searchGroups', 'accessOf')).toEqual([]);
  });
});
