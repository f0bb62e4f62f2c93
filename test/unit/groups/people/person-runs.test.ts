// One person removed from all groups of a space: line by line, within the call or by the queue, and taken back.
import { describe, it } from 'vitest';

import { NOWHERE } from '../../../../src/shared/groups/where';
import { ann, answerLost, bob, boss, devId, hrId, someRules, storageDown } from '../../../support/ports/builders';
import type { World } from '../../../support/ports/world';
import { aPersonWorld } from './person-world';

describe('somebody who is removed from all groups', () => {
  it('is removed from each, in the right of the person present, with one entry of the audit for each', async ({
    expect,
  }) => {
    const { world, groupIds, plan, apply, isIn } = aPersonWorld(5);
    const done = await apply(await plan());
    expect(done).toMatchObject({ state: 'done', done: { removed: 5, refused: 0 }, mayUndo: true });
    expect(isIn()).toEqual([]);
    const entries = world.auditLog.attempts.filter(({ action }) => action === 'removeMember');
    expect(entries.map(({ groupId, accountId, runId }) => [groupId, accountId, runId])).toEqual(
      groupIds.map((groupId) => [groupId, bob, done.changeId]),
    );
    expect(world.journal.lines('requester space')).toEqual([]);
  });

  it('may be in more than are recorded in one go: no fact is left, and each group says when it was changed last', async ({
    expect,
  }) => {
    const { world, groupIds, plan, apply, isIn, hasFact } = aPersonWorld(45);
    for (const groupId of groupIds) hasFact(groupId);
    expect(await apply(await plan())).toMatchObject({ state: 'done', done: { removed: 45 } });
    expect(isIn()).toEqual([]);
    expect(world.memberships.stored.size).toBe(0);
    const changed = groupIds.map((groupId) => world.groupRecords.stored.get(groupId)?.lastChange);
    expect(new Set(changed).size).toBe(45);
  });

  it('is removed by the queue from more than 100, as whoever asked for it', async ({ expect }) => {
    const { world, plan, apply, deliver, watch, isIn } = aPersonWorld(130);
    const planned = await plan();
    expect((await apply(planned)).state).toBe('queued');
    await deliver();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { removed: 130 } });
    expect(isIn()).toEqual([]);
    expect(world.journal.lines('requester space').length).toBeGreaterThan(0);
  });
});

describe('each group is judged anew', () => {
  it('a group that is protected by then stays, and the others are left', async ({ expect }) => {
    const { plan, apply, lines, protect, isIn } = aPersonWorld(3);
    const planned = await plan();
    protect('g-01');
    const done = await apply(planned);
    expect(done).toMatchObject({ state: 'done', done: { removed: 2, refused: 1 } });
    expect(isIn()).toEqual(['g-01']);
    expect((await lines(done)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['succeeded', undefined],
      ['refused', 'GROUP_GIVES_ADMIN_ACCESS'],
      ['succeeded', undefined],
    ]);
  });

  it('a group of another space by then stays, and so does one that is gone', async ({ expect }) => {
    const { world, groupIds, plan, apply, lines, isIn } = aPersonWorld(3);
    const planned = await plan();
    const [, second, third] = groupIds;
    if (second === undefined || third === undefined) throw new Error('No groups');
    const record = world.groupRecords.stored.get(second);
    if (record !== undefined) world.groupRecords.stored.set(second, { ...record, spaceId: hrId });
    world.site.groups.delete(third);
    const done = await apply(planned);
    expect((await lines(done)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['succeeded', undefined],
      ['refused', 'GROUP_OF_ANOTHER_SPACE'],
      ['refused', 'GROUP_NOT_FOUND'],
    ]);
    expect(isIn()).toContain(second);
  });

  it('each group that is refused is an entry of the audit', async ({ expect }) => {
    const { world, groupIds, plan, apply, protect } = aPersonWorld(4);
    const planned = await plan();
    protect('g-01');
    const [, , third, fourth] = groupIds;
    if (third === undefined || fourth === undefined) throw new Error('No groups');
    world.groupRecords.stored.delete(third);
    world.site.groups.delete(fourth);
    const { changeId: runId } = await apply(planned);
    const entry = { caller: ann, action: 'removeMember', spaceId: devId, runId };
    expect(world.auditLog.refusals).toMatchObject([
      { ...entry, groupId: 'g-01', groupName: 'dev-01', reason: 'GROUP_GIVES_ADMIN_ACCESS' },
      { ...entry, groupId: third, reason: 'GROUP_OF_ANOTHER_SPACE' },
      { ...entry, groupId: fourth, reason: 'GROUP_NOT_FOUND' },
    ]);
  });

  it('once the space is off, those that are left are entries of the audit, and no others', async ({ expect }) => {
    const { world, plan, apply, isIn } = aPersonWorld(12);
    const planned = await plan();
    world.journal.before('removeMember', () => {
      world.settings.stored.rules = someRules({ where: NOWHERE });
    });
    expect((await apply(planned)).done).toMatchObject({ removed: 10 });
    const refused = world.auditLog.refusals.map(({ groupId, reason }) => [groupId, reason]);
    expect(refused).toEqual(isIn().map((groupId) => [groupId, 'SPACE_OFF']));
  });

  it('somebody who became the privileged user meanwhile stays in all', async ({ expect }) => {
    const { world, plan, apply, isIn } = aPersonWorld(2);
    const planned = await plan();
    world.settings.stored.privilegedUser = { current: { accountId: bob, setBy: boss, setAt: '2026-11-20' } };
    expect((await apply(planned)).done).toMatchObject({ removed: 0, refused: 2 });
    expect(isIn()).toHaveLength(2);
  });

  it('an author who lost the space stops all of it', async ({ expect }) => {
    const { world, plan, apply, deliver, watch, isIn } = aPersonWorld(130);
    const planned = await plan();
    await apply(planned);
    world.site.operations.set('10', []);
    await deliver();
    expect(await watch(planned)).toMatchObject({ state: 'stopped', why: 'NOT_SPACE_ADMIN', done: { removed: 0 } });
    expect(isIn()).toHaveLength(130);
  });
});

