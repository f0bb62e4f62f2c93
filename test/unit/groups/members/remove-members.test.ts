import { describe, it } from 'vitest';

import { removeMembers } from '../../../../src/groups/members/remove-members';
import {
  ann,
  answerLost,
  bob,
  boss,
  cy,
  failureFrom,
  person,
  rateLimited,
  refusedByAtlassian,
  someRules,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function owning(...given: Parameters<World['owns']>) {
  const world = aWorld();
  const group = world.owns(...given);
  async function remove(accountIds: string[], confirmSelf = false) {
    return removeMembers(world.ports, world.inDev, {
      groupId: group.groupId,
      accountIds: accountIds.map(person),
      confirmSelf,
    });
  }
  return { world, group, remove };
}

describe('removing people', () => {
  it('takes each out as the privileged user, recorded before and after', async ({ expect }) => {
    const { world, group, remove } = owning({}, [ann, bob, cy]);
    expect(await remove(['bob', 'cy'])).toEqual({
      people: [
        { accountId: 'bob', outcome: 'removed', attemptId: expect.any(String) },
        { accountId: 'cy', outcome: 'removed', attemptId: expect.any(String) },
      ],
    });
    expect(world.site.membersOf(group.groupId)).toEqual([ann]);
    expect(world.journal.lines('attempt', 'removeMember', 'settle')).toEqual([
      'attempt removeMember bob, removeMember cy',
      'removeMember bob as boss',
      'removeMember cy as boss',
      'settle succeeded, succeeded',
    ]);
  });

  it('fails only once the check that a refusal begins has ended, though another reading failed before', async ({
    expect,
  }) => {
    const { world, remove } = owning({}, [ann, bob]);
    world.journal.fail('accessOf', refusedByAtlassian);
    world.journal.fail('group', answerLost);
    await failureFrom(remove(['bob']));
    const calls = world.journal.entries.length;
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    expect(world.journal.lines('createGroup', 'deleteGroup')).toHaveLength(2);
    expect(world.journal.entries).toHaveLength(calls);
  });

  it('never takes the privileged user out', async ({ expect }) => {
    const { world, group, remove } = owning({}, [boss, bob]);
    expect(await remove(['boss', 'bob'])).toEqual({
      people: [
        { accountId: 'boss', outcome: 'refused', reason: 'PRIVILEGED_USER_STAYS' },
        { accountId: 'bob', outcome: 'removed', attemptId: expect.any(String) },
      ],
    });
    expect(world.site.membersOf(group.groupId)).toEqual([boss]);
  });

  it('asks before people take themselves out', async ({ expect }) => {
    const { world, group, remove } = owning({}, [ann, bob]);
    expect(await failureFrom(remove(['bob', 'ann']))).toMatchObject({ fields: [{ field: 'confirmSelf' }] });
    expect(world.site.membersOf(group.groupId)).toEqual([ann, bob]);
    expect(world.auditLog.attempts).toEqual([]);
    await remove(['bob', 'ann'], true);
    expect(world.site.membersOf(group.groupId)).toEqual([]);
  });

  it('works for accounts that could not be added any more', async ({ expect }) => {
    const { remove } = owning({}, [person('left')]);
    expect(await remove(['left'])).toEqual({
      people: [{ accountId: 'left', outcome: 'removed', attemptId: expect.any(String) }],
    });
  });

  it('tells what it finds after a lost answer, and settles nothing by it', async ({ expect }) => {
    const { world, remove } = owning({}, [bob, cy]);
    world.journal.failAfter('removeMember', answerLost, { about: 'bob' });
    world.journal.fail('removeMember', answerLost, { about: 'cy' });
    const { people } = await remove(['bob', 'cy']);
    expect(people).toEqual([
      { accountId: 'bob', outcome: 'notMemberNow' },
      { accountId: 'cy', outcome: 'unknown', code: 'UPSTREAM_UNAVAILABLE' },
    ]);
    expect(world.auditLog.lines()).toEqual(['removeMember bob unknown ANSWER_LOST', 'removeMember cy open']);
  });

  it('says how long to wait where Atlassian limits the rate', async ({ expect }) => {
    const { world, remove } = owning({}, [bob]);
    world.journal.fail('removeMember', rateLimited);
    expect(await remove(['bob'])).toMatchObject({ stoppedBy: { code: 'RATE_LIMITED', retryAfterSeconds: 30 } });
  });

  it('is refused as a whole for a protected group, a group that is gone, or too many people', async ({ expect }) => {
    const { world, group, remove } = owning({ managedBy: 'OPEN' }, [bob]);
    expect(await failureFrom(remove(['bob']))).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_MANAGED_OUTSIDE' });
    world.settings.stored.rules = someRules({ longestList: 1 });
    expect(await failureFrom(remove(['bob', 'cy']))).toMatchObject({ code: 'INVALID_INPUT' });
    world.site.groups.delete(group.groupId);
    expect(await failureFrom(remove(['bob']))).toEqual({ code: 'NOT_FOUND', what: 'group' });
    expect(world.auditLog.attempts).toEqual([]);
  });
});
