// Groups that are planned to be taken over and then are: what becomes of each, by the calls of the global page.
import { describe, it } from 'vitest';

import { SpaceId } from '../../../../src/shared/ids';
import {
  aGroup,
  aGroupId,
  ann,
  aSpace,
  bob,
  boss,
  devId,
  hrId,
  someRules,
  storageDown,
} from '../../../support/ports/builders';
import { SITE_ADMINS, USERS } from '../../../support/ports/site';
import { aWorld } from '../../../support/ports/world';
import { planning } from './planning';

const mineId = SpaceId.parse('30');

describe('taking groups over', () => {
  it('gives each to its space, recorded, without touching the group', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-old', name: 'Old Writers' }), bob);
    const { takeOver } = planning(world);
    const { lines, changeId } = await takeOver(['g-old', hrId]);
    expect(lines).toEqual(['succeeded']);
    expect(world.groupRecords.stored.get(aGroupId('g-old'))).toEqual({
      groupId: 'g-old',
      spaceId: '20',
      groupName: 'Old Writers',
      origin: 'adopted',
      deletable: false,
      grantsProductAccess: false,
      recordedBy: 'boss',
      recordedAt: '2026-11-21T10:00:00.000Z',
      lastChange: `2026-11-21T10:00:00.000Z#${changeId}#1#1`,
      runId: changeId,
      attemptId: `${changeId}#1#1`,
    });
    expect(world.auditLog.lines()).toEqual(['applySiteRun succeeded', 'adoptGroup Old Writers succeeded']);
    expect(world.auditLog.attempts.at(-1)).toMatchObject({ caller: 'boss', spaceId: '20', groupId: 'g-old' });
    expect(world.site.membersOf(aGroupId('g-old'))).toEqual([bob]);
  });

  it('answers for each group alone', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-new', name: 'new' }));
    world.site.has(aGroup({ groupId: 'g-newer', name: 'newer' }));
    world.site.has(aGroup({ groupId: 'g-external', name: 'external', managedBy: 'EXTERNAL' }));
    world.owns();
    const { takeOver } = planning(world);
    const { lines } = await takeOver(
      ['g-new'],
      ['g-writers', hrId],
      ['g-external'],
      ['g-nowhere'],
      [SITE_ADMINS],
      [USERS],
      ['g-newer', SpaceId.parse('99')],
    );
    expect(lines).toEqual([
      'succeeded',
      'notAllowed GROUP_TAKEN',
      'refused GROUP_MANAGED_OUTSIDE',
      'refused GROUP_NOT_FOUND',
      'notAllowed GROUP_GIVES_ADMIN_ACCESS',
      'notAllowed GROUP_GIVES_PRODUCT_ACCESS',
      'notAllowed SPACE_NOT_FOUND',
    ]);
    expect(world.groupRecords.stored.get(aGroup().groupId)).toMatchObject({ spaceId: devId, recordedBy: ann });
    expect(world.auditLog.lines()).toEqual(['applySiteRun succeeded', 'adoptGroup new succeeded']);
  });

  it('remembers an acknowledgement only where there is product access to acknowledge', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-new', name: 'new' }));
    await planning(world).takeOver([USERS, devId, true], ['g-new', devId, true]);
    expect(world.groupRecords.stored.get(USERS)?.grantsProductAccess).toBe(true);
    expect(world.groupRecords.stored.get(aGroupId('g-new'))?.grantsProductAccess).toBe(false);
  });

  it('takes nothing for acknowledged that is left out', async ({ expect }) => {
    const world = aWorld();
    expect((await planning(world).takeOver([USERS, devId, undefined])).lines).toEqual([
      'notAllowed GROUP_GIVES_PRODUCT_ACCESS',
    ]);
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it('gives groups to personal spaces only where those are switched on', async ({ expect }) => {
    const world = aWorld();
    world.site.spaces.push(aSpace({ spaceId: mineId, key: '~ann', personal: true }));
    world.site.has(aGroup());
    const { takeOver } = planning(world);
    expect((await takeOver(['g-writers', mineId])).lines).toEqual(['notAllowed PERSONAL_SPACE_OFF']);
    world.settings.stored.rules = someRules({ personalSpaces: true });
    expect((await takeOver(['g-writers', mineId])).lines).toEqual(['succeeded']);
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup());
    world.journal.fail('save part', storageDown, { times: 9 });
    const { takeOver } = planning(world);
    const { lines, view } = await takeOver(['g-writers']);
    expect([lines, view.state, view.why]).toEqual([['notTried'], 'waiting', 'STORAGE_UNAVAILABLE']);
    expect(world.groupRecords.stored.size).toBe(0);
    expect(world.auditLog.lines()).toEqual(['applySiteRun succeeded']);
  });

  it('that can not go on in the middle says which groups are taken', async ({ expect }) => {
    const world = aWorld();
    const groups = Array.from({ length: 9 }, (_, n) => world.site.has(aGroup({ groupId: `g-${n}`, name: `n-${n}` })));
    let saved = 0;
    const { runs } = world.ports;
    world.ports.runs = {
      ...runs,
      savePart: async (...args) => {
        saved += 1;
        if (saved > 1) throw storageDown;
        return runs.savePart(...args);
      },
    };
    const { lines, view } = await planning(world).takeOver(...groups.map(({ groupId }): [string] => [groupId]));
    expect(lines).toEqual([...Array.from({ length: 6 }, () => 'succeeded'), 'notTried', 'notTried', 'notTried']);
    expect(view).toMatchObject({ state: 'waiting', done: { succeeded: 6, notTried: 3 } });
    expect(world.groupRecords.stored.size).toBe(6);
  });
});

