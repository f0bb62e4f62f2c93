// Groups taken over by a run, in the right of a site admin.
import { describe, it } from 'vitest';

import { resumeRun } from '../../../../src/broker/runs/change-run';
import { SpaceId } from '../../../../src/shared/ids';
import { aGroup, ann, aSpace, bob, devId, hrId, someRules } from '../../../support/ports/builders';
import type { World } from '../../../support/ports/world';
import { linesOf, READER, taking } from './taking';

const nowhere = SpaceId.parse('999');

describe('taking groups over', () => {
  it('gives them to their space, and leaves groups and members as they are', async ({ expect }) => {
    const { world, groups, take } = taking(9);
    const { run, tally } = await take();
    expect([run.state, tally.succeeded]).toEqual(['done', 9]);
    const records = [...world.groupRecords.stored.values()];
    expect(records.map(({ groupId, groupName }) => [groupId, groupName])).toEqual(
      groups.map(({ groupId, name }) => [groupId, name]),
    );
    expect(records[0]).toMatchObject({
      spaceId: devId,
      origin: 'adopted',
      deletable: false,
      grantsProductAccess: false,
      recordedBy: ann,
      runId: run.runId,
      attemptId: `${run.runId}#1#1`,
    });
    expect(groups.map(({ groupId }) => world.site.membersOf(groupId))).toEqual(groups.map(() => [bob]));
    expect(world.auditLog.attempts.map(({ action }) => action)).toEqual([
      'applySiteRun',
      ...groups.map(() => 'adoptGroup'),
    ]);
  });

  it('goes on without the person: spaces as them, groups as the privileged user', async ({ expect }) => {
    const { world, take, deliverAll } = taking(300);
    const { run } = await take();
    const before = world.journal.lines().length;
    await deliverAll();
    expect(world.runs.runs.get(run.runId)?.state).toBe('done');
    expect(world.groupRecords.stored.size).toBe(300);
    const calls = world.journal.entries.slice(before).map(({ call, as }) => [call, as].filter(Boolean).join(' as '));
    const asked = calls.filter((call) => !/^(save part|change run|push|read stored)/.test(call));
    expect([...new Set(asked)].toSorted()).toEqual([
      'accessOf as boss',
      'read group as boss',
      'requester spaces as ann',
    ]);
  });

  it('has nothing to do a second time', async ({ expect }) => {
    const { world, groups, take } = taking(8);
    await take();
    const stored = new Map(world.groupRecords.stored);
    const { run, tally } = await take(linesOf(groups));
    expect([run.state, tally.unchanged, tally.succeeded]).toEqual(['done', 8, 0]);
    expect(world.groupRecords.stored).toEqual(stored);
  });

  it.for([
    ['is gone', (world: World, id: string): void => void world.site.groups.delete(id as never), 'GROUP_NOT_FOUND'],
    [
      'gives admin access',
      (world: World, id: string): void =>
        void Object.assign(world.site, {
          access: { ...world.site.access, admin: new Set([...world.site.access.admin, id]) },
        }),
      'GROUP_GIVES_ADMIN_ACCESS',
    ],
    [
      'gives product access',
      (world: World, id: string): void =>
        void Object.assign(world.site, {
          access: { ...world.site.access, productAccess: new Set([...world.site.access.productAccess, id]) },
        }),
      'GROUP_GIVES_PRODUCT_ACCESS',
    ],
    [
      'is managed outside',
      (world: World, id: string): void =>
        void world.site.has(aGroup({ groupId: id, name: 'team-2', managedBy: 'EXTERNAL' })),
      'GROUP_MANAGED_OUTSIDE',
    ],
    [
      'is blocked',
      (world: World): void =>
        void Object.assign(world.settings.stored, { rules: someRules({ blockList: ['team-2'] }) }),
      'GROUP_BLOCKED',
    ],
    [
      'has a reserved name',
      (world: World, id: string): void => void world.site.has(aGroup({ groupId: id, name: 'team-admins' })),
      'GROUP_NAME_RESERVED',
    ],
    [
      'belongs to another space',
      (world: World, id: string): void => void world.owns({ groupId: id, name: 'team-2' }, [], { spaceId: hrId }),
      'GROUP_TAKEN',
    ],
  ] as const)('leaves a group alone that %s, and takes the others', async ([, happen, code], { expect }) => {
    const { world, groups, plan, apply } = taking(3);
    const planned = await plan(linesOf(groups));
    happen(world, 'g-take-2');
    const { run, tally, parts } = await apply(planned);
    expect([run.state, tally.succeeded, tally.refused]).toEqual(['done', 2, 1]);
    expect(parts[0]?.lines[1]).toMatchObject({ outcome: 'refused', code, attempt: 0 });
    expect(world.auditLog.attempts.length).toBe(3);
  });

  it.for([
    ['is gone', (world: World): void => void world.site.groups.delete('g-take-2' as never), { spaceId: devId }],
    [
      'is blocked',
      (world: World): void =>
        void Object.assign(world.settings.stored, { rules: someRules({ blockList: ['team-2'] }) }),
      { spaceId: devId, groupId: 'g-take-2', groupName: 'team-2' },
    ],
    [
      'belongs to another space',
      (world: World): void =>
        void world.owns({ groupId: 'g-take-2', name: 'team-2' }, [], { spaceId: hrId, groupName: 'team-2' }),
      { spaceId: devId, groupId: 'g-take-2', groupName: 'team-2' },
    ],
    [
      'is for a space that is gone',
      (world: World): void => void world.site.spaces.splice(0),
      { groupId: 'g-take-2', groupName: 'team-2' },
    ],
  ] as const)('tells the audit what is known to exist of a group that %s', async ([, happen, shown], { expect }) => {
    const { world, groups, plan, apply } = taking(3);
    const planned = await plan(linesOf(groups, { groupName: 'as the page says' }).slice(1, 2));
    happen(world);
    await apply(planned);
    expect(world.auditLog.refusals).toEqual([
      {
        at: expect.any(String) as string,
        caller: ann,
        action: 'adoptGroup',
        reason: expect.any(String) as string,
        runId: planned.run.runId,
        ...shown,
      },
    ]);
  });

  it('takes one that gives product access if that is acknowledged', async ({ expect }) => {
    const { world, groups, take } = taking(1);
    const ids = groups.map(({ groupId }) => groupId);
    world.site.access = { ...world.site.access, productAccess: new Set(ids) };
    await take(linesOf(groups, { acknowledgeProductAccess: true }));
    expect([...world.groupRecords.stored.values()]).toMatchObject([{ grantsProductAccess: true }]);
  });

  it.for([
    ['that nobody knows', nowhere, 'SPACE_NOT_FOUND'],
    ['of a person, where that is off', SpaceId.parse('30'), 'PERSONAL_SPACE_OFF'],
  ] as const)('gives no group to a space %s', async ([, spaceId, code], { expect }) => {
    const { world, groups, take } = taking(1);
    world.site.spaces.push(aSpace({ spaceId: SpaceId.parse('30'), key: '~ann', personal: true }));
    const { parts } = await take(linesOf(groups, { spaceId }));
    expect(parts[0]?.lines[0]).toMatchObject({ outcome: 'refused', code });
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it('stops where nobody can tell which groups give access', async ({ expect }) => {
    const { world, groups, plan, apply } = taking(3);
    const planned = await plan(linesOf(groups));
    world.site.access = { ...world.site.access, admin: new Set() };
    expect((await apply(planned)).run).toMatchObject({ state: 'stopped', why: 'PROTECTION_UNKNOWN' });
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it('waits while all changes are paused, since groups are read as the privileged user', async ({ expect }) => {
    const { world, take, deliverAll, prove } = taking(120);
    const { run } = await take();
    const setting = world.settings.stored.privilegedUser;
    world.settings.stored.privilegedUser = { ...setting, paused: { by: ann, at: '2026-11-21T10:00:00.000Z' } };
    await deliverAll();
    expect(world.runs.runs.get(run.runId)).toMatchObject({ state: 'waiting', why: 'PAUSED' });
    expect(world.groupRecords.stored.size).toBe(0);
    world.settings.stored.privilegedUser = setting;
    prove();
    await resumeRun(world.ports, READER, run.runId);
    await deliverAll();
    expect(world.groupRecords.stored.size).toBe(120);
  });

  it('stops once Forge no longer acts for whoever asked', async ({ expect }) => {
    const { world, take, deliverAll } = taking(120);
    const { run } = await take();
    world.site.unusable.add(ann);
    await deliverAll();
    expect(world.runs.runs.get(run.runId)).toMatchObject({ state: 'stopped', why: 'REQUESTER_UNAVAILABLE' });
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it('may be applied for a fortnight', async ({ expect }) => {
    const { world, groups, plan, apply, prove } = taking(1);
    const planned = await plan(linesOf(groups));
    world.clock.advance(14 * 86_400_000 - 1);
    prove();
    expect((await apply(planned)).tally.succeeded).toBe(1);
    const late = await plan(linesOf(groups));
    world.clock.advance(14 * 86_400_000);
    prove();
    await expect(apply(late)).rejects.toMatchObject({ failure: { code: 'CONFLICT', what: 'run' } });
  });

  it('reads what it stands on again, once it is older than five seconds', async ({ expect }) => {
    const { world, groups, plan, apply } = taking(3);
    const planned = await plan(linesOf(groups));
    world.journal.before('read group', () => world.clock.advance(5001));
    expect((await apply(planned)).tally.succeeded).toBe(3);
    expect(world.journal.lines('accessOf').length).toBe(2);
  });
});
