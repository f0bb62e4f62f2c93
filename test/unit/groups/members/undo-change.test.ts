// A change of memberships that is taken back.
import { describe, it } from 'vitest';

import { addMembers } from '../../../../src/groups/members/add-members';
import { removeMembers } from '../../../../src/groups/members/remove-members';
import { undoChange } from '../../../../src/groups/members/undo-change';
import type { PeopleResult } from '../../../../src/shared/groups/views';
import type { AccountId } from '../../../../src/shared/ids';
import { ann, answerLost, bob, cy, hrId, person } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

function owning(...members: AccountId[]) {
  const world = aWorld();
  const { groupId } = world.owns({}, members);
  const { clock, ports, inDev } = world;
  async function attemptsOf(change: Promise<PeopleResult>): Promise<string[]> {
    clock.advance(60_000);
    const { people } = await change;
    return people.flatMap(({ attemptId }) => attemptId ?? []);
  }
  function add(...accountIds: AccountId[]) {
    return attemptsOf(addMembers(ports, inDev, { groupId, accountIds }));
  }
  function remove(...accountIds: AccountId[]) {
    return attemptsOf(removeMembers(ports, inDev, { groupId, accountIds, confirmSelf: true }));
  }
  async function undo(attemptIds: string[], confirmSelf = false) {
    clock.advance(60_000);
    const { people } = await undoChange(ports, inDev, { attemptIds, confirmSelf });
    return people.map(({ accountId, outcome, reason }) => `${accountId} ${reason ?? outcome}`);
  }
  function fact(accountId: AccountId) {
    return world.memberships.stored.get(`${groupId}:${accountId}`);
  }
  return { world, groupId, add, remove, undo, fact, members: () => world.site.membersOf(groupId) };
}

const NOT_UNDOABLE = { failure: { code: 'FORBIDDEN', reason: 'NOT_UNDOABLE' } };

describe('adding people', () => {
  it('is undone: they are out, and nothing is known of them; the entry names what it undoes', async ({ expect }) => {
    const { world, add, undo, fact, members } = owning(ann);
    const added = await add(bob, cy);
    expect(await undo(added)).toEqual(['bob removed', 'cy removed']);
    expect([members(), fact(bob), fact(cy)]).toEqual([[ann], undefined, undefined]);
    expect(world.auditLog.attempts.slice(2).map(({ action, undoes }) => [action, undoes])).toEqual(
      added.map((id) => ['removeMember', id]),
    );
  });

  it('leaves alone who was changed again since, and takes out the others', async ({ expect }) => {
    const { add, remove, undo, members } = owning(ann);
    const added = await add(bob, cy);
    await remove(bob);
    await add(bob);
    expect(await undo(added)).toEqual(['bob CHANGED_LATER', 'cy removed']);
    expect(members()).toEqual([ann, bob]);
  });

  it('of oneself is undone once confirmed', async ({ expect }) => {
    const { add, undo, members } = owning(bob);
    const added = await add(ann);
    await expect(undo(added)).rejects.toMatchObject({
      failure: { code: 'INVALID_INPUT', fields: [{ field: 'confirmSelf' }] },
    });
    expect(members()).toEqual([bob, ann]);
    expect(await undo(added, true)).toEqual(['ann removed']);
  });
});

describe('removing people', () => {
  it('is undone: they are in again, known as before, those who came from outside as little', async ({ expect }) => {
    const { add, remove, undo, fact, members } = owning(ann, cy);
    await add(bob);
    const { attemptId: _version, ...before } = fact(bob) ?? {};
    expect(await undo(await remove(bob, cy))).toEqual(['bob added', 'cy added']);
    expect(members()).toEqual([ann, bob, cy]);
    expect([fact(bob), fact(cy)]).toMatchObject([before, undefined]);
  });

  it('is undone once: the second time they stay as they are, known of or not', async ({ expect }) => {
    const { add, remove, undo } = owning(ann, cy);
    await add(bob);
    const removed = await remove(bob, cy);
    await undo(removed);
    expect(await undo(removed)).toEqual(['bob CHANGED_LATER', 'cy CHANGED_LATER']);
  });

  it('that was followed by another addition and removal is left alone: nothing known tells', async ({ expect }) => {
    const { add, remove, undo, fact, members } = owning(ann, bob);
    const first = await remove(bob);
    await add(bob);
    const second = await remove(bob);
    expect(await undo(first)).toEqual(['bob CHANGED_LATER']);
    expect(members()).toEqual([ann]);
    expect(await undo(second)).toEqual(['bob added']);
    expect(fact(bob)).toBeDefined();
  });

  it('is an addition like any other: who may not be a member now is refused', async ({ expect }) => {
    const { world, remove, undo } = owning(ann, bob);
    const removed = await remove(bob);
    const account = world.site.accounts.get(bob);
    if (account === undefined) throw new Error('No account');
    world.site.accounts.set(bob, { ...account, status: 'inactive' });
    expect(await undo(removed)).toEqual(['bob ACCOUNT_NOT_ELIGIBLE']);
  });

  it('says of who may not be a member now just that, although they were changed since', async ({ expect }) => {
    const { world, add, remove, undo } = owning(ann, bob);
    const removed = await remove(bob);
    await add(bob);
    const account = world.site.accounts.get(bob);
    if (account === undefined) throw new Error('No account');
    world.site.accounts.set(bob, { ...account, status: 'inactive' });
    expect(await undo(removed)).toEqual(['bob ACCOUNT_NOT_ELIGIBLE']);
  });

  it('of more people than can be added at once by now is refused, by the field that was sent', async ({ expect }) => {
    const { world, remove, undo, members } = owning(ann, bob, cy);
    const removed = await remove(bob, cy);
    const { value } = await world.settings.rules();
    await world.settings.saveRules({ ...value, longestList: 1 }, 0);
    await expect(undo(removed)).rejects.toMatchObject({ failure: { fields: [{ field: 'attemptIds' }] } });
    expect(members()).toEqual([ann]);
  });
});