describe('taking it back', () => {
  it('puts them into the same groups again, with what was known of their memberships', async ({ expect }) => {
    const { world, plan, apply, undo, hasFact, isIn } = aPersonWorld(12);
    const fact = hasFact('g-03');
    const done = await apply(await plan());
    const planned = await undo(done);
    expect(planned).toMatchObject({ source: 'undo', person: bob, undoes: done.changeId, planned: { add: 12 } });
    expect(await apply(planned)).toMatchObject({ state: 'done', done: { added: 12 } });
    expect(isIn()).toHaveLength(12);
    const { attemptId: _before, ...known } = fact;
    expect([...world.memberships.stored.values()]).toMatchObject([known]);
  });

  it('leaves alone a group where they were changed later, and one where they are a member again', async ({
    expect,
  }) => {
    const { world, plan, apply, undo, lines, hasFact } = aPersonWorld(3);
    const done = await apply(await plan());
    hasFact('g-00');
    world.site.members.get('g-01' as never)?.add(bob);
    const planned = await undo(done);
    const told = (await lines(planned)).map(({ groupId, verdict, reason }) => [groupId, verdict, reason]);
    expect(told).toEqual([
      ['g-02', 'willChange', undefined],
      ['g-01', 'nothingToDo', undefined],
      ['g-00', 'notAllowed', 'CHANGED_LATER'],
    ]);
  });

  it('of an undo removes them again', async ({ expect }) => {
    const { groupIds, plan, apply, undo, isIn, hasFact } = aPersonWorld(2);
    for (const groupId of groupIds) hasFact(groupId);
    const again = await undo(await apply(await undo(await apply(await plan()))));
    expect(again.planned).toMatchObject({ remove: 2 });
    await apply(again);
    expect(isIn()).toEqual([]);
  });
});

describe('a line whose answer was lost', () => {
  it('is looked at, and not sent again if it took effect', async ({ expect }) => {
    const { world, plan, apply, deliver, lines, isIn } = aPersonWorld(3);
    world.journal.failAfter('removeMember', answerLost, { about: 'bob' });
    world.journal.fail('read isMember', storageDown);
    const planned = await plan();
    expect((await apply(planned)).state).toBe('waiting');
    await deliver();
    expect((await lines(planned)).map(({ outcome, found }) => [outcome, found])).toContainEqual([
      'unknown',
      'notMember',
    ]);
    expect(world.journal.lines('removeMember')).toHaveLength(3);
    expect(isIn()).toEqual([]);
    expect(world.inDev.space.spaceId).toBe(devId);
  });
});

describe.for(['before', 'after'] as const)('killed %s a removal takes effect', (when) => {
  const GROUPS = 13;

  it.for(Array.from({ length: GROUPS }, (_, index) => index + 1))(
    'the one numbered %i: they are out of every group in the end, and each line ends once',
    async (nth, { expect }) => {
      const { world, plan, apply, deliver, lines, isIn, hasFact } = aPersonWorld(GROUPS);
      hasFact('g-07');
      const planned = await plan();
      const killed = killAtRemoval(world, nth, when);
      void apply(planned);
      await killed;
      await deliver();
      expect(isIn()).toEqual([]);
      const ended = (await lines(planned)).map(({ outcome }) => outcome);
      expect(ended.every((outcome) => outcome === 'succeeded' || outcome === 'unknown')).toBe(true);
      const open = world.auditLog.attempts.filter(({ id }) => !world.auditLog.outcomes.has(id));
      expect(open).toEqual([]);
    },
  );
});

/** Ends the invocation at its nth removal: nothing that it waits for comes back. Resolves once that has happened. */
function killAtRemoval({ ports }: World, nth: number, when: 'before' | 'after'): Promise<void> {
  const writer = ports.groupWriter;
  let sent = 0;
  return new Promise((killed) => {
    ports.groupWriter = {
      ...writer,
      async removeMember(grant) {
        sent += 1;
        if (sent < nth || when === 'after') await writer.removeMember(grant);
        if (sent < nth) return 'removed';
        ports.groupWriter = writer;
        killed();
        return new Promise(() => undefined);
      },
    };
  });
}
