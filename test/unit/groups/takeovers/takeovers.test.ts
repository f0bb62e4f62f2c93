// Groups that a Confluence administrator plans to take over, and takes over as a site admin.
import { describe, it } from 'vitest';

import { withProof } from '../../../../src/broker/site-admin/proofs';
import { applyTakeover } from '../../../../src/groups/takeovers/apply-takeover';
import { cancelTakeover } from '../../../../src/groups/takeovers/cancel-takeover';
import { planTakeover } from '../../../../src/groups/takeovers/plan-takeover';
import { planTakeoverUndo } from '../../../../src/groups/takeovers/plan-takeover-undo';
import { readTakeoverLines } from '../../../../src/groups/takeovers/read-takeover-lines';
import { resumeTakeover } from '../../../../src/groups/takeovers/resume-takeover';
import { watchTakeover } from '../../../../src/groups/takeovers/watch-takeover';
import type { SpaceId } from '../../../../src/shared/ids';
import { SpaceId as Space } from '../../../../src/shared/ids';
import { aGroup, ann, bob, boss, devId, failureFrom, hrId, proved } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const NO_RUN = { code: 'NOT_FOUND', what: 'run' };
const CONFLICT = { code: 'CONFLICT', what: 'run' };

function taking(count: number) {
  const world = aWorld();
  const groups = Array.from({ length: count }, (_, index) =>
    world.site.has(aGroup({ groupId: `g-take-${String(index + 1)}`, name: `team-${String(index + 1)}` }), bob),
  );
  world.siteAdminProofs.stored = withProof(world.siteAdminProofs.stored, ann, world.clock.now());
  function as(caller = ann) {
    return proved(caller, world.clock.now());
  }
  function plan(spaceId: SpaceId = devId) {
    return planTakeover(world.ports, as(), {
      groups: groups.map(({ groupId, name: groupName }) => ({
        groupId,
        groupName,
        spaceId,
        acknowledgeProductAccess: false,
        isManagedOutside: undefined,
      })),
    });
  }
  return { world, groups, as, plan };
}

function givesAccess(world: World, kind: 'admin' | 'productAccess', id: string) {
  world.site.access = { ...world.site.access, [kind]: new Set([...world.site.access[kind], id]) };
}

