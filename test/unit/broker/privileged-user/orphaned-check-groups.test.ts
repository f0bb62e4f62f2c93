import { describe, it } from 'vitest';

import { checkPrivilegedUser } from '../../../../src/broker/privileged-user/check-privileged-user';
import { savePrivilegedUser } from '../../../../src/broker/privileged-user/save-privileged-user';
import { schedules } from '../../../../src/entry/schedules';
import { runSiteChecks } from '../../../../src/groups/site-checks/run-site-checks';
import {
  aGroup,
  ann,
  answerLost,
  boss,
  refusedByAtlassian,
  storageDown,
  proved,
} from '../../../support/ports/builders';
import { aWorld as aBareWorld, type World } from '../../../support/ports/world';

/** A world in which each group gets a name of its own, and a second one the same in other case. */
function aWorld(): World {
  const world = aBareWorld();
  world.site.namesMindCase = true;
  let made = 0;
  world.ids.next = () => String((made += 1)).padStart(12, '0');
  return world;
}
function open({ siteAdminProofs }: World) {
  return siteAdminProofs.stored.openGroups.map(({ groupName }) => groupName);
}
function checkGroups({ site }: World) {
  return [...site.groups.values()].flatMap(({ name }) => (/^space-steward-check/i.test(name) ? [name] : []));
}
async function laterThatDay(world: World) {
  world.clock.advance(11 * 60_000);
  await schedules.healthCheck(world.ports);
}

describe('the group of a check', () => {
  it('that comes to be after its answer was lost, before there is a privileged user, is deleted once there is one', async ({
    expect,
  }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    world.journal.fail('createGroup', answerLost);
    const saved = await savePrivilegedUser(world.ports, proved(boss), { accountId: boss, version: 1 });
    expect(saved).toMatchObject({ outcome: 'refused' });
    const [name = ''] = open(world);
    world.site.has(aGroup({ groupId: 'g-late', name }));
    await laterThatDay(world);
    expect(checkGroups(world)).toEqual([name]);
    await savePrivilegedUser(world.ports, proved(boss, world.clock.now()), { accountId: boss, version: 1 });
    await laterThatDay(world);
    expect([checkGroups(world), open(world)]).toEqual([[], []]);
  });

  it('is waited for ten minutes after its answer was lost: it may come late', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createGroup', answerLost);
    await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    const [name = ''] = open(world);
    world.clock.advance(9 * 60_000);
    await schedules.healthCheck(world.ports);
    expect(open(world)).toContain(name);
    world.clock.advance(2 * 60_000);
    await schedules.healthCheck(world.ports);
    expect(open(world)).not.toContain(name);
  });

  it('that could neither be deleted nor noted is deleted by the daily check', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('deleteGroup', refusedByAtlassian);
    world.journal.fail('saveObservation', storageDown);
    await checkPrivilegedUser(world.ports, proved(ann, world.clock.now())).catch(() => undefined);
    expect(checkGroups(world)).toHaveLength(1);
    await laterThatDay(world);
    expect([checkGroups(world), open(world)]).toEqual([[], []]);
  });

  it('of site checks is noted before it is made, too, and forgotten once it is gone', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('deleteGroup', refusedByAtlassian, { times: 9 });
    await runSiteChecks(world.ports, proved(ann), {});
    // This site lets a second group be made.
    expect(checkGroups(world)).toHaveLength(2);
    expect(open(world).toSorted()).toEqual(checkGroups(world).toSorted());
    const well = aWorld();
    await runSiteChecks(well.ports, proved(ann), {});
    expect(open(well)).toEqual([]);
  });

  it('is not made if its name can’t be stored', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('save proofs', storageDown);
    await checkPrivilegedUser(world.ports, proved(ann, world.clock.now())).catch(() => undefined);
    expect(world.journal.lines('createGroup')).toEqual([]);
  });

  it('that was refused is not looked for', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createGroup', refusedByAtlassian);
    await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    expect(open(world)).toEqual([]);
  });
});
