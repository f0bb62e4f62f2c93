import { describe, it } from 'vitest';

import { addMembers } from '../../../../src/groups/members/add-members';
import {
  anAccount,
  ann,
  answerLost,
  auditDown,
  bob,
  boss,
  cy,
  failureFrom,
  fails,
  person,
  rateLimited,
  refusedByAtlassian,
  someRules,
  storageDown,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function owning(...given: Parameters<World['owns']>) {
  const world = aWorld();
  const group = world.owns(...given);
  async function add(...accountIds: Parameters<typeof person>[0][]) {
    return addMembers(world.ports, world.inDev, { groupId: group.groupId, accountIds: accountIds.map(person) });
  }
  return { world, group, add };
}
/** Twelve active people. */
function crowd(world: World) {
  return Array.from({ length: 12 }, (_, n) => {
    const accountId = person(`p${String(n + 1)}`);
    world.site.accounts.set(accountId, anAccount(accountId));
    return accountId;
  });
}
function outcomes(result: Awaited<ReturnType<typeof addMembers>>) {
  return result.people.map((one) => one.outcome);
}

describe('adding people', () => {
  it('records all attempts, adds each as the privileged user, records all outcomes', async ({ expect }) => {
    const { world, group, add } = owning();
    expect(await add('bob', 'cy')).toEqual({
      people: [
        { accountId: 'bob', outcome: 'added', attemptId: expect.any(String) },
        { accountId: 'cy', outcome: 'added', attemptId: expect.any(String) },
      ],
    });
    expect(world.site.membersOf(group.groupId)).toEqual([bob, cy]);
    expect(world.journal.lines('attempt', 'addMember', 'settle')).toEqual([
      'attempt addMember bob, addMember cy',
      'addMember bob as boss',
      'addMember cy as boss',
      'settle succeeded, succeeded',
    ]);
    expect(world.auditLog.attempts[0]).toEqual({
      id: '00000000-0000-4000-8000-000000000001',
      at: '2026-11-21T10:00:00.000Z',
      caller: 'ann',
      actedAs: 'boss',
      action: 'addMember',
      spaceId: '10',
      groupId: 'g-writers',
      groupName: 'dev-writers',
      accountId: 'bob',
    });
  });

  it('gives each their own outcome, in the order asked for', async ({ expect }) => {
    const { world, group, add } = owning({}, [cy]);
    world.site.accounts.set(person('qm:guest'), anAccount(person('qm:guest'), { accountType: 'customer' }));
    expect(await add('qm:guest', 'cy', 'nobody', 'bob')).toEqual({
      people: [
        { accountId: 'qm:guest', outcome: 'refused', reason: 'ACCOUNT_NOT_ELIGIBLE' },
        { accountId: 'cy', outcome: 'alreadyMember' },
        { accountId: 'nobody', outcome: 'refused', reason: 'ACCOUNT_NOT_ELIGIBLE' },
        { accountId: 'bob', outcome: 'added', attemptId: expect.any(String) },
      ],
    });
    expect(world.site.membersOf(group.groupId)).toEqual([cy, bob]);
    expect(world.auditLog.lines()).toEqual(['addMember cy unchanged', 'addMember bob succeeded']);
    expect(world.auditLog.refusals).toMatchObject([
      { caller: 'ann', action: 'addMember', reason: 'ACCOUNT_NOT_ELIGIBLE', spaceId: '10' },
    ]);
  });

  it('tries nothing if nobody may be added', async ({ expect }) => {
    const { world, add } = owning();
    expect(outcomes(await add('nobody'))).toEqual(['refused']);
    expect(world.journal.lines('attempt', 'addMember')).toEqual([]);
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const { world, group, add } = owning();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(add('bob'))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(world.site.membersOf(group.groupId)).toEqual([]);
  });

  it('records who may not be added before it records what it is about to do', async ({ expect }) => {
    const { world, add } = owning();
    world.journal.fail('refuse', new Error('broken'));
    await expect(add('bob', 'nobody')).rejects.toThrow('broken');
    expect(world.journal.lines('attempt', 'addMember')).toEqual([]);
  });

  it('holds the limit of people that an admin set', async ({ expect }) => {
    const { world, add } = owning();
    world.settings.stored.rules = someRules({ longestList: 1 });
    expect(await failureFrom(add('bob', 'cy'))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'accountIds' }],
    });
    expect(world.journal.lines('addMember')).toEqual([]);
  });

  it('is refused as a whole for a protected group, and not found if the group is gone', async ({ expect }) => {
    const { world, group, add } = owning({ managedBy: 'EXTERNAL' });
    expect(await failureFrom(add('bob'))).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_MANAGED_OUTSIDE' });
    world.site.groups.delete(group.groupId);
    expect(await failureFrom(add('bob'))).toEqual({ code: 'NOT_FOUND', what: 'group' });
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('is not possible without a privileged user who works', async ({ expect }) => {
    const { world, add } = owning();
    world.settings.stored.privilegedUser = { nominee: { accountId: bob, nominatedBy: ann, nominatedAt: '' } };
    expect(await failureFrom(add('bob'))).toEqual({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'waiting',
      accountId: 'bob',
    });
  });

  it('refuses the privileged user, whom nobody could take out again', async ({ expect }) => {
    const { group, world, add } = owning();
    expect(await add(boss, 'bob')).toEqual({
      people: [
        { accountId: 'boss', outcome: 'refused', reason: 'PRIVILEGED_USER_NOT_ADDED' },
        { accountId: 'bob', outcome: 'added', attemptId: expect.any(String) },
      ],
    });
    expect(world.site.membersOf(group.groupId)).toEqual([bob]);
  });
});

