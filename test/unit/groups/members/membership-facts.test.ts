// What a change of a membership leaves to be known of it.
import { describe, it } from 'vitest';

import type { PriorFact } from '../../../../src/groups/facts';
import { addMembers } from '../../../../src/groups/members/add-members';
import { changeMembers } from '../../../../src/groups/members/change-members';
import type { MemberOperation } from '../../../../src/groups/members/commands';
import { removeMembers } from '../../../../src/groups/members/remove-members';
import type { AccountId } from '../../../../src/shared/ids';
import { ann, answerLost, bob, cy, person, storageDown } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

function owning(...members: AccountId[]) {
  const world = aWorld();
  const { groupId } = world.owns({}, members);
  function add(...accountIds: AccountId[]) {
    return addMembers(world.ports, world.inDev, { groupId, accountIds });
  }
  function remove(...accountIds: AccountId[]) {
    return removeMembers(world.ports, world.inDev, { groupId, accountIds, confirmSelf: true });
  }
  function fact(accountId: AccountId) {
    return world.memberships.stored.get(`${groupId}:${accountId}`);
  }
  function lastChange() {
    return world.groupRecords.stored.get(groupId)?.lastChange;
  }
  return { world, groupId, add, remove, fact, lastChange };
}

describe('somebody who is added', () => {
  it('is known since when and by whom, and the group as changed then', async ({ expect }) => {
    const { world, groupId, add, fact, lastChange } = owning(ann);
    const { people } = await add(bob);
    const [attempt] = world.auditLog.attempts;
    expect(people).toEqual([{ accountId: 'bob', outcome: 'added', attemptId: attempt?.id }]);
    const [at, by] = ['2026-11-21T10:00:00.000Z', 'ann'];
    expect(fact(bob)).toEqual({ groupId, accountId: 'bob', spaceId: '10', since: at, by, attemptId: attempt?.id });
    expect(lastChange()).toBe(`${at}#${attempt?.id}`);
  });

  it('and was a member already leaves things as they are: nobody knows since when', async ({ expect }) => {
    const { add, fact, lastChange } = owning(ann, bob);
    expect(await add(bob)).toEqual({ people: [{ accountId: 'bob', outcome: 'alreadyMember' }] });
    expect([fact(bob), lastChange()]).toEqual([undefined, undefined]);
  });

  it('while the answer is lost leaves nothing: nobody knows by whom', async ({ expect }) => {
    const { world, add, fact } = owning(ann);
    world.journal.failAfter('addMember', answerLost);
    expect((await add(bob)).people).toEqual([{ accountId: 'bob', outcome: 'memberNow' }]);
    expect(fact(bob)).toBeUndefined();
  });

  it('again, after somebody removed them outside the app, is known from then on', async ({ expect }) => {
    const { world, groupId, add, fact } = owning(ann);
    await add(bob);
    const first = fact(bob);
    world.site.members.get(groupId)?.delete(bob);
    world.clock.advance(60_000);
    await add(bob);
    expect(fact(bob)).toMatchObject({ since: '2026-11-21T10:01:00.000Z' });
    expect(fact(bob)?.attemptId).not.toBe(first?.attemptId);
  });
});

describe('somebody who is removed', () => {
  it('is known no more; what was known stands with the outcome, without the reason', async ({ expect }) => {
    const { world, groupId, add, remove, fact } = owning(ann);
    await add(bob);
    const before = fact(bob);
    if (before === undefined) throw new Error('No fact');
    const until = '2027-01-01T00:00:00.000Z';
    world.memberships.stored.set(`${groupId}:bob`, { ...before, until, reason: 'Parental leave of Cy', runId: 'run' });
    const { people } = await remove(bob);
    expect(fact(bob)).toBeUndefined();
    const { since, by, attemptId } = before;
    const outcome = world.auditLog.outcomes.get(people[0]?.attemptId ?? '');
    expect(outcome).toMatchObject({ outcome: 'succeeded', prior: { since, by, until, runId: 'run', attemptId } });
    expect(JSON.stringify(outcome)).not.toContain('Parental');
  });

  it('and was added outside the app leaves that the group was changed', async ({ expect }) => {
    const { world, remove, lastChange } = owning(ann, bob);
    const { people } = await remove(bob);
    expect(lastChange()).toBe(`2026-11-21T10:00:00.000Z#${people[0]?.attemptId}`);
    expect(world.auditLog.outcomes.get(people[0]?.attemptId ?? '')?.prior).toBeUndefined();
  });
});

