// A group that takes another one's place: said by both until everyone has left the old one, or somebody keeps both.
import { describe, it } from 'vitest';

import { createGroup } from '../../../../src/groups/managed/create-group';
import { deleteGroup } from '../../../../src/groups/managed/delete-group';
import { openGroup } from '../../../../src/groups/managed/open-group';
import { countMembers } from '../../../../src/groups/members/count-members';
import { keepBothGroups } from '../../../../src/groups/replacement/keep-both-groups';
import type { GroupId } from '../../../../src/shared/ids';
import { aGroupId, ann, answerLost, bob, failureFrom, hrId, storageDown } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

/** The group of DEV whose place one is to take, with a member. */
function aWorldWithOld() {
  const world = aWorld();
  const { groupId } = world.owns({ groupId: 'g-old', name: 'dev-old' }, [bob]);
  return { world, old: groupId };
}

async function create(world: World, inPlaceOf: GroupId, name = 'new') {
  const begun = { ...world.inDev, provedAt: world.clock.now() };
  return createGroup(world.ports, begun, { name, inPlaceOf });
}

async function told(world: World, groupId: GroupId) {
  const { replacements = [] } = await openGroup(world.ports, world.inDev, { groupId });
  return replacements.map(({ old, by }) => `${old.groupName} → ${by.groupName}`);
}

async function aReplacement() {
  const { world, old } = aWorldWithOld();
  const { groupId: by } = await create(world, old);
  async function both() {
    return [await told(world, old), await told(world, by)];
  }
  return { world, old, by, both };
}
const SAID = [['dev-old → dev-new'], ['dev-old → dev-new']];
const UNSAID = [[], []];

describe('both groups say so', () => {
  it('from the creation on, however long ago that was', async ({ expect }) => {
    const { world, old, both } = await aReplacement();
    const { replacements } = await openGroup(world.ports, world.inDev, { groupId: old });
    expect(replacements).toEqual([
      {
        old: { groupId: 'g-old', groupName: 'dev-old' },
        by: { groupId: 'g-made-1', groupName: 'dev-new' },
        since: '2026-11-21T10:00:00.000Z',
      },
    ]);
    world.clock.advance(400 * 24 * 3600_000);
    expect(await both()).toEqual(SAID);
  });

  it('where the answer to the creation was lost, too', async ({ expect }) => {
    const { world, old } = aWorldWithOld();
    world.journal.failAfter('createGroup', answerLost);
    const { groupId: by, answerLost: lost } = await create(world, old);
    expect([lost, await told(world, old), await told(world, by)]).toEqual([true, ...SAID]);
  });

  it('in a group in the middle, of both', async ({ expect }) => {
    const { world, by } = await aReplacement();
    world.site.members.get(by)?.add(ann);
    const { groupId: third } = await create(world, by, 'third');
    expect(await told(world, by)).toEqual(['dev-new → dev-third', 'dev-old → dev-new']);
    expect(await told(world, third)).toEqual(['dev-new → dev-third']);
  });

  it('of the one that was created last', async ({ expect }) => {
    const { world, old, by } = await aReplacement();
    await create(world, old, 'again');
    expect([await told(world, old), await told(world, by)]).toEqual([['dev-old → dev-again'], []]);
  });
});

