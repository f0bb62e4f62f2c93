import { describe, it } from 'vitest';

import { keepWhereItWorks } from '../../../../src/groups/rules/keep-where-it-works';
import { readRules } from '../../../../src/groups/rules/read-rules';
import { saveRules } from '../../../../src/groups/rules/save-rules';
import { worksIn } from '../../../../src/shared/groups/where';
import { SpaceId } from '../../../../src/shared/ids';
import { boss, devId, failureFrom, hrId, proved, someRules } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const NOWHERE = { spaces: 'only', spaceIds: [] };

/** A site whose rules say nothing of where the app works. */
function undecided(): World {
  const world = aWorld();
  const { where: _where, ...rules } = someRules();
  world.settings.stored.rules = rules;
  return world;
}

async function whereNow(world: World) {
  return (await readRules(world.ports)).rules.where;
}

describe('where it works, if nobody has decided it', () => {
  it('is nowhere on a new site', async ({ expect }) => {
    const world = undecided();
    world.settings.stored.privilegedUser = {};
    expect(await whereNow(world)).toEqual(NOWHERE);
  });

  it.for<[string, (world: World) => void]>([
    ['a privileged user', () => undefined],
    [
      'records of groups',
      (world) => {
        world.settings.stored.privilegedUser = {};
        world.owns();
      },
    ],
    [
      'the old credentials',
      (world) => {
        world.settings.stored.privilegedUser = {};
        world.legacyCredentials.stored = true;
      },
    ],
  ])('is everywhere on a site that has %s', async ([, prepare], { expect }) => {
    const world = undecided();
    prepare(world);
    expect(await whereNow(world)).toEqual({ spaces: 'all' });
    await keepWhereItWorks(world.ports);
    expect(world.settings.stored.rules).not.toHaveProperty('where');
  });

  it('stays nowhere when a new site chooses its first privileged user', async ({ expect }) => {
    const world = undecided();
    world.settings.stored.privilegedUser = {};
    await keepWhereItWorks(world.ports);
    await keepWhereItWorks(world.ports);
    expect(world.settings.stored.rules).toMatchObject({ where: NOWHERE });
    expect(world.settings.versions.rules).toBe(1);
  });
});

describe('the spaces that are named', () => {
  it.for([
    [{ spaces: 'all' }, true, true],
    [{ spaces: 'only', spaceIds: [devId] }, true, false],
    [{ spaces: 'except', spaceIds: [devId] }, false, true],
  ] as const)('%j', ([where, inDev, inHr], { expect }) => {
    const given = where.spaces === 'all' ? where : { ...where, spaceIds: [...where.spaceIds] };
    expect([worksIn(given, devId), worksIn(given, hrId)]).toEqual([inDev, inHr]);
  });

  it('must be visible to the admin when they are added, and may have been deleted since', async ({ expect }) => {
    const world = aWorld();
    const gone = SpaceId.parse('404');
    const rules = someRules({ where: { spaces: 'only', spaceIds: [gone] } });
    expect(await failureFrom(saveRules(world.ports, proved(boss), { rules, version: 0 }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'rules.where.spaceIds' }],
    });
    expect(world.settings.versions.rules).toBe(0);
    world.settings.stored.rules = rules;
    const saved = await saveRules(world.ports, proved(boss), { rules, version: 0 });
    expect(saved.spaces).toEqual([]);
    expect(saved.rules).not.toHaveProperty('savedBy');
  });
});