describe('adding somebody whose answer is lost', () => {
  it('is looked for as the privileged user, which settles nothing; the rest is not tried', async ({ expect }) => {
    const { world, add } = owning();
    const people = crowd(world);
    world.journal.failAfter('addMember', answerLost, { about: 'p1' });
    world.journal.fail('addMember', answerLost, { about: 'p2' });
    const result = await add(...people.slice(0, 6));
    expect(world.journal.lines('read isMember')).toEqual(['read isMember p1 as boss', 'read isMember p2 as boss']);
    expect(result.people.slice(0, 3)).toEqual([
      { accountId: 'p1', outcome: 'memberNow' },
      { accountId: 'p2', outcome: 'unknown', code: 'UPSTREAM_UNAVAILABLE' },
      { accountId: 'p3', outcome: 'added', attemptId: expect.any(String) },
    ]);
    expect(result.people[5]).toEqual({ accountId: 'p6', outcome: 'notAttempted' });
    expect(result.stoppedBy).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(world.auditLog.lines()).toEqual([
      'addMember p1 unknown ANSWER_LOST',
      'addMember p2 open',
      'addMember p3 succeeded',
      'addMember p4 succeeded',
      'addMember p5 succeeded',
      'addMember p6 failed NOT_ATTEMPTED',
    ]);
    expect([...world.auditLog.outcomes.values()].flatMap(({ found }) => found ?? [])).toEqual([
      'member',
      'UPSTREAM_UNAVAILABLE',
    ]);
  });

  it('stays open if reading fails too', async ({ expect }) => {
    const { world, add } = owning();
    world.journal.failAfter('addMember', answerLost);
    world.journal.fail('read isMember', rateLimited);
    expect(await add('bob')).toMatchObject({
      people: [{ accountId: 'bob', outcome: 'unknown', code: 'UPSTREAM_UNAVAILABLE' }],
    });
    expect(world.auditLog.lines()).toEqual(['addMember bob open']);
  });
});

describe('adding many people', () => {
  it('stops where Atlassian limits the rate, and the audit says who was not tried', async ({ expect }) => {
    const { world, add } = owning();
    const people = crowd(world);
    world.journal.fail('addMember', rateLimited, { about: 'p7' });
    const result = await add(...people);
    expect(outcomes(result).join(' ')).toBe(
      'added added added added added added failed added added added notAttempted notAttempted',
    );
    expect(result.stoppedBy).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 30 });
    expect(world.auditLog.lines().slice(5, 7)).toEqual(['addMember p6 succeeded', 'addMember p7 failed RATE_LIMITED']);
    // The third batch was never recorded.
    expect(world.auditLog.lines()).toHaveLength(10);
  });

  it('tries nobody when time is nearly over', async ({ expect }) => {
    const { world, add } = owning();
    world.time.remainingMs = 4999;
    expect(await failureFrom(add('bob', 'cy'))).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    expect(world.journal.lines('addMember')).toEqual([]);
    expect(world.auditLog.lines()).toEqual([]);
  });

  it('goes on after a failure that concerns one person only', async ({ expect }) => {
    const { world, add } = owning();
    const people = crowd(world);
    world.journal.fail('addMember', fails({ code: 'NOT_FOUND', what: 'account' }), { about: 'p1' });
    const result = await add(...people);
    expect(result.people[0]).toEqual({ accountId: 'p1', outcome: 'failed', code: 'NOT_FOUND' });
    expect(result.people.slice(1).every((one) => one.outcome === 'added')).toBe(true);
    expect(result).not.toHaveProperty('stoppedBy');
  });

  it('leaves an attempt open if something unforeseen breaks', async ({ expect }) => {
    const { world, add } = owning();
    const broken = new Error('broken');
    world.journal.fail('addMember', broken, { about: 'cy' });
    expect(await failureFrom(add('bob', 'cy'))).toBe(broken);
    expect(world.auditLog.lines()).toEqual(['addMember bob succeeded', 'addMember cy open']);
  });

  it('says what stopped it in terms of the privileged user, if they are why', async ({ expect }) => {
    const { world, add } = owning();
    world.journal.fail('addMember', refusedByAtlassian, { about: 'cy' });
    world.site.impersonation.set(boss, { works: false, cause: 'noAppAccess' });
    const result = await add('bob', 'cy');
    expect(result.people).toEqual([
      { accountId: 'bob', outcome: 'added', attemptId: expect.any(String) },
      { accountId: 'cy', outcome: 'failed', code: 'ATLASSIAN_REFUSED' },
    ]);
    expect(result.stoppedBy).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
  });

  it('still tells who was added if the look at the privileged user fails', async ({ expect }) => {
    const { world, add } = owning();
    world.journal.fail('addMember', refusedByAtlassian, { about: 'cy' });
    world.journal.fail('saveObservation', storageDown);
    expect(await add('bob', 'cy')).toMatchObject({
      people: [
        { outcome: 'added', attemptId: expect.any(String) },
        { outcome: 'failed', code: 'ATLASSIAN_REFUSED' },
      ],
      stoppedBy: { code: 'ATLASSIAN_REFUSED' },
    });
  });
});
