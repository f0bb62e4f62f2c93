import { describe, it } from 'vitest';

import { openGroup } from '../../../../src/groups/managed/open-group';
import { ann, bob, boss, someRules } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function owning(...given: Parameters<World['owns']>) {
  const world = aWorld();
  const { groupId } = world.owns(...given);
  return { world, open: () => openGroup(world.ports, world.inDev, { groupId }) };
}

describe('a group', () => {
  it('comes with the names of its first members that Confluence shows', async ({ expect }) => {
    const { world, open } = owning({}, [ann, bob]);
    world.site.names.set(bob, 'Bob Builder');
    expect((await open()).members).toMatchObject({ accountIds: [ann, bob], names: { bob: 'Bob Builder' } });
  });

  it('that may be changed has no reason against it', async ({ expect }) => {
    expect(await owning().open()).not.toHaveProperty('blocked');
  });

  it.for([
    ['managed outside', { managedBy: 'EXTERNAL' }, 'GROUP_MANAGED_OUTSIDE'],
    ['a team', { usageType: 'TEAM_COLLABORATION' }, 'GROUP_MANAGED_OUTSIDE'],
    ['of a reserved name', { name: 'jira-dev' }, 'GROUP_NAME_RESERVED'],
  ] as const)('%s says so before anybody tries', async ([, facts, reason], { expect }) => {
    expect((await owning(facts).open()).blocked).toEqual({ reason });
  });

  it('of the block list says so, and who saved the rules', async ({ expect }) => {
    const { world, open } = owning();
    world.settings.stored.rules = { ...someRules({ blockList: ['dev-*'] }), savedBy: boss };
    expect((await open()).blocked).toEqual({ reason: 'GROUP_BLOCKED', askAccountId: boss });
  });

  it('of the block list says so if nobody knows who saved the rules', async ({ expect }) => {
    const { world, open } = owning();
    world.settings.stored.rules = someRules({ blockList: ['dev-*'] });
    expect((await open()).blocked).toEqual({ reason: 'GROUP_BLOCKED' });
  });
});
