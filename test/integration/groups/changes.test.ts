// Lists of people on the space page, through its doors: planned, applied in the call, taken back.
import { expect, it } from 'vitest';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

/** The demo site, where space-admin has a group of DEMO. */
async function aSite() {
  const world = await openSandbox();
  await world.configure();
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  function person(number: number) {
    return world.id(`person-${String(number).padStart(2, '0')}`);
  }
  async function plan(from: number, count: number, handle = 'space-admin') {
    const listed = Array.from({ length: count }, (_, index) => ({
      line: index + 1,
      accountId: person(from + index),
      operation: 'addMember' as const,
    }));
    return valueOf(await world.asSpace(handle, 'DEMO', 'planPeople', { groupId, source: 'list', people: listed }));
  }
  async function apply({ changeId, version, needsTypedNumber }: ChangeView, handle = 'space-admin', space = 'DEMO') {
    const request = { changeId, version, typedNumber: needsTypedNumber };
    return world.asSpace(handle, space, 'applyChange', request);
  }
  async function watch({ changeId }: ChangeView) {
    return valueOf(await world.asSpace('space-admin', 'DEMO', 'watchChange', { changeId }));
  }
  return { world, groupId, plan, apply, watch };
}

function membersOf({ model }: World, groupId: string): number {
  return model.groups.get(groupId)?.members.size ?? 0;
}

it('forty people are added within the call, and taken back', async () => {
  const { world, groupId, plan, apply, watch } = await aSite();
  const planned = await plan(1, 40);
  expect(planned).toMatchObject({ state: 'planned', planned: { add: 40 } });
  expect(membersOf(world, groupId)).toBe(0);
  expect(valueOf(await apply(planned))).toMatchObject({ state: 'done', done: { added: 40 }, mayUndo: true });
  expect(membersOf(world, groupId)).toBe(40);
  world.site.clearRequests();
  expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 40 } });
  expect(world.requests()).toEqual([]);
  const { changeId } = planned;
  const undo = valueOf(await world.asSpace('space-admin', 'DEMO', 'planUndo', { changeId }));
  expect(undo).toMatchObject({ planned: { remove: 40 }, needsTypedNumber: 40, undoes: changeId });
  const { changeId: undoId, version } = undo;
  const untyped = await world.asSpace('space-admin', 'DEMO', 'applyChange', { changeId: undoId, version });
  expect(errorOf(untyped)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'typedNumber' }] });
  expect(valueOf(await apply(undo))).toMatchObject({ state: 'done', done: { removed: 40 } });
  expect(membersOf(world, groupId)).toBe(0);
});

it('a plan lapses after an hour, and is no plan from another space', async () => {
  const { world, groupId, plan, apply } = await aSite();
  const planned = await plan(1, 2);
  expect(errorOf(await apply(planned, 'other-admin', 'DEVOPS'))).toEqual({ code: 'NOT_FOUND', what: 'run' });
  const { changeId } = planned;
  const shown = await world.asSpace('other-admin', 'DEVOPS', 'readChangeLines', { changeId });
  expect(errorOf(shown)).toEqual({ code: 'NOT_FOUND', what: 'run' });
  world.advance(3_600_000);
  expect(errorOf(await apply(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
  expect(membersOf(world, groupId)).toBe(0);
});
