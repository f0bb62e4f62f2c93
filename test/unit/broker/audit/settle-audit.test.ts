import { describe, it } from 'vitest';

import type { Attempt, AuditAction } from '../../../../src/broker/audit/entries';
import { schedules } from '../../../../src/entry/schedules';
import {
  aCheck,
  aGroup,
  anObservation,
  auditDown,
  bob,
  boss,
  devId,
  EARLIER,
  failureFrom,
  hrId,
  rateLimited,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const CHECK = 'space-steward-check-0123456789ab';
const writers = aGroup();

function open(world: World, action: AuditAction, given: Partial<Attempt> = {}) {
  const id = `a${String(world.auditLog.attempts.length)}`;
  world.auditLog.attempts.push({ id, at: EARLIER, action, spaceId: devId, ...given });
}
async function settled(action: AuditAction, given: Partial<Attempt>, prepare: (world: World) => unknown = () => {}) {
  const world = aWorld();
  open(world, action, given);
  prepare(world);
  await schedules.settleAudit(world.ports);
  return { world, outcome: world.auditLog.outcomes.get('a0') };
}
const membership = { groupId: writers.groupId, accountId: bob };
function inside(world: World) {
  return world.site.has(writers, bob);
}
function group(name: string) {
  return (world: World) => world.site.has(aGroup({ groupId: 'g-new', name }));
}
function newRecord(spaceId: typeof devId, attemptId?: string) {
  return (world: World): void => {
    world.owns({ groupId: 'g-new', name: 'dev-new' }, [], { spaceId, ...(attemptId && { attemptId }) });
  };
}

type Case = [
  what: string,
  action: AuditAction,
  given: Partial<Attempt>,
  prepare: (world: World) => unknown,
  outcome: string,
  found?: string,
];
const CASES: Case[] = [
  ['adding somebody who is in the group', 'addMember', membership, inside, 'unknown', 'member'],
  ['adding somebody who is not', 'addMember', membership, () => {}, 'unknown', 'notMember'],
  ['removing somebody who is in the group', 'removeMember', membership, inside, 'unknown', 'member'],
  ['removing somebody who is not', 'removeMember', membership, () => {}, 'unknown', 'notMember'],
  ['a membership of no group', 'addMember', { accountId: bob }, () => {}, 'unknown'],
  ['a membership of nobody', 'addMember', { groupId: writers.groupId }, () => {}, 'unknown'],
  ['creating a group that is not there', 'createGroup', { groupName: 'dev-new' }, () => {}, 'unknown', 'noGroup'],
  ['creating a group without a name', 'createGroup', {}, () => {}, 'unknown'],
  [
    'creating a group whose record names the attempt',
    'createGroup',
    { groupName: 'dev-new' },
    newRecord(devId, 'a0'),
    'succeeded',
  ],
  [
    'creating a group whose record names it, though the group is gone',
    'createGroup',
    { groupName: 'dev-new' },
    (world) => {
      newRecord(devId, 'a0')(world);
      world.site.groups.clear();
    },
    'succeeded',
  ],
  [
    'creating a group whose record names another attempt',
    'createGroup',
    { groupName: 'dev-new' },
    newRecord(devId, 'a7'),
    'unknown',
    'group',
  ],
  [
    'creating a group whose record names no attempt',
    'createGroup',
    { groupName: 'dev-new' },
    newRecord(devId),
    'unknown',
    'group',
  ],
  [
    'creating a group with a record of another space',
    'createGroup',
    { groupName: 'dev-new' },
    newRecord(hrId),
    'unknown',
    'group',
  ],
  [
    'creating a group without a record, which is not claimed',
    'createGroup',
    { groupName: 'dev-new' },
    group('dev-new'),
    'unknown',
    'group',
  ],
  ['deleting a group that stands', 'deleteGroup', { groupId: writers.groupId }, inside, 'unknown', 'group'],
  ['deleting a group that is gone', 'deleteGroup', { groupId: writers.groupId }, () => {}, 'unknown', 'noGroup'],
  ['deleting no group in particular', 'deleteGroup', {}, () => {}, 'unknown'],
  ['creating a test group that stands', 'writeTestCreate', { groupName: CHECK }, group(CHECK), 'succeeded'],
  [
    'creating a test group of a name that this group had before',
    'writeTestCreate',
    { groupName: CHECK, groupId: aGroup({ groupId: 'g-new', name: CHECK }).groupId },
    group(CHECK),
    'unknown',
    'group',
  ],
  [
    'creating a test group that is not there now',
    'writeTestCreate',
    { groupName: CHECK },
    () => {},
    'unknown',
    'noGroup',
  ],
  [
    'deleting a test group that is not there now',
    'writeTestDelete',
    { groupName: CHECK },
    () => {},
    'unknown',
    'noGroup',
  ],
  [
    'deleting a group of a confirmation that is not there now',
    'proveSiteAdminDelete',
    { groupName: CHECK },
    () => {},
    'unknown',
    'noGroup',
  ],
  [
    'deleting a test group that stands, and goes now',
    'writeTestDelete',
    { groupName: CHECK },
    group(CHECK),
    'unknown',
    'group',
  ],
  ['deleting a test group without a name', 'writeTestDelete', {}, () => {}, 'unknown'],
];

describe('an attempt without an outcome', () => {
  it.for(CASES)(
    'ends by what is proved, else as unknown with what is found: %s',
    async ([, action, given, prepare, outcome, found], { expect }) => {
      const { world, outcome: ended } = await settled(action, given, prepare);
      expect(ended).toMatchObject({ id: 'a0', outcome, code: 'SETTLED_LATER', at: '2026-11-21T10:00:00.000Z' });
      expect(ended?.found).toBe(found);
      expect(world.journal.entries.filter((entry) => entry.as !== undefined && entry.as !== boss)).toEqual([]);
    },
  );

  const STORED: AuditAction[] = [
    'savePrivilegedUser',
    'nominatePrivilegedUser',
    'acceptNomination',
    'declineNomination',
    'cancelNomination',
    'removePrivilegedUser',
    'deleteStoredCredentials',
    'confirmTokenRevoked',
    'saveRules',
    'adoptGroup',
    'releaseGroup',
    'transferGroup',
    'setGroupDeletable',
    'eraseClosedAccount',
  ];
  it.for(STORED)('of %s stays unknown: what is stored does not tell who did it', async (action, { expect }) => {
    expect((await settled(action, {})).outcome).toMatchObject({ outcome: 'unknown' });
  });

  it("of a creation learns the group's id", async ({ expect }) => {
    expect((await settled('createGroup', { groupName: 'dev-new' }, newRecord(devId, 'a0'))).outcome).toMatchObject({
      groupId: 'g-new',
    });
  });

  it('of a deletion that took place ends with the record gone', async ({ expect }) => {
    const { world } = await settled('deleteGroup', { groupId: writers.groupId }, (given) => {
      given.owns();
      given.site.groups.clear();
    });
    expect(world.groupRecords.stored.size).toBe(0);
  });

  it('of a write test ends with its group gone', async ({ expect }) => {
    const { world } = await settled('writeTestCreate', { groupName: CHECK }, group(CHECK));
    expect([...world.site.groups.values()].map(({ name }) => name)).not.toContain(CHECK);
    const failing = await settled('writeTestDelete', { groupName: CHECK }, (given) => {
      group(CHECK)(given);
      given.journal.fail('deleteGroup', rateLimited);
    });
    expect(failing.outcome).toMatchObject({ outcome: 'unknown', found: 'group' });
  });

  it('is unknown, a day after it began, if the site can not be read, and while there is no privileged user who works', async ({
    expect,
  }) => {
    const unread = await settled('addMember', membership, (world) => world.journal.fail('read isMember', rateLimited));
    expect(unread.outcome).toMatchObject({ outcome: 'unknown' });
    const checks = [aCheck('account', 'failed', 'deactivated')];
    const unusable = await settled('addMember', membership, (world) => {
      inside(world);
      world.settings.stored.observation = anObservation({ checks });
    });
    expect(unusable.outcome).toMatchObject({ outcome: 'unknown' });
    expect(unusable.world.journal.entries.filter((entry) => entry.as !== undefined)).toEqual([]);
  });

  it('is left alone for ten minutes: it may still be running', async ({ expect }) => {
    const { outcome } = await settled('addMember', { ...membership, at: '2026-11-21T09:50:00.000Z' });
    expect(outcome).toBeUndefined();
  });
});

describe('the hourly run', () => {
  it('reads nothing twice', async ({ expect }) => {
    const { world } = await settled('addMember', membership);
    await schedules.settleAudit(world.ports);
    expect(world.journal.lines('read isMember')).toHaveLength(1);
    expect(world.auditLog.settledUpTo).toEqual({ groups: EARLIER });
  });

  it('stores outcomes 25 at a time, and comes back to what it could not store', async ({ expect }) => {
    const world = aWorld();
    for (let n = 0; n < 30; n += 1) open(world, 'addMember', membership);
    world.journal.fail('settle', auditDown, { about: Array.from({ length: 5 }, () => 'unknown').join(', ') });
    await schedules.settleAudit(world.ports);
    expect([world.auditLog.outcomes.size, world.auditLog.settledUpTo]).toEqual([25, {}]);
    await schedules.settleAudit(world.ports);
    expect([world.auditLog.outcomes.size, world.auditLog.settledUpTo]).toEqual([30, { groups: EARLIER }]);
  });

  it('needs no privileged user where there is nothing to settle', async ({ expect }) => {
    const world = aWorld();
    await schedules.settleAudit(world.ports);
    expect(world.journal.lines()).toEqual([]);
    expect(world.auditLog.settledUpTo).toEqual({});
  });

  it('hides nothing unforeseen', async ({ expect }) => {
    const broken = new Error('broken');
    const run = settled('addMember', membership, (world) => world.journal.fail('read isMember', broken));
    expect(await failureFrom(run)).toBe(broken);
  });
});
