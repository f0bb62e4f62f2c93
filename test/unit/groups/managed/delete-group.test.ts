import { describe, it } from 'vitest';

import { deleteGroup } from '../../../../src/groups/managed/delete-group';
import {
  ann,
  answerLost,
  aSpace,
  auditDown,
  bob,
  boss,
  failureFrom,
  hrId,
  refusedByAtlassian,
  storageDown,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function owning(...given: Parameters<World['owns']>) {
  const world = aWorld();
  const group = world.owns(...given);
  async function remove(more: { typedName?: string; confirmSelf?: boolean } = {}, space = aSpace()) {
    return deleteGroup(
      world.ports,
      { ...world.inDev, space },
      { groupId: group.groupId, typedName: 'dev-writers', confirmSelf: false, ...more },
    );
  }
  function stands() {
    return [world.site.groups.has(group.groupId), world.groupRecords.stored.has(group.groupId)];
  }
  return { world, group, remove, stands };
}
const EFFECTS = ['attempt', 'deleteGroup', 'remove record', 'settle'];

describe('deleting a group', () => {
  it('records the attempt, deletes as the privileged user, forgets the record, records the outcome', async ({
    expect,
  }) => {
    const { world, remove, stands } = owning({}, [bob]);
    expect(await remove()).toEqual({ deleted: true });
    expect(world.journal.lines(...EFFECTS)).toEqual([
      'attempt deleteGroup dev-writers',
      'deleteGroup dev-writers as boss',
      'remove record g-writers',
      'settle succeeded',
    ]);
    expect(world.auditLog.attempts).toMatchObject([
      { caller: 'ann', actedAs: 'boss', spaceId: '10', groupId: 'g-writers' },
    ]);
    expect(stands()).toEqual([false, false]);
  });

  it.for(['', 'dev-writer', 'DEV-WRITERS', 'dev-writers '])(
    'asks for the name once more instead of %j',
    async (typedName, { expect }) => {
      const { remove, stands } = owning();
      expect(await failureFrom(remove({ typedName }))).toMatchObject({ fields: [{ field: 'typedName' }] });
      expect(stands()).toEqual([true, true]);
    },
  );

  it('asks for the present name, not the recorded one', async ({ expect }) => {
    const { remove } = owning({ name: 'dev-renamed' }, [], { groupName: 'dev-writers' });
    expect(await failureFrom(remove())).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await remove({ typedName: 'dev-renamed' })).toEqual({ deleted: true });
  });

  it('asks somebody who is inside to confirm that they lose it', async ({ expect }) => {
    const { remove, stands } = owning({}, [ann]);
    expect(await failureFrom(remove())).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'confirmSelf' }] });
    expect(stands()).toEqual([true, true]);
    expect(await remove({ confirmSelf: true })).toEqual({ deleted: true });
  });

  it('is refused while the privileged user is inside', async ({ expect }) => {
    const { remove, stands } = owning({}, [boss]);
    expect(await failureFrom(remove())).toEqual({ code: 'FORBIDDEN', reason: 'PRIVILEGED_USER_STAYS' });
    expect(stands()).toEqual([true, true]);
  });

  it('is refused for a group that may not be deleted', async ({ expect }) => {
    const { world, remove } = owning({}, [], { deletable: false });
    expect(await failureFrom(remove())).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_NOT_DELETABLE' });
    expect(world.journal.lines(...EFFECTS)).toEqual([]);
  });

  it('asks for the name before anything else is read or said', async ({ expect }) => {
    const { world, remove } = owning({ managedBy: 'EXTERNAL' }, [boss], { deletable: false });
    expect(await failureFrom(remove({ typedName: '' }))).toMatchObject({ fields: [{ field: 'typedName' }] });
    expect(world.journal.lines('accessOf', 'isMember', 'groupsOf')).toEqual([]);
    expect(await failureFrom(remove())).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_MANAGED_OUTSIDE' });
  });

  it('is refused alike for the group of another space and for no group at all', async ({ expect }) => {
    const no = { code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' };
    const theirs = owning({}, [], { spaceId: hrId });
    expect(await failureFrom(theirs.remove())).toEqual(no);
    theirs.world.groupRecords.stored.clear();
    expect(await failureFrom(theirs.remove())).toEqual(no);
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const { world, remove, stands } = owning();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(remove())).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(stands()).toEqual([true, true]);
  });

  it('only forgets the record of a group that is gone already', async ({ expect }) => {
    const { world, group, remove, stands } = owning();
    world.site.groups.delete(group.groupId);
    expect(await failureFrom(remove({ typedName: '' }))).toMatchObject({ fields: [{ field: 'typedName' }] });
    expect(stands()).toEqual([false, true]);
    expect(await remove()).toEqual({ deleted: false });
    expect(stands()).toEqual([false, false]);
    expect(world.auditLog.lines()).toEqual(['releaseGroup dev-writers succeeded']);
    expect(world.journal.lines('deleteGroup')).toEqual([]);
  });

  it('that Atlassian refuses keeps the record', async ({ expect }) => {
    const { world, remove, stands } = owning();
    world.journal.fail('deleteGroup', refusedByAtlassian);
    expect(await failureFrom(remove())).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
    expect(stands()).toEqual([true, true]);
    expect(world.auditLog.lines().filter((line) => line.startsWith('deleteGroup'))).toEqual([
      'deleteGroup dev-writers failed ATLASSIAN_REFUSED',
    ]);
  });

  it('whose answer is lost is told as gone, by nobody knows whom', async ({ expect }) => {
    const { world, remove, stands } = owning();
    world.journal.failAfter('deleteGroup', answerLost);
    expect(await remove()).toEqual({ deleted: false, answerLost: true });
    expect(stands()).toEqual([false, false]);
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers unknown ANSWER_LOST']);
  });

  it('that somebody else was faster with is unchanged', async ({ expect }) => {
    const { world, group, remove, stands } = owning();
    world.journal.before('deleteGroup', () => world.site.groups.delete(group.groupId));
    expect(await remove()).toEqual({ deleted: false });
    expect(stands()).toEqual([false, false]);
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers unchanged']);
  });

  it('leaves a record that is another one by now', async ({ expect }) => {
    const { world, group, remove } = owning();
    world.site.groups.delete(group.groupId);
    world.journal.before('remove record', () => {
      const record = world.groupRecords.stored.get(group.groupId);
      if (record !== undefined) world.groupRecords.stored.set(group.groupId, { ...record, spaceId: hrId });
    });
    expect(await failureFrom(remove())).toEqual({ code: 'CONFLICT', what: 'record' });
    expect(world.groupRecords.stored.has(group.groupId)).toBe(true);
  });

  it('is not gone because the caller is not shown it', async ({ expect }) => {
    const { world, remove, stands } = owning();
    world.site.hiddenFromCaller.add('g-writers');
    expect(await remove()).toEqual({ deleted: true });
    expect(stands()).toEqual([false, false]);
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers succeeded']);
  });

  it('whose answer is lost, with the group still there, stays open for the hourly run', async ({ expect }) => {
    const { world, remove, stands } = owning();
    world.journal.fail('deleteGroup', answerLost);
    expect(await failureFrom(remove())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    expect(stands()).toEqual([true, true]);
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers open']);
  });

  it('is told as a change, and stays open, if the record could not be forgotten', async ({ expect }) => {
    const { world, remove, stands } = owning();
    world.journal.fail('remove record', storageDown);
    expect(await failureFrom(remove())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'some' });
    expect(stands()).toEqual([false, true]);
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers open']);
  });
});
