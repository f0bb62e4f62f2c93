import { describe, it } from 'vitest';

import { createGroup } from '../../../../src/groups/managed/create-group';
import {
  aGroup,
  answerLost,
  aSpace,
  auditDown,
  bob,
  failureFrom,
  rateLimited,
  refusedByAtlassian,
  someRules,
  storageDown,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

async function create(world: World, name = 'Editors', space = aSpace()) {
  return createGroup(world.ports, { ...world.inDev, space }, { name });
}
const EFFECTS = ['attempt', 'createGroup', 'add record', 'settle'];

describe('creating a group', () => {
  it('makes an empty group named by the pattern, that belongs to the space and may be deleted there', async ({
    expect,
  }) => {
    const world = aWorld();
    const row = await create(world, '  Web Editors ');
    expect(row).toEqual({
      groupId: 'g-made-1',
      groupName: 'dev-web editors',
      origin: 'created',
      deletable: true,
      grantsProductAccess: false,
      recordedBy: 'ann',
      recordedAt: '2026-11-21T10:00:00.000Z',
    });
    expect(world.groupRecords.stored.get(row.groupId)).toEqual({
      ...row,
      spaceId: '10',
      attemptId: world.auditLog.attempts[0]?.id,
      lastChange: `2026-11-21T10:00:00.000Z#${world.auditLog.attempts[0]?.id}`,
    });
    expect(world.site.membersOf(row.groupId)).toEqual([]);
  });

  it('records the attempt, creates as the privileged user, stores the record, records the outcome', async ({
    expect,
  }) => {
    const world = aWorld();
    await create(world);
    expect(world.journal.lines(...EFFECTS)).toEqual([
      'attempt createGroup dev-editors',
      'createGroup dev-editors as boss',
      'add record g-made-1',
      'settle succeeded',
    ]);
    const [attempt] = world.auditLog.attempts;
    expect(attempt).toMatchObject({ caller: 'ann', actedAs: 'boss', spaceId: '10', groupName: 'dev-editors' });
    expect(world.auditLog.outcomes.get(attempt?.id ?? '')).toMatchObject({ outcome: 'succeeded', groupId: 'g-made-1' });
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(create(world))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(world.journal.lines(...EFFECTS)).toEqual(['attempt createGroup dev-editors']);
  });

  it('stands although the outcome could not be recorded', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('settle', auditDown);
    expect(await create(world)).toMatchObject({ groupId: 'g-made-1' });
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors open']);
  });

  it.for(['', '  ', 'a\u202eb', '-x', 'a'.repeat(101)])(
    'asks for another name instead of %j',
    async (name, { expect }) => {
      const world = aWorld();
      expect(await failureFrom(create(world, name))).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'name' }],
      });
      expect(world.journal.lines()).toEqual([]);
    },
  );

  it('says so if the key of the space can be part of no name', async ({ expect }) => {
    const failure = await failureFrom(create(aWorld(), 'x', aSpace({ key: 'DEV_1' })));
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ message: expect.stringContaining('space’s key') }],
    });
  });

  it('never judges a name that could not be formed', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ blockList: ['*'] });
    expect(await failureFrom(create(world, 'x', aSpace({ key: 'DEV_1' })))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'name', message: expect.stringContaining('space’s key') }],
    });
    expect(await failureFrom(create(world))).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_BLOCKED' });
  });

  it('takes a name in use, in any case, for a conflict and never adopts', async ({ expect }) => {
    const world = aWorld();
    world.site.searchMindsCase = false;
    world.site.has(aGroup({ name: 'DEV-Editors' }));
    expect(await failureFrom(create(world))).toEqual({ code: 'CONFLICT', what: 'groupName' });
    expect(world.journal.lines(...EFFECTS)).toEqual([]);
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it.for([
    ['SPACE_NOT_CURRENT', aSpace({ current: false }), {}],
    ['PERSONAL_SPACE_OFF', aSpace({ personal: true, key: '~ann' }), {}],
    ['PERSONAL_SPACE_NO_CREATE', aSpace({ personal: true, key: '~ann' }), { personalSpaces: true }],
    ['GROUP_BLOCKED', aSpace(), { blockList: ['dev-*'] }],
  ] as const)('is refused with %s before anything is tried', async ([reason, space, rules], { expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({
      ...rules,
      blockList: [...('blockList' in rules ? rules.blockList : [])],
    });
    expect(await failureFrom(create(world, 'Editors', space))).toEqual({ code: 'FORBIDDEN', reason });
    expect(world.journal.lines(...EFFECTS)).toEqual([]);
  });

  it('needs a privileged user', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    expect(await failureFrom(create(world))).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notConfigured' });
  });
});