describe('while more than five seconds pass', () => {
  const groups = ['one', 'two', 'three'].map((name) => aGroup({ groupId: `g-${name}`, name }));
  const wanted = groups.map(({ groupId }): [string] => [groupId]);

  /** Something happens while the last answer about the groups is on its way, so slowly that none of them counts any more. */
  function late(happen: () => void = () => undefined) {
    const world = aWorld();
    for (const group of groups) world.site.has(group);
    const { takeOver } = planning(world);
    async function takeOverLate() {
      const before = world.journal.entries.length;
      const ended = await takeOver(...wanted);
      return { ...ended, calls: world.journal.entries.slice(before).map(({ call }) => call) };
    }
    const reader = world.ports.privilegedReader;
    let isFirst = true;
    async function group(...args: Parameters<typeof reader.group>) {
      const read = await reader.group(...args);
      if (!isFirst) return read;
      isFirst = false;
      world.clock.advance(5001);
      happen();
      return read;
    }
    world.ports.privilegedReader = { ...reader, group };
    return { world, takeOverLate };
  }

  it('everything is asked again, once for all of them, and they are taken', async ({ expect }) => {
    const { takeOverLate } = late();
    const { lines, calls } = await takeOverLate();
    expect(lines).toEqual(['succeeded', 'succeeded', 'succeeded']);
    // Once for the plan, and twice for its groups.
    expect(calls.filter((call) => call === 'accessOf')).toHaveLength(3);
    expect(calls.filter((call) => call === 'spacesById').length).toBeGreaterThanOrEqual(3);
    expect(calls.filter((call) => call === 'read group')).toHaveLength(6);
  });

  it('none is taken that gives admin access by then, and the others are', async ({ expect }) => {
    const { world, takeOverLate } = late(() => {
      world.site.access = { ...world.site.access, admin: new Set([SITE_ADMINS, aGroupId('g-one')]) };
    });
    const { lines } = await takeOverLate();
    expect(lines).toEqual(['refused GROUP_GIVES_ADMIN_ACCESS', 'succeeded', 'succeeded']);
    expect(world.auditLog.refusals).toMatchObject([
      { reason: 'GROUP_GIVES_ADMIN_ACCESS', groupId: 'g-one', caller: boss },
    ]);
    expect(world.groupRecords.stored.has(aGroupId('g-one'))).toBe(false);
  });

  it('none is taken whose space is gone by then', async ({ expect }) => {
    const { world, takeOverLate } = late(() => {
      world.site.spaces = [];
    });
    expect(new Set((await takeOverLate()).lines)).toEqual(new Set(['refused SPACE_NOT_FOUND']));
    expect(world.groupRecords.stored.size).toBe(0);
  });
});