describe('a plan', () => {
  it('says what would happen to each group, and changes nothing', async ({ expect }) => {
    const { world, as, plan } = taking(6);
    world.owns({ groupId: 'g-take-2', name: 'team-2' }, [], { spaceId: devId });
    world.owns({ groupId: 'g-take-3', name: 'team-3' }, [], { spaceId: hrId });
    givesAccess(world, 'admin', 'g-take-4');
    givesAccess(world, 'productAccess', 'g-take-5');
    const stored = new Map(world.groupRecords.stored);
    const { changeId, ...view } = await plan();
    expect(view).toMatchObject({
      version: 1,
      source: 'list',
      state: 'planned',
      by: ann,
      lines: 6,
      planned: { willChange: 2, nothingToDo: 1, notAllowed: 3 },
      lapsesAt: '2026-12-05T10:00:00.000Z',
      mayUndo: false,
      aboutMinutes: 1,
    });
    const { lines } = await readTakeoverLines(world.ports, as(bob), { changeId });
    expect(lines.map(({ verdict, reason }) => [verdict, reason].filter(Boolean).join(' '))).toEqual([
      'willChange',
      'nothingToDo',
      'notAllowed GROUP_TAKEN',
      'notAllowed GROUP_GIVES_ADMIN_ACCESS',
      'notAllowed GROUP_GIVES_PRODUCT_ACCESS',
      'willChange',
    ]);
    expect(world.groupRecords.stored).toEqual(stored);
  });

  it('keeps groups that have no space yet, or that nobody may take over', async ({ expect }) => {
    const { world, groups, as } = taking(7);
    world.owns({ groupId: 'g-take-2', name: 'team-2' }, [], { spaceId: hrId });
    givesAccess(world, 'admin', 'g-take-3');
    givesAccess(world, 'productAccess', 'g-take-4');
    givesAccess(world, 'productAccess', 'g-take-5');
    const planned = groups.map(({ groupId, name }, index) => ({
      groupId,
      groupName: index === 6 ? 'site-admins' : name,
      spaceId: undefined,
      acknowledgeProductAccess: index === 4,
      isManagedOutside: index === 5 ? (true as const) : undefined,
    }));
    const { changeId, planned: counts } = await planTakeover(world.ports, as(), { groups: planned });
    expect(counts).toEqual({ willChange: 0, nothingToDo: 1, notAllowed: 3, choose: 3 });
    const { lines } = await readTakeoverLines(world.ports, as(bob), { changeId });
    expect(
      lines.map(({ verdict, reason, spaceId, acknowledgesProductAccess }) =>
        [verdict, reason, spaceId, acknowledgesProductAccess && 'acknowledged'].filter(Boolean).join(' '),
      ),
    ).toEqual([
      'choose',
      'nothingToDo',
      'notAllowed GROUP_GIVES_ADMIN_ACCESS',
      'choose GROUP_GIVES_PRODUCT_ACCESS',
      'choose acknowledged',
      'notAllowed GROUP_MANAGED_OUTSIDE',
      'notAllowed GROUP_NAME_RESERVED',
    ]);
    expect(world.journal.lines('spacesById')).toEqual([]);
  });

  it('of groups without a space takes over the others alone', async ({ expect }) => {
    const { world, groups, as } = taking(2);
    const planned = groups.map(({ groupId, name: groupName }, index) => ({
      groupId,
      groupName,
      spaceId: index === 0 ? devId : undefined,
      acknowledgeProductAccess: false,
      isManagedOutside: undefined,
    }));
    const plan = await planTakeover(world.ports, as(), { groups: planned });
    const applied = await applyTakeover(world.ports, as(), plan);
    expect(applied).toMatchObject({ state: 'done', planned: { choose: 1 }, done: { succeeded: 1, notTried: 0 } });
    expect([...world.groupRecords.stored.keys()]).toEqual([groups[0]?.groupId]);
  });

  it('knows no space that its author does not see', async ({ expect }) => {
    const { plan } = taking(1);
    expect((await plan(Space.parse('999'))).planned).toEqual({ willChange: 0, nothingToDo: 0, notAllowed: 1 });
  });

  it('costs the same number of readings for 300 groups as for one, and a storage request more for each 25', async ({
    expect,
  }) => {
    const { world, plan } = taking(300);
    await plan();
    expect(world.journal.lines('accessOf').length).toBe(1);
    expect(world.journal.lines('spacesById').length).toBe(1);
    expect(world.journal.lines('group', 'read group')).toEqual([]);
  });

  it('is applied by its author alone, once they have proved that they are a site admin', async ({ expect }) => {
    const { world, as, plan } = taking(2);
    const { changeId, version } = await plan();
    expect(await failureFrom(applyTakeover(world.ports, as(boss), { changeId, version }))).toEqual(NO_RUN);
    const applied = await applyTakeover(world.ports, as(), { changeId, version });
    expect(applied).toMatchObject({ state: 'done', done: { succeeded: 2, notTried: 0 }, mayUndo: true });
    expect(await failureFrom(applyTakeover(world.ports, as(), { changeId, version }))).toEqual(CONFLICT);
    expect(await watchTakeover(world.ports, ann, { changeId })).toEqual(applied);
    expect(await failureFrom(watchTakeover(world.ports, boss, { changeId }))).toEqual(NO_RUN);
    const run = world.runs.runs.get(changeId);
    if (run !== undefined) world.runs.runs.set(changeId, { ...run, state: 'waiting' });
    const waitsAt = applied.version;
    expect(await watchTakeover(world.ports, ann, { changeId, waitsAt })).toEqual({ isStill: 'waiting' });
    expect(await failureFrom(watchTakeover(world.ports, boss, { changeId, waitsAt }))).toEqual(NO_RUN);
  });

  it('is taken back: groups that were moved since stay', async ({ expect }) => {
    const { world, as, plan, groups } = taking(3);
    const { changeId, version } = await plan();
    expect(await failureFrom(planTakeoverUndo(world.ports, as(), { changeId }))).toEqual(CONFLICT);
    await applyTakeover(world.ports, as(), { changeId, version });
    const [first, second] = groups.map(({ groupId }) => world.groupRecords.stored.get(groupId));
    if (first) world.groupRecords.stored.set(first.groupId, { ...first, spaceId: hrId });
    if (second) world.groupRecords.stored.delete(second.groupId);
    const undo = await planTakeoverUndo(world.ports, as(), { changeId });
    expect(undo).toMatchObject({
      source: 'undo',
      undoes: changeId,
      planned: { willChange: 1, nothingToDo: 1, notAllowed: 1 },
    });
    const { done, mayUndo } = await applyTakeover(world.ports, as(), undo);
    expect([done.succeeded, mayUndo]).toEqual([1, false]);
    expect([...world.groupRecords.stored.keys()]).toEqual([first?.groupId]);
    expect(await failureFrom(planTakeoverUndo(world.ports, as(), undo))).toMatchObject({ reason: 'NOT_UNDOABLE' });
  });

  it('of more than 100 groups is canceled, or goes on once it waits', async ({ expect }) => {
    const { world, as, plan } = taking(101);
    const { changeId, version } = await plan();
    expect((await applyTakeover(world.ports, as(), { changeId, version })).state).toBe('queued');
    expect(await failureFrom(resumeTakeover(world.ports, as(), { changeId }))).toEqual(CONFLICT);
    const run = world.runs.runs.get(changeId);
    if (run) world.runs.runs.set(changeId, { ...run, state: 'waiting', why: 'CONFIRM_AGAIN' });
    expect((await resumeTakeover(world.ports, as(), { changeId })).state).toBe('queued');
    expect(await cancelTakeover(world.ports, as(boss), { changeId })).toMatchObject({
      state: 'cancelled',
      done: { notTried: 101 },
    });
  });

  it('is none of another product', async ({ expect }) => {
    const { world, as, plan } = taking(1);
    const { changeId, version } = await plan();
    const run = world.runs.runs.get(changeId);
    if (run) world.runs.runs.set(changeId, { ...run, product: 'memberships' });
    for (const call of [
      applyTakeover(world.ports, as(), { changeId, version }),
      watchTakeover(world.ports, ann, { changeId }),
      readTakeoverLines(world.ports, as(), { changeId }),
      cancelTakeover(world.ports, as(), { changeId }),
      resumeTakeover(world.ports, as(), { changeId }),
      planTakeoverUndo(world.ports, as(), { changeId }),
    ]) {
      expect(await failureFrom(call)).toEqual(NO_RUN);
    }
  });
});
