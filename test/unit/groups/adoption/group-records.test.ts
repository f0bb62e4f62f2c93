import { describe, it } from 'vitest';

import { findGroupRecords } from '../../../../src/groups/adoption/find-group-records';
import { listGroupMembers } from '../../../../src/groups/adoption/list-group-members';
import { listGroupRecords } from '../../../../src/groups/adoption/list-group-records';
import { releaseGroup } from '../../../../src/groups/adoption/release-group';
import { setGroupDeletable } from '../../../../src/groups/adoption/set-group-deletable';
import { transferGroup } from '../../../../src/groups/adoption/transfer-group';
import { GroupId, SpaceId } from '../../../../src/shared/ids';
import {
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
import { aWorld, type World } from '../../../support/ports/world';

const as = proved(boss);
function owning(...given: Parameters<World['owns']>) {
  const world = aWorld();
  const group = world.owns(...given);
  const { groupId } = group;
  return { world, group, groupId, record: () => world.groupRecords.stored.get(groupId) };
}

describe('transferring a group', () => {
  it('gives it to another space, under its present name, recorded there', async ({ expect }) => {
    const { world, groupId, record } = owning({ name: 'dev-renamed' }, [bob], { groupName: 'dev-writers' });
    expect(await transferGroup(world.ports, as, { groupId, spaceKey: 'hr' })).toMatchObject({
      groupName: 'dev-renamed',
    });
    expect(record()).toMatchObject({ spaceId: hrId, groupName: 'dev-renamed' });
    // The admins of the space that loses it see it too.
    expect(world.auditLog.attempts).toMatchObject([
      { action: 'transferGroup', caller: boss, spaceId: devId, groupId },
      { action: 'transferGroup', caller: boss, spaceId: hrId, groupId },
    ]);
    expect(world.site.membersOf(groupId)).toEqual([bob]);
  });

  it('asks for another key if there is no such space, or only a personal one while those are off', async ({
    expect,
  }) => {
    const { world, groupId } = owning();
    world.site.spaces.push(aSpace({ spaceId: SpaceId.parse('30'), key: '~bob', personal: true }));
    async function transfer(spaceKey: string) {
      return failureFrom(transferGroup(world.ports, as, { groupId, spaceKey }));
    }
    const wrong = { code: 'INVALID_INPUT', fields: [{ field: 'spaceKey' }] };
    expect(await transfer('OPS')).toMatchObject(wrong);
    expect(await transfer('~bob')).toMatchObject(wrong);
    expect(world.auditLog.attempts).toEqual([]);
    world.settings.stored.rules = someRules({ personalSpaces: true });
    expect(await transfer('~bob')).toMatchObject({ didNotFail: { groupId } });
  });

  it('is refused for a group that nobody may touch, and not possible for one that is gone or not recorded', async ({
    expect,
  }) => {
    const { world, groupId } = owning({ managedBy: 'EXTERNAL' });
    async function transfer() {
      return failureFrom(transferGroup(world.ports, as, { groupId, spaceKey: 'HR' }));
    }
    expect(await transfer()).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_MANAGED_OUTSIDE' });
    world.site.groups.delete(groupId);
    expect(await transfer()).toEqual({ code: 'NOT_FOUND', what: 'group' });
    world.groupRecords.stored.clear();
    expect(await transfer()).toEqual({ code: 'NOT_FOUND', what: 'record' });
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('is a conflict if the group went to another space meanwhile', async ({ expect }) => {
    const { world, groupId, record } = owning();
    const stale = record();
    async function get() {
      return stale;
    }
    world.owns({}, [], { spaceId: hrId });
    const ports = { ...world.ports, groupRecords: { ...world.ports.groupRecords, get } };
    expect(await failureFrom(transferGroup(ports, as, { groupId, spaceKey: 'DEV' }))).toEqual({
      code: 'CONFLICT',
      what: 'record',
    });
    expect(record()?.spaceId).toBe(hrId);
  });
});

describe('allowing deletion', () => {
  it('changes the record only', async ({ expect }) => {
    const { world, groupId, record } = owning({}, [], { deletable: false });
    const before = record();
    expect(await setGroupDeletable(world.ports, as, { groupId, deletable: true })).toMatchObject({ deletable: true });
    expect(record()).toEqual({ ...before, deletable: true, lastChange: `${before?.recordedAt}#${groupId}` });
    expect(world.auditLog.lines()).toEqual(['setGroupDeletable dev-writers succeeded']);
  });
});

describe('releasing a group', () => {
  it('takes it from its space and leaves the group as it is', async ({ expect }) => {
    const { world, groupId, record } = owning({}, [bob]);
    expect(await releaseGroup(world.ports, as, { groupId })).toEqual({ released: true });
    expect(record()).toBeUndefined();
    expect(world.site.membersOf(groupId)).toEqual([bob]);
    expect(world.auditLog.attempts).toMatchObject([
      { action: 'releaseGroup', spaceId: '10', groupId, groupName: 'dev-writers' },
    ]);
  });

  it('again changes nothing and records nothing', async ({ expect }) => {
    const { world, groupId } = owning();
    await releaseGroup(world.ports, as, { groupId });
    expect(await releaseGroup(world.ports, as, { groupId })).toEqual({ released: false });
    expect(world.auditLog.attempts).toHaveLength(1);
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const { world, groupId, record } = owning();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(releaseGroup(world.ports, as, { groupId }))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(record()).toBeDefined();
  });
});

describe('the list of groups', () => {
  it('names the spaces that the caller can see, page by page', async ({ expect }) => {
    const world = aWorld();
    expect(await listGroupRecords(world.ports, as, {})).toEqual({ groups: [] });
    for (let n = 10; n < 36; n += 1) {
      const spaceId = n === 10 ? SpaceId.parse('99') : hrId;
      world.owns({ groupId: `g-${String(n)}`, name: `n${String(n)}` }, [], { spaceId });
    }
    const first = await listGroupRecords(world.ports, as, {});
    expect(first.groups).toHaveLength(25);
    expect(first.groups[0]).not.toHaveProperty('space');
    expect(first.groups[1]).toMatchObject({ spaceId: hrId, space: { key: 'HR', name: 'People' } });
    const second = await listGroupRecords(world.ports, as, { after: first.next });
    expect(second).toMatchObject({ groups: [{ groupName: 'n35' }] });
    expect(second).not.toHaveProperty('next');
  });
});

describe('looking for groups', () => {
  it('finds them by the start of their name, in any case, page by page', async ({ expect }) => {
    const world = aWorld();
    const lastChange = '2026-01-05T10:00:00.000Z#1';
    for (let n = 10; n < 37; n += 1) {
      world.owns({ groupId: `g-${String(n)}`, name: `Dev-${String(n)}` }, [], { lastChange });
    }
    world.owns({ groupId: 'g-hr', name: 'hr-dev' }, [], { spaceId: hrId, lastChange });
    const first = await findGroupRecords(world.ports, as, { by: 'name', name: 'dev-', after: undefined });
    expect(first.groups.map(({ groupName }) => groupName)).toEqual(
      Array.from({ length: 25 }, (_, index) => `Dev-${String(index + 10)}`),
    );
    const second = await findGroupRecords(world.ports, as, { by: 'name', name: 'dev-', after: first.next });
    expect(second).toMatchObject({ groups: [{ groupName: 'Dev-35' }, { groupName: 'Dev-36' }] });
    expect(second).not.toHaveProperty('next');
    expect(await findGroupRecords(world.ports, as, { by: 'name', name: 'ev', after: undefined })).toEqual({
      groups: [],
    });
  });

  it('finds those of one space, with the space', async ({ expect }) => {
    const world = aWorld();
    world.owns({ groupId: 'g-hr', name: 'hr-writers' }, [], { spaceId: hrId });
    world.owns({ groupId: 'g-dev', name: 'dev-writers' }, []);
    expect(await findGroupRecords(world.ports, as, { by: 'space', spaceId: hrId, after: undefined })).toMatchObject({
      groups: [{ groupName: 'hr-writers', space: { key: 'HR' } }],
    });
  });
});

describe('the members of a group', () => {
  it('are listed as Confluence shows them, of any space', async ({ expect }) => {
    const { world, groupId } = owning({ groupId: 'g-hr', name: 'hr-writers' }, [bob], { spaceId: hrId });
    expect(await listGroupMembers(world.ports, as, { groupId, start: 0 })).toEqual({
      accountIds: [bob],
      start: 0,
      total: 1,
    });
  });

  it('aren’t shown of a group that belongs to no space', async ({ expect }) => {
    const { ports } = aWorld();
    const groupId = GroupId.parse('g-nobody');
    expect(await failureFrom(listGroupMembers(ports, as, { groupId, start: 0 }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