describe('a create that Atlassian refuses or limits', () => {
  it.for([
    ['ATLASSIAN_REFUSED', refusedByAtlassian],
    ['RATE_LIMITED', rateLimited],
  ] as const)('has changed nothing, and the audit says %s', async ([code, failure], { expect }) => {
    const world = aWorld();
    world.journal.fail('createGroup', failure);
    expect(await failureFrom(create(world))).toMatchObject({ code, changed: 'nothing' });
    expect(world.auditLog.lines().filter((line) => line.startsWith('createGroup'))).toEqual([
      `createGroup dev-editors failed ${code}`,
    ]);
    expect(world.groupRecords.stored.size).toBe(0);
  });
});

describe('a create whose answer is lost', () => {
  function lost() {
    const world = aWorld();
    world.journal.failAfter('createGroup', answerLost);
    return world;
  }

  it('is claimed if the group stands there empty', async ({ expect }) => {
    const world = lost();
    expect(await create(world)).toMatchObject({ groupId: 'g-made-1', groupName: 'dev-editors', answerLost: true });
    expect(world.journal.lines('read groupByName', 'createGroup')).toEqual([
      'read groupByName dev-editors as boss',
      'createGroup dev-editors as boss',
      'read groupByName dev-editors as boss',
    ]);
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors unknown ANSWER_LOST']);
    const record = world.groupRecords.stored.get(aGroup({ groupId: 'g-made-1' }).groupId);
    expect(record).toMatchObject({ spaceId: '10' });
    // Nothing proves that it was this attempt.
    expect(record).not.toHaveProperty('attemptId');
  });

  it("is not claimed if somebody is in the group, which may be another's", async ({ expect }) => {
    const world = aWorld();
    const { groupWriter } = world.ports;
    const ports = {
      ...world.ports,
      groupWriter: {
        ...groupWriter,
        createGroup: async () => {
          world.site.has(aGroup({ groupId: 'g-theirs', name: 'dev-editors' }), bob);
          throw answerLost;
        },
      },
    };
    expect(await failureFrom(createGroup(ports, world.inDev, { name: 'editors' }))).toMatchObject({
      changed: 'unknown',
    });
    expect(world.groupRecords.stored.size).toBe(0);
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors open']);
  });

  it('stays open if there is no such group', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createGroup', answerLost);
    expect(await failureFrom(create(world))).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors open']);
  });

  it('stays open, and is not said to have changed nothing, if reading fails too', async ({ expect }) => {
    const world = aWorld();
    async function createLost(): Promise<never> {
      world.journal.fail('read groupByName', rateLimited);
      throw answerLost;
    }
    const ports = { ...world.ports, groupWriter: { ...world.ports.groupWriter, createGroup: createLost } };
    expect(await failureFrom(createGroup(ports, world.inDev, { name: 'editors' }))).toEqual({
      code: 'UPSTREAM_UNAVAILABLE',
      changed: 'unknown',
    });
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors open']);
  });
});

describe('a group that was created and could not be recorded', () => {
  it('is told as a change, and the audit says that it succeeded', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('add record', storageDown);
    expect(await failureFrom(create(world))).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'some' });
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors succeeded']);
    expect([...world.auditLog.outcomes.values()]).toMatchObject([{ groupId: 'g-made-1' }]);
  });

  it('does not hide what else may be wrong', async ({ expect }) => {
    const world = aWorld();
    const broken = new Error('broken');
    world.journal.fail('add record', broken);
    expect(await failureFrom(create(world))).toBe(broken);
    expect(world.auditLog.lines()).toEqual(['createGroup dev-editors succeeded']);
  });
});
