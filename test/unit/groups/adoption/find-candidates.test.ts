import { describe, it } from 'vitest';

import { findCandidates } from '../../../../src/groups/adoption/find-candidates';
import { SpaceId } from '../../../../src/shared/ids';
import { aGroup, aSpace, someRules } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

async function find(world: World, start = 0) {
  return findCandidates(world.ports, {}, { start });
}
function has(world: World, ...names: string[]) {
  return names.forEach((name) => world.site.has(aGroup({ groupId: `g-${name}`, name })));
}

describe('candidates for adoption', () => {
  it('are groups named by the pattern, with the space that the name points to', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-writers', 'HR-Readers', 'unrelated', 'ops-writers');
    expect(await find(world)).toEqual({
      candidates: [
        {
          groupId: 'g-dev-writers',
          groupName: 'dev-writers',
          space: { id: '10', key: 'DEV', name: 'Development' },
          grantsProductAccess: false,
        },
        {
          groupId: 'g-HR-Readers',
          groupName: 'HR-Readers',
          space: { id: '20', key: 'HR', name: 'People' },
          grantsProductAccess: false,
        },
      ],
    });
  });

  it('of DEVOPS are not those of DEV', async ({ expect }) => {
    const world = aWorld();
    world.site.spaces.push(aSpace({ spaceId: SpaceId.parse('30'), key: 'DEVOPS', name: 'Operations' }));
    has(world, 'dev-ops', 'devops-x', 'devops');
    const { candidates } = await find(world);
    expect(candidates.map(({ groupName, space }) => `${groupName} ${space.key}`)).toEqual([
      'dev-ops DEV',
      'devops-x DEVOPS',
    ]);
  });

  it('are never groups that belong to a space already, or that nobody may touch', async ({ expect }) => {
    const world = aWorld();
    world.owns({ name: 'dev-writers' });
    world.site.has(aGroup({ groupId: 'g-scim', name: 'dev-scim', managedBy: 'EXTERNAL' }));
    has(world, 'dev-admins', 'dev-secret');
    world.settings.stored.rules = someRules({ blockList: ['dev-secret'] });
    expect((await find(world)).candidates).toEqual([]);
  });

  it('that give product access are marked', async ({ expect }) => {
    const world = aWorld();
    const group = world.site.has(aGroup());
    world.site.access = { ...world.site.access, productAccess: new Set([group.groupId]) };
    expect((await find(world)).candidates).toMatchObject([{ groupId: group.groupId, grantsProductAccess: true }]);
  });

  it('may be few on a page although there are more: it says where to go on', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-a', 'zzz-b', 'hr-c');
    world.site.groupsAPage = 2;
    const first = await find(world);
    expect(first).toMatchObject({ candidates: [{ groupName: 'dev-a' }], nextStart: 2 });
    expect(await find(world, first.nextStart)).toMatchObject({ candidates: [{ groupName: 'hr-c' }], nextStart: 4 });
    expect(await find(world, 4)).toEqual({ candidates: [] });
  });
});
