// Existing groups that a site admin lends to a space, and what may be done with them afterwards.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';
import { takeOver } from '../../support/takeovers';

let world: World;
let oncall: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  oncall = world.groupId('devops-oncall');
});

async function adopt(handle: string, groupId: GroupId, space: string, acknowledgeProductAccess = false) {
  return takeOver(world, handle, [{ groupId, spaceId: world.spaceId(space), acknowledgeProductAccess }]);
}
async function outcome(...adoption: Parameters<typeof adopt>) {
  return valueOf(await adopt(...adoption))[0];
}
function records() {
  return world.entity('group-record');
}
async function add(handle = 'other-admin', space = 'DEVOPS') {
  return world.asSpace(handle, space, 'addMembers', { groupId: oncall, accountIds: [world.id('person-50')] });
}

describe('finding groups to take over', () => {
  async function find(handle: string, start = 0) {
    return valueOf(await world.asGlobal(handle, 'findGroups', { start }));
  }

  it('lists groups of the pattern with the space that their name points to', async () => {
    const page = await find('confluence-admin');
    expect(page.groups.map(({ groupName, space }) => [groupName, space?.key])).toEqual([
      ['demo-editors', 'DEMO'],
      ['devops-oncall', 'DEVOPS'],
    ]);
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('says which belong to a space already, and which nobody may touch', async () => {
    world.model.grantAccess(world.model.addGroup('demo-boss'), 'admin');
    world.model.addGroup('demo-scim', { managedBy: 'EXTERNAL' });
    await outcome('site-admin', oncall, 'DEVOPS');
    const { groups } = await find('site-admin');
    expect(groups.map(({ groupName, isManaged, why }) => [groupName, isManaged ?? why ?? 'free'])).toEqual([
      ['demo-boss', 'GROUP_GIVES_ADMIN_ACCESS'],
      ['demo-editors', 'free'],
      ['demo-scim', 'GROUP_MANAGED_OUTSIDE'],
      ['devops-oncall', true],
    ]);
  });

  it('finds a group on the second page of a large site', async () => {
    for (let index = 0; index < 210; index += 1) world.model.addGroup(`a-${String(index).padStart(3, '0')}`);
    const first = await find('site-admin');
    expect(first.groups).toEqual([]);
    const second = await find('site-admin', first.nextStart ?? 0);
    expect(second.groups.map(({ groupName }) => groupName)).toEqual(['demo-editors', 'devops-oncall']);
  });
});

describe('taking a group over', () => {
  it('is for site admins, changes nothing on the site, and lets the space’s admins manage who is in it', async () => {
    expect(errorOf(await add())).toMatchObject({ reason: 'GROUP_OF_ANOTHER_SPACE' });
    expect(errorOf(await adopt('confluence-admin', oncall, 'DEVOPS'))).toMatchObject({ reason: 'NOT_SITE_ADMIN' });
    expect(await outcome('site-admin', oncall, 'DEVOPS')).toEqual({ groupId: oncall, outcome: 'succeeded' });
    expect(world.requests().filter(isWrite)).toEqual([]);
    expect(valueOf(await add()).people).toMatchObject([{ outcome: 'added' }]);
    const [row] = valueOf(await world.asSpace('other-admin', 'DEVOPS', 'listGroups', {})).groups;
    expect(row).toMatchObject({ origin: 'adopted', deletable: false, grantsProductAccess: false });
  });

  it('gives a group to one space only, even if two site admins take it over at once', async () => {
    for (const name of ['site-admins', 'confluence-admins'])
      world.model.addMember(world.groupId(name), world.id('person-01'));
    valueOf(await world.asGlobal('person-01', 'confirmSiteAdmin', {}));
    const outcomes = await Promise.all([outcome('site-admin', oncall, 'DEVOPS'), outcome('person-01', oncall, 'DEV')]);
    expect(outcomes.filter((one) => one?.outcome === 'succeeded')).toHaveLength(1);
    const managed = Object.values(records()).filter(({ spaceId }) => spaceId !== undefined);
    expect(managed.map(({ groupId }) => groupId)).toEqual([oncall]);
  });

  it('wants an acknowledgement if the group gives product access, and keeps it', async () => {
    world.model.grantAccess(oncall, 'user');
    expect(await outcome('site-admin', oncall, 'DEVOPS')).toMatchObject({ reason: 'GROUP_GIVES_PRODUCT_ACCESS' });
    expect(records()).toEqual({});
    expect(await outcome('site-admin', oncall, 'DEVOPS', true)).toMatchObject({ outcome: 'succeeded' });
    expect(records()[oncall]).toMatchObject({ grantsProductAccess: true });
    expect(valueOf(await add()).people).toMatchObject([{ outcome: 'added' }]);
  });

  it('does not let an acknowledgement cover access that the group gives only later', async () => {
    expect(await outcome('site-admin', oncall, 'DEVOPS', true)).toMatchObject({ outcome: 'succeeded' });
    world.site.clearRequests();
    world.model.grantAccess(oncall, 'user');
    expect(errorOf(await add())).toMatchObject({ reason: 'GROUP_GIVES_PRODUCT_ACCESS' });
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('protects a group that gives administration only after it was taken over', async () => {
    await outcome('site-admin', oncall, 'DEVOPS');
    world.site.clearRequests();
    world.model.grantAccess(oncall, 'site-admin');
    expect(errorOf(await add())).toMatchObject({ reason: 'GROUP_GIVES_ADMIN_ACCESS' });
    world.model.revokeAccess(oncall, 'site-admin');
    world.model.setManagedBy(oncall, 'EXTERNAL');
    expect(errorOf(await add())).toMatchObject({ reason: 'GROUP_MANAGED_OUTSIDE' });
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('answers each group by itself', async () => {
    const editors = world.groupId('demo-editors');
    function of(groupId: string, spaceId: string) {
      return { groupId, spaceId };
    }
    const groups = [
      of(oncall, world.spaceId('DEVOPS')),
      of(editors, '999999'),
      of('00000000-0000-4000-8000-000000000000', world.spaceId('DEMO')),
      of(world.groupId('site-admins'), world.spaceId('DEMO')),
    ];
    expect(valueOf(await takeOver(world, 'site-admin', groups))).toMatchObject([
      { outcome: 'succeeded' },
      { outcome: 'notAllowed', reason: 'SPACE_NOT_FOUND' },
      { outcome: 'refused', reason: 'GROUP_NOT_FOUND' },
      { outcome: 'notAllowed', reason: 'GROUP_GIVES_ADMIN_ACCESS' },
    ]);
    expect(Object.keys(records())).toEqual([oncall]);
  });

  it('gives a personal space a group only where personal spaces are switched on', async () => {
    // The site admin sees the personal space only if its owner lets them.
    const key = `~${world.id('member')}`;
    world.model.addSpaceAdmin(world.spaceId(key), world.id('site-admin'));
    expect(await outcome('site-admin', oncall, key)).toMatchObject({ reason: 'PERSONAL_SPACE_OFF' });
    const { rules } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, personalSpaces: true }, version: 1 }));
    expect(await outcome('site-admin', oncall, key)).toMatchObject({ outcome: 'succeeded' });
    expect(valueOf(await add('member', key)).people).toMatchObject([{ outcome: 'added' }]);
    valueOf(await world.asGlobal('site-admin', 'saveRules', { rules, version: 2 }));
    expect(errorOf(await add('member', key))).toMatchObject({ reason: 'PERSONAL_SPACE_OFF' });
  });
});

describe('a group that was taken over', () => {
  beforeEach(async () => {
    await outcome('site-admin', oncall, 'DEVOPS');
    world.site.clearRequests();
    world.model.removeMember(oncall, world.id('other-admin'));
  });
  async function deletion() {
    return world.asSpace('other-admin', 'DEVOPS', 'deleteGroup', {
      groupId: oncall,
      typedName: 'devops-oncall',
      confirmSelf: false,
    });
  }

  it('is deleted by its space’s admins only once a site admin says so', async () => {
    expect(errorOf(await deletion())).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_NOT_DELETABLE' });
    const payload = { groupId: oncall, deletable: true };
    expect(errorOf(await world.asGlobal('confluence-admin', 'setGroupDeletable', payload))).toMatchObject({
      reason: 'NOT_SITE_ADMIN',
    });
    expect(valueOf(await world.asGlobal('site-admin', 'setGroupDeletable', payload)).deletable).toBe(true);
    expect(valueOf(await deletion())).toEqual({ deleted: true });
  });

  it('changes hands at once when it is given to another space', async () => {
    const payload = { groupId: oncall, spaceKey: 'dev' };
    expect(errorOf(await world.asGlobal('confluence-admin', 'transferGroup', payload))).toMatchObject({
      reason: 'NOT_SITE_ADMIN',
    });
    valueOf(await world.asGlobal('site-admin', 'transferGroup', payload));
    expect(errorOf(await add('other-admin', 'DEVOPS'))).toMatchObject({ reason: 'GROUP_OF_ANOTHER_SPACE' });
    expect(valueOf(await add('dev-admin', 'DEV')).people).toMatchObject([{ outcome: 'added' }]);
  });

  it('is not given to a space that does not exist', async () => {
    const answer = await world.asGlobal('site-admin', 'transferGroup', { groupId: oncall, spaceKey: 'NONE' });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'spaceKey' }] });
  });

  it('is left as it is when a Confluence admin releases it', async () => {
    const { size } = world.model.group('devops-oncall').members;
    expect(valueOf(await world.asGlobal('confluence-admin', 'releaseGroup', { groupId: oncall }))).toEqual({
      released: true,
    });
    expect(world.model.group('devops-oncall').members.size).toBe(size);
    expect(errorOf(await add())).toMatchObject({ reason: 'GROUP_OF_ANOTHER_SPACE' });
    expect(valueOf(await world.asGlobal('confluence-admin', 'releaseGroup', { groupId: oncall }))).toEqual({
      released: false,
    });
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('is an orphan once its space is deleted: shown without a space, taken over or released from there', async () => {
    const spaceId = world.spaceId('DEVOPS');
    world.model.spaces.delete(spaceId);
    const { groups } = valueOf(await world.asGlobal('site-admin', 'listGroupRecords', {}));
    expect(groups).toMatchObject([{ groupId: oncall, spaceId }]);
    expect(groups[0]).not.toHaveProperty('space');
    const context = { extension: { space: { id: spaceId, key: 'DEVOPS' } } };
    expect(await world.call('space-settings', 'listGroups', {}, 'other-admin', context)).toMatchObject({
      error: { reason: 'NOT_SPACE_ADMIN' },
    });
    valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId: oncall, spaceKey: 'DEV' }));
    expect(valueOf(await add('dev-admin', 'DEV')).people).toMatchObject([{ outcome: 'added' }]);
  });

  it('does not fall to a new space that takes over the key', async () => {
    const space = world.model.space('DEVOPS');
    world.model.spaces.delete(space.id);
    world.model.spaces.set('777777', { ...space, id: '777777' });
    const view = valueOf(await world.asSpace('other-admin', 'DEVOPS', 'openSpaceSettings', {}));
    expect(view.groups.groups).toEqual([]);
    expect(errorOf(await add())).toMatchObject({ reason: 'GROUP_OF_ANOTHER_SPACE' });
  });
});
