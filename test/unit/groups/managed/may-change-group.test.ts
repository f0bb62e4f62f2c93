import { describe, it } from 'vitest';

import { mayChangeGroup } from '../../../../src/groups/managed/may-change-group';
import { boss, failureFrom, someRules } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function owning(...given: Parameters<World['owns']>) {
  const world = aWorld();
  const group = world.owns(...given);
  const { groupId } = group;
  return { world, group, ask: () => mayChangeGroup(world.ports, world.inDev, { groupId }) };
}

describe('whether a group may be changed', () => {
  it('is read once, as the privileged user', async ({ expect }) => {
    const { world, ask } = owning();
    expect(await ask()).toEqual({});
    expect(world.journal.lines('accessOf')).toHaveLength(1);
  });

  it('depends on the access that it gives', async ({ expect }) => {
    const { world, group, ask } = owning();
    world.site.access = { ...world.site.access, productAccess: new Set([group.groupId]) };
    expect(await ask()).toEqual({ blocked: { reason: 'GROUP_GIVES_PRODUCT_ACCESS' } });
    world.site.access = { ...world.site.access, siteAdmin: new Set([group.groupId]) };
    expect(await ask()).toEqual({ blocked: { reason: 'GROUP_GIVES_ADMIN_ACCESS' } });
  });

  it('names who saved the block list', async ({ expect }) => {
    const { world, ask } = owning();
    world.settings.stored.rules = { ...someRules({ blockList: ['dev-*'] }), savedBy: boss };
    expect(await ask()).toEqual({ blocked: { reason: 'GROUP_BLOCKED', askAccountId: boss } });
  });

  it('isn’t told where the access can’t be read', async ({ expect }) => {
    const { world, ask } = owning();
    world.site.access = { ...world.site.access, admin: new Set() };
    expect(await ask()).toEqual({});
  });

  it('of a group that is gone is not found', async ({ expect }) => {
    const { world, group, ask } = owning();
    world.site.groups.delete(group.groupId);
    expect(await failureFrom(ask())).toMatchObject({ code: 'NOT_FOUND', what: 'group' });
  });
});