describe('what can’t be undone', () => {
  it.for(['unchanged', 'failed', 'unknown'] as const)('is what ended as %s', async (outcome, { expect }) => {
    const { world, add, undo, members } = owning(ann);
    const [id = ''] = await add(bob);
    world.auditLog.outcomes.set(id, { id, at: '2026-11-21T10:00:00.000Z', outcome });
    await expect(undo([id])).rejects.toMatchObject(NOT_UNDOABLE);
    expect(members()).toContain(bob);
  });

  it('is what has no outcome, what never was, and another kind of change', async ({ expect }) => {
    const { world, add, undo } = owning(ann);
    const [id = ''] = await add(bob);
    world.auditLog.outcomes.delete(id);
    await expect(undo([id])).rejects.toMatchObject(NOT_UNDOABLE);
    await expect(undo(['no-such-change'])).rejects.toMatchObject(NOT_UNDOABLE);
    const made = { id: 'made', at: '2026-11-21T10:00:00.000Z' };
    await world.auditLog.attempt([{ ...made, action: 'createGroup', spaceId: world.inDev.space.spaceId }]);
    await world.auditLog.settle([{ ...made, outcome: 'succeeded' }]);
    await expect(undo(['made'])).rejects.toMatchObject(NOT_UNDOABLE);
  });

  it('is a change in another space, even beside one of this space', async ({ expect }) => {
    const { world, add, undo, members } = owning(ann);
    const [mine = '', other = ''] = await add(bob, cy);
    const attempt = world.auditLog.attempts.find(({ id }) => id === other);
    if (attempt === undefined) throw new Error('No attempt');
    attempt.spaceId = hrId;
    await expect(undo([other])).rejects.toMatchObject(NOT_UNDOABLE);
    await expect(undo([mine, other])).rejects.toMatchObject(NOT_UNDOABLE);
    expect(members()).toEqual([ann, bob, cy]);
  });

  it('is a change of a group that isn’t this space’s any more, or is deleted', async ({ expect }) => {
    const { world, groupId, add, undo } = owning(ann);
    const added = await add(bob);
    const record = world.groupRecords.stored.get(groupId);
    if (record === undefined) throw new Error('No record');
    const refusal = { failure: { code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' } };
    world.groupRecords.stored.set(groupId, { ...record, spaceId: hrId });
    await expect(undo(added)).rejects.toMatchObject(refusal);
    world.groupRecords.stored.delete(groupId);
    await expect(undo(added)).rejects.toMatchObject(refusal);
  });

  it('is more than one change at a time: an addition and a removal, or one person twice', async ({ expect }) => {
    const { add, remove, undo } = owning(ann);
    const [first = ''] = await add(bob);
    const [removal = ''] = await remove(bob);
    const [second = ''] = await add(bob);
    const problem = { failure: { code: 'INVALID_INPUT', fields: [{ field: 'attemptIds' }] } };
    await expect(undo([first, removal])).rejects.toMatchObject(problem);
    await expect(undo([first, second])).rejects.toMatchObject(problem);
  });
});

describe('an undo whose answer is lost', () => {
  it('says what holds and not by whom; the next one finds it done', async ({ expect }) => {
    const { world, remove, undo, fact } = owning(ann, bob);
    const removed = await remove(bob);
    world.journal.failAfter('addMember', answerLost);
    expect(await undo(removed)).toEqual(['bob memberNow']);
    expect(fact(bob)).toBeUndefined();
    expect(await undo(removed)).toEqual(['bob alreadyMember']);
  });
});

it('twenty-five people are undone at once', async ({ expect }) => {
  const { world, add, undo, members } = owning(ann);
  const people = Array.from({ length: 25 }, (_, n) => person(`p${n}`));
  for (const accountId of people)
    world.site.accounts.set(accountId, { accountId, accountType: 'atlassian', status: 'active' });
  const added = await add(...people);
  expect(await undo(added)).toEqual(people.map((accountId) => `${accountId} removed`));
  expect(members()).toEqual([ann]);
});
