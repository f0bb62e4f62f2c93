// Lists of people on the space page, through its doors: planned, applied in the call or by the queue, ended early, taken back.
import { describe, expect, it } from 'vitest';

import { errorOf, isPrivileged, isWrite, valueOf } from '../../support/integration';
import { aListSite, atChange, membersOf, range } from '../../support/list-site';

it('forty people are added within the call, and taken back', async () => {
  const { world, groupId, plan, apply, watch } = await aListSite();
  const planned = await plan(1, 40);
  expect(planned).toMatchObject({ state: 'planned', planned: { add: 40 } });
  expect(membersOf(world, groupId)).toHaveLength(0);
  expect(valueOf(await apply(planned))).toMatchObject({ state: 'done', done: { added: 40 }, mayUndo: true });
  expect(membersOf(world, groupId)).toHaveLength(40);
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
  expect(membersOf(world, groupId)).toHaveLength(0);
});

it('names the people of a change for its file, read as the caller, and on a page doesn’t ask for names', async () => {
  const { world, plan, apply } = await aListSite();
  const { changeId } = valueOf(await apply(await plan(1, 2)));
  world.site.clearRequests();
  const page = valueOf(await world.asSpace('space-admin', 'DEMO', 'readChangeLines', { changeId }));
  expect(page.lines.map(({ name }) => name)).toEqual([undefined, undefined]);
  const file = valueOf(await world.asSpace('space-admin', 'DEMO', 'readChangeLines', { changeId, most: 500 }));
  expect(file.lines.map(({ accountId, name }) => [accountId, name])).toEqual(
    ['person-01', 'person-02'].map((handle) => [world.id(handle), world.model.accountOf(handle).name]),
  );
  expect(world.requests().filter(isPrivileged)).toEqual([]);
  expect(world.requests().filter(({ operationId }) => operationId === 'createBulkUserLookup')).toHaveLength(1);
});

describe('250 people', { timeout: 120_000 }, () => {
  it('are added by the queue', async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(250);
    const planned = await plan(1, 250);
    expect(valueOf(await apply(planned)).state).toBe('queued');
    expect(membersOf(world, groupId)).toHaveLength(0);
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 250, notTried: 0 } });
    expect(membersOf(world, groupId)).toHaveLength(250);
  });

  it('that are paused wait, and go on once an admin of the space says so', async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    await world.setPaused(true);
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'waiting', why: 'PAUSED' });
    expect(membersOf(world, groupId)).toHaveLength(0);
    await world.setPaused(false);
    await world.letPass({ minutes: 10 });
    expect(await watch(planned)).toMatchObject({ state: 'waiting' });
    const { changeId } = planned;
    valueOf(await world.asSpace('space-admin', 'DEMO', 'resumeChange', { changeId }));
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 250 } });
  });

  it('that are cancelled before the queue begins aren’t added', async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    const { changeId } = planned;
    valueOf(await world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId }));
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'cancelled', done: { added: 0, notTried: 250 } });
    expect(membersOf(world, groupId)).toHaveLength(0);
  });
});

describe('250 people, in the middle', { timeout: 120_000 }, () => {
  it('are cancelled: at most ten more are added, and the rest isn’t tried', async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    const { changeId } = planned;
    atChange(world, 60, () => world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId }));
    await world.settleQueue();
    const { state, done, mayUndo } = await watch(planned);
    expect([state, mayUndo]).toEqual(['cancelled', true]);
    expect(done.added).toBe(membersOf(world, groupId).length);
    expect(done.added).toBeGreaterThanOrEqual(59);
    expect(done.added).toBeLessThanOrEqual(80);
  });

  it('are taken back after a cancel: exactly those who had been added by then', async () => {
    const site = await aListSite(250);
    const { world, groupId } = site;
    for (const number of range(240, 10)) world.model.addMember(groupId, site.person(number));
    const before = membersOf(world, groupId);
    const planned = await site.plan(1, 230);
    await site.apply(planned);
    const { changeId } = planned;
    atChange(world, 60, () => world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId }));
    await world.settleQueue();
    const added = membersOf(world, groupId).length - before.length;
    const undo = await site.planUndo(planned);
    expect(undo.planned).toMatchObject({ add: 0, remove: added, notAllowed: 0, choose: 0 });
    expect(valueOf(await site.apply(undo))).toMatchObject({ state: 'done', done: { removed: added } });
    expect(membersOf(world, groupId)).toEqual(before);
  });

  it('are paused: at most ten more are added; once resumed, each of the others is, and nobody is sent twice', async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    atChange(world, 60, () => world.setPaused(true));
    await world.settleQueue();
    const paused = await watch(planned);
    expect([paused.state, paused.why]).toEqual(['waiting', 'PAUSED']);
    expect(paused.done.added).toBe(membersOf(world, groupId).length);
    expect(paused.done.added).toBeGreaterThanOrEqual(60);
    expect(paused.done.added).toBeLessThanOrEqual(80);
    await world.letPass({ hours: 3 });
    expect(world.requests().filter(isPrivileged)).toEqual([]);
    expect(await watch(planned)).toEqual(paused);
    await world.setPaused(false);
    const { changeId } = planned;
    valueOf(await world.asSpace('space-admin', 'DEMO', 'resumeChange', { changeId }));
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 250, alreadySo: 0 } });
    expect(world.requests().filter(isWrite)).toHaveLength(250 - paused.done.added);
  });

  it('stop once their author doesn’t administer the space any more, with that reason', async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    atChange(world, 60, () => {
      world.advance(6000);
      world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin'));
    });
    await world.settleQueue();
    const { state, why, done } = await watch(planned);
    expect([state, why]).toEqual(['stopped', 'NOT_SPACE_ADMIN']);
    expect(done.added).toBe(membersOf(world, groupId).length);
    expect(done.added).toBeLessThanOrEqual(80);
  });
});

it('a plan lapses after an hour, and is no plan from another space', async () => {
  const { world, groupId, plan, apply } = await aListSite();
  const planned = await plan(1, 2);
  expect(errorOf(await apply(planned, 'other-admin', 'DEVOPS'))).toEqual({ code: 'NOT_FOUND', what: 'run' });
  const { changeId } = planned;
  const shown = await world.asSpace('other-admin', 'DEVOPS', 'readChangeLines', { changeId });
  expect(errorOf(shown)).toEqual({ code: 'NOT_FOUND', what: 'run' });
  world.advance(3_600_000);
  expect(errorOf(await apply(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
  expect(membersOf(world, groupId)).toHaveLength(0);
});
