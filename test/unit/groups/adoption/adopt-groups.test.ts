import { describe, it } from 'vitest';

import { adoptGroups } from '../../../../src/groups/adoption/adopt-groups';
import { SpaceId } from '../../../../src/shared/ids';
import {
  aGroup,
  aGroupId,
  ann,
  aSpace,
  auditDown,
  bob,
  boss,
  devId,
  failureFrom,
  hrId,
  someRules,
  proved,
} from '../../../support/ports/builders';
import { SITE_ADMINS, USERS } from '../../../support/ports/site';
import { aWorld, type World } from '../../../support/ports/world';

const mineId = SpaceId.parse('30');
async function adopt(world: World, ...groups: [groupId: string, spaceId?: SpaceId, acknowledge?: boolean][]) {
  return adoptGroups(world.ports, proved(boss), {
    groups: groups.map(([groupId, spaceId = devId, acknowledgeProductAccess = false]) => ({
      groupId: aGroupId(groupId),
      spaceId,
      acknowledgeProductAccess,
    })),
  });
}

describe('adopting groups', () => {
  it('gives each to its space, recorded, without touching the group', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-old', name: 'Old Writers' }), bob);
    expect(await adopt(world, ['g-old', hrId])).toEqual({ groups: [{ groupId: 'g-old', outcome: 'adopted' }] });
    expect(world.groupRecords.stored.get(aGroupId('g-old'))).toEqual({
      groupId: 'g-old',
      spaceId: '20',
      groupName: 'Old Writers',
      origin: 'adopted',
      deletable: false,
      grantsProductAccess: false,
      recordedBy: 'boss',
      recordedAt: '2026-11-21T10:00:00.000Z',
      lastChange: '2026-11-21T10:00:00.000Z#g-old',
    });
    expect(world.journal.lines('attempt', 'add record', 'settle')).toEqual([
      'attempt adoptGroup Old Writers',
      'add record g-old',
      'settle succeeded',
    ]);
    expect(world.auditLog.attempts).toMatchObject([{ caller: 'boss', spaceId: '20', groupId: 'g-old' }]);
  });

  it('answers for each group alone', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-new', name: 'new' }));
    world.site.has(aGroup({ groupId: 'g-external', name: 'external', managedBy: 'EXTERNAL' }));
    world.owns();
    const { groups } = await adopt(
      world,
      ['g-new'],
      ['g-writers', hrId],
      ['g-external'],
      ['g-nowhere'],
      [SITE_ADMINS],
      [USERS],
      ['g-new', SpaceId.parse('99')],
    );
    expect(groups.map(({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' '))).toEqual([
      'adopted',
      'alreadyRecorded',
      'refused GROUP_MANAGED_OUTSIDE',
      'refused GROUP_NOT_FOUND',
      'refused GROUP_GIVES_ADMIN_ACCESS',
      'refused GROUP_GIVES_PRODUCT_ACCESS',
      'refused SPACE_NOT_FOUND',
    ]);
    expect(world.groupRecords.stored.get(aGroup().groupId)).toMatchObject({ spaceId: devId, recordedBy: ann });
    expect(world.auditLog.lines()).toEqual(['adoptGroup new succeeded', 'adoptGroup dev-writers failed CONFLICT']);
  });

  it('remembers an acknowledgement only where there is product access to acknowledge', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-new', name: 'new' }));
    await adopt(world, [USERS, devId, true], ['g-new', devId, true]);
    expect(world.groupRecords.stored.get(USERS)?.grantsProductAccess).toBe(true);
    expect(world.groupRecords.stored.get(aGroupId('g-new'))?.grantsProductAccess).toBe(false);
  });

  it('gives groups to personal spaces only where those are switched on', async ({ expect }) => {
    const world = aWorld();
    world.site.spaces.push(aSpace({ spaceId: mineId, key: '~ann', personal: true }));
    world.site.has(aGroup());
    const { groups } = await adopt(world, ['g-writers', mineId]);
    expect(groups).toEqual([{ groupId: 'g-writers', outcome: 'refused', reason: 'SPACE_NOT_FOUND' }]);
    world.settings.stored.rules = someRules({ personalSpaces: true });
    expect((await adopt(world, ['g-writers', mineId])).groups).toEqual([{ groupId: 'g-writers', outcome: 'adopted' }]);
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup());
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(adopt(world, ['g-writers']))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it('that fails for one group does not say that nothing has changed, if another was adopted', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup());
    world.site.has(aGroup({ groupId: 'g-new', name: 'new' }));
    world.journal.fail('attempt', auditDown, { about: 'adoptGroup dev-writers' });
    expect(await failureFrom(adopt(world, ['g-writers'], ['g-new']))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'some',
    });
    expect([...world.groupRecords.stored.keys()]).toEqual(['g-new']);
    expect(world.auditLog.lines()).toEqual(['adoptGroup new succeeded']);
  });
});
