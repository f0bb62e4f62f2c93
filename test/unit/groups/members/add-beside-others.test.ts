import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, it } from 'vitest';

import { addMembers } from '../../../../src/groups/members/add-members';
import { anAccount, bob, cy, failureFrom, fails, person } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

function owning(...members: (typeof bob)[]) {
  const world = aWorld();
  const { groupId } = world.owns({}, members);
  return { world, groupId };
}

describe('an addition that breaks', () => {
  it('is thrown once those beside it have come back and are recorded', async ({ expect }) => {
    const { world, groupId } = owning();
    const accountIds = ['p1', 'p2', 'p3'].map(person);
    for (const accountId of accountIds) world.site.accounts.set(accountId, anAccount(accountId));
    const broken = new Error('broken');
    const { groupWriter } = world.ports;
    const addMember: typeof groupWriter.addMember = async (grant) => {
      if (grant.accountId === accountIds[0]) throw broken;
      await nextTurn();
      return groupWriter.addMember(grant);
    };
    const ports = { ...world.ports, groupWriter: { ...groupWriter, addMember } };
    const adding = addMembers(ports, world.inDev, { groupId, accountIds });
    expect(await failureFrom(adding)).toBe(broken);
    expect(world.site.membersOf(groupId)).toEqual(accountIds.slice(1));
    expect(world.auditLog.lines()).toEqual(['addMember p1 open', 'addMember p2 succeeded', 'addMember p3 succeeded']);
  });
});

describe('an addition that Atlassian does not accept', () => {
  it.for([
    ['the look at why fails', fails({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' })],
    [
      'Atlassian asks to wait before that look',
      fails({ code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' }),
    ],
  ] as const)('ends alone and is not sent again, though %s', async ([, failure], { expect }) => {
    const { world, groupId } = owning(bob);
    world.journal.fail('read isMember', failure);
    const { people } = await addMembers(world.ports, world.inDev, { groupId, accountIds: [bob, cy] });
    expect(people).toEqual([
      { accountId: 'bob', outcome: 'failed' },
      { accountId: 'cy', outcome: 'added', attemptId: expect.any(String) },
    ]);
    expect(world.site.membersOf(groupId)).toEqual([bob, cy]);
    expect(world.journal.lines('addMember')).toEqual(['addMember bob as boss', 'addMember cy as boss']);
    expect(world.auditLog.lines()).toEqual(['addMember bob failed REJECTED', 'addMember cy succeeded']);
  });
});
