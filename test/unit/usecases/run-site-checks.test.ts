import { describe, it } from 'vitest';

import { BELIEFS } from '../../../src/shared/site-checks';
import { runSiteChecks } from '../../../src/usecases/run-site-checks';
import { anObservation, ann, refusedByAtlassian } from '../../support/ports/builders';
import { aWorld, type World } from '../../support/ports/world';

const run = (world: World, payload = {}) => runSiteChecks(world.ports, { caller: ann }, payload);
const leftOver = (world: World) => [...world.site.groups.values()].filter(({ name }) => /check/i.test(name));

describe('the site checks', () => {
  it('delete a second group that a site lets them make', async ({ expect }) => {
    const world = aWorld();
    // The fake site minds the case of names, so this belief is false here.
    const { checks } = await run(world);
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([
      { belief: 'nameInOtherCase', outcome: 'broken', seen: 'a second group was made' },
    ]);
    expect(leftOver(world)).toEqual([]);
  });

  it('try nothing when there is no time', async ({ expect }) => {
    const world = aWorld();
    world.time.remainingMs = 1_000;
    const { checks } = await run(world);
    expect(checks.map(({ belief }) => belief)).toEqual(BELIEFS);
    expect(new Set(checks.map(({ outcome }) => outcome))).toEqual(new Set(['notRun']));
    expect(world.journal.lines('createGroup')).toEqual([]);
  });

  it('delete their group when the time runs out on the way', async ({ expect }) => {
    const world = aWorld();
    const before = world.groupWriter;
    world.ports.groupWriter = {
      ...before,
      createGroup: async (grant) => {
        world.time.remainingMs = 1_000;
        return before.createGroup(grant);
      },
    };
    const { checks } = await run(world);
    expect(checks.find(({ belief }) => belief === 'deleteGroup')?.outcome).toBe('holds');
    expect(checks).toContainEqual({ belief: 'addMember', outcome: 'notRun', why: 'noTimeLeft' });
    expect(leftOver(world)).toEqual([]);
  });

  it('keep the observation that stands, and add to it a group that could not be deleted', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation();
    world.groupWriter.deleteGroup = async () => {
      throw refusedByAtlassian;
    };
    await run(world);
    const left = leftOver(world).map(({ groupId, name: groupName }) => ({ groupId, groupName }));
    expect(left).not.toEqual([]);
    expect(world.settings.stored.observation).toEqual(anObservation({ leftoverCheckGroups: left.toReversed() }));
  });
});