describe('nothing is said', () => {
  it('once everyone has left the old group, whichever of them is opened first, also when somebody joins it later', async ({
    expect,
  }) => {
    const { world, old, both } = await aReplacement();
    world.site.members.get(old)?.delete(bob);
    expect(await both()).toEqual(UNSAID);
    world.site.members.get(old)?.add(bob);
    expect(await both()).toEqual(UNSAID);
  });

  it('once its members were counted and it had none', async ({ expect }) => {
    const { world, old, by, both } = await aReplacement();
    await countMembers(world.ports, world.inDev, { groupIds: [old, by] });
    expect(await both()).toEqual(SAID);
    world.site.members.get(old)?.delete(bob);
    await countMembers(world.ports, world.inDev, { groupIds: [old, by] });
    world.site.members.get(old)?.add(bob);
    expect(await both()).toEqual(UNSAID);
  });

  it('once either group was deleted', async ({ expect }) => {
    for (const gone of ['old', 'by'] as const) {
      const { world, ...groups } = await aReplacement();
      const typedName = gone === 'old' ? 'dev-old' : 'dev-new';
      await deleteGroup(world.ports, world.inDev, { groupId: groups[gone], typedName, confirmSelf: false });
      expect(await told(world, groups[gone === 'old' ? 'by' : 'old'])).toEqual([]);
    }
  });

  it('while they belong to different spaces', async ({ expect }) => {
    const { world, old, by } = await aReplacement();
    const record = world.groupRecords.stored.get(by);
    if (record === undefined) throw new Error('No record');
    await world.groupRecords.replace({ ...record, spaceId: hrId }, record);
    expect(await told(world, old)).toEqual([]);
  });

  it('where noting or reading it fails, which is logged; the group is created and opened all the same', async ({
    expect,
  }) => {
    const { world, old } = aWorldWithOld();
    world.journal.fail('replace record', storageDown);
    const { groupId: by } = await create(world, old);
    expect([await told(world, old), await told(world, by)]).toEqual(UNSAID);
    const other = await aReplacement();
    other.world.journal.fail('read recorded', storageDown);
    expect(await told(other.world, other.old)).toEqual([]);
    expect(await told(other.world, other.old)).toEqual(SAID[0]);
  });
});

describe('a group is created in place of', () => {
  it('no group of another space: nothing is sent', async ({ expect }) => {
    const world = aWorld();
    world.owns({ groupId: 'g-theirs', name: 'ops-x' }, [], { spaceId: hrId });
    const refused = { code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' };
    for (const groupId of ['g-theirs', 'g-none']) {
      expect(await failureFrom(create(world, aGroupId(groupId)))).toMatchObject(refused);
    }
    expect(world.journal.lines('attempt', 'createGroup')).toEqual([]);
  });
});

describe('keeping both groups', () => {
  it('ends it for both, by whom the audit says, and takes nobody from either', async ({ expect }) => {
    const { world, old, both } = await aReplacement();
    expect(await keepBothGroups(world.ports, world.inDev, { groupId: old })).toEqual({ kept: true });
    expect(await both()).toEqual(UNSAID);
    expect(world.auditLog.attempts.at(-1)).toMatchObject({
      action: 'keepBothGroups',
      caller: ann,
      groupName: 'dev-old',
    });
    expect(world.site.membersOf(old)).toEqual([bob]);
  });

  it('changes nothing where no group takes its place, and records nothing', async ({ expect }) => {
    const { world, old } = aWorldWithOld();
    expect(await keepBothGroups(world.ports, world.inDev, { groupId: old })).toEqual({ kept: false });
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('of another space is refused', async ({ expect }) => {
    const world = aWorld();
    const { groupId } = world.owns({}, [], { spaceId: hrId });
    const failure = await failureFrom(keepBothGroups(world.ports, world.inDev, { groupId }));
    expect(failure).toMatchObject({ code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' });
  });

  it('isn’t done by somebody who administers the space no more, when more than five seconds have passed', async ({
    expect,
  }) => {
    for (const point of ['get record', 'attempt']) {
      const { world, old, both } = await aReplacement();
      world.journal.before(point, () => {
        world.clock.advance(5001);
        world.site.operations.set('10', []);
      });
      const begun = { ...world.inDev, provedAt: world.clock.now() };
      const failure = await failureFrom(keepBothGroups(world.ports, begun, { groupId: old }));
      expect([point, failure]).toMatchObject([point, { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' }]);
      expect(await both()).toEqual(SAID);
    }
  });

  it('is a conflict where yet another group is to take its place by then', async ({ expect }) => {
    const { world, old } = await aReplacement();
    world.journal.before('attempt', () => {
      const now = world.groupRecords.stored.get(old);
      if (now !== undefined) world.groupRecords.stored.set(old, { ...now, replacedBy: aGroupId('g-third') });
    });
    const begun = { ...world.inDev, provedAt: world.clock.now() };
    const failure = await failureFrom(keepBothGroups(world.ports, begun, { groupId: old }));
    expect(failure).toMatchObject({ code: 'CONFLICT', what: 'record' });
  });
});