describe('a change that is undone', () => {
  function undoing(...members: AccountId[]) {
    const owned = owning(...members);
    const { world, groupId, fact } = owned;
    async function undo(operation: MemberOperation, attemptId: string, prior?: PriorFact) {
      const undone = new Map([[bob, { attemptId, prior }]]);
      const { people } = await changeMembers(world.ports, world.inDev, operation, {
        groupId,
        accountIds: [bob],
        undone,
      });
      return people[0]?.reason ?? people[0]?.outcome;
    }
    return { ...owned, undo, attemptOf: () => fact(bob)?.attemptId ?? '' };
  }

  it('takes out who was added by it, and nobody who was added again later', async ({ expect }) => {
    const { add, remove, fact, undo, attemptOf } = undoing(ann);
    await add(bob);
    const first = attemptOf();
    await remove(bob);
    await add(bob);
    expect(await undo('removeMember', first)).toBe('CHANGED_LATER');
    expect(fact(bob)).toBeDefined();
    expect(await undo('removeMember', attemptOf())).toBe('removed');
    expect(fact(bob)).toBeUndefined();
  });

  it('adds who was removed by it, known as before under a new version', async ({ expect }) => {
    const { world, groupId, add, remove, fact, undo } = undoing(ann);
    await add(bob);
    const before = fact(bob);
    if (before === undefined) throw new Error('No fact');
    const { groupId: _group, accountId: _account, spaceId: _space, ...prior } = before;
    await remove(bob);
    world.clock.advance(60_000);
    expect(await undo('addMember', 'removal', prior)).toBe('added');
    expect(world.site.membersOf(groupId)).toContain(bob);
    expect(fact(bob)).toEqual({ ...before, attemptId: fact(bob)?.attemptId });
    expect(fact(bob)?.attemptId).not.toBe(before.attemptId);
    expect(await undo('addMember', 'removal', prior)).toBe('CHANGED_LATER');
  });

  it('leaves a member who came from outside as known as before: not at all', async ({ expect }) => {
    const { remove, fact, undo } = undoing(ann, bob);
    await remove(bob);
    expect(await undo('addMember', 'removal')).toBe('added');
    expect(fact(bob)).toBeUndefined();
  });
});

describe('twenty-five people at once', () => {
  it('are read ten at a time, with all else that is stored, and stored ten at a time', async ({ expect }) => {
    const { world, add, fact } = owning(ann);
    const people = Array.from({ length: 25 }, (_, n) => person(`p${n}`));
    for (const accountId of people)
      world.site.accounts.set(accountId, { accountId, accountType: 'atlassian', status: 'active' });
    await add(...people);
    expect(people.filter((accountId) => fact(accountId) === undefined)).toEqual([]);
    expect(world.journal.lines('read stored')).toHaveLength(3);
    expect(world.journal.lines('attempt', 'settle')).toHaveLength(6);
  });
});

describe('storage that fails', () => {
  it('after the change leaves no fact and an attempt that the hourly run settles', async ({ expect }) => {
    const { world, add, fact } = owning(ann);
    world.journal.fail('settle', storageDown);
    expect(await add(bob)).toMatchObject({ people: [{ accountId: 'bob', outcome: 'added' }] });
    expect(fact(bob)).toBeUndefined();
    expect(world.auditLog.lines()).toEqual(['addMember bob open']);
    expect(await add(cy)).toMatchObject({ people: [{ outcome: 'added' }] });
  });
});
