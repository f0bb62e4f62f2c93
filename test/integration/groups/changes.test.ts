// Lists of people on the space page, through its doors: planned, applied in the call or by the queue, ended early, taken back.
import { describe, expect, it } from 'vitest';

import { seedSchema } from '../../../sandbox/site/seed';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { staff, staffMember } from '../../../sandbox/site/seeds/people';
import type { ChangeView } from '../../../src/shared/groups/changes';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

/** A site with many people, where space-admin has a group of DEMO. */
async function aSite(people = 60) {
  const more = Array.from({ length: Math.max(0, people - staff.length) }, (_, index) =>
    staffMember(staff.length + index + 1),
  );
  const world = await openSandbox(seedSchema.parse({ ...demoSeed, people: [...demoSeed.people, ...more] }));
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

describe('250 people', { timeout: 120_000 }, () => {
  it('are added by the queue', async () => {
    const { world, groupId, plan, apply, watch } = await aSite(250);
    const planned = await plan(1, 250);
    expect(valueOf(await apply(planned)).state).toBe('queued');
    expect(membersOf(world, groupId)).toBe(0);
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 250, notTried: 0 } });
    expect(membersOf(world, groupId)).toBe(250);
  });

  it('that are paused wait, and go on once an admin of the space says so', async () => {
    const { world, groupId, plan, apply, watch } = await aSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    await world.setPaused(true);
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'waiting', why: 'PAUSED' });
    expect(membersOf(world, groupId)).toBe(0);
    await world.setPaused(false);
    await world.letPass({ minutes: 10 });
    expect(await watch(planned)).toMatchObject({ state: 'waiting' });
    const { changeId } = planned;
    valueOf(await world.asSpace('space-admin', 'DEMO', 'resumeChange', { changeId }));
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 250 } });
  });

  it('that are cancelled before the queue begins aren’t added', async () => {
    const { world, groupId, plan, apply, watch } = await aSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    const { changeId } = planned;
    valueOf(await world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId }));
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'cancelled', done: { added: 0, notTried: 250 } });
    expect(membersOf(world, groupId)).toBe(0);
  });
});

describe('250 people, in the middle', { timeout: 120_000 }, () => {
  /** Does something right before the app adds the sixtieth of them. */
  function atSixtieth(world: World, happen: () => unknown): void {
    let sent = 0;
    world.onSite(async (request, _identity, pass) => {
      if (request.method === 'POST' && request.url.includes('/userByGroupId')) sent += 1;
      if (request.method === 'POST' && sent === 60) {
        sent += 1000;
        await happen();
      }
      return pass();
    });
  }

  it('are cancelled: at most ten more are added, and the rest isn’t tried', async () => {
    const { world, groupId, plan, apply, watch } = await aSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    const { changeId } = planned;
    atSixtieth(world, () => world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId }));
    await world.settleQueue();
    const { state, done, mayUndo } = await watch(planned);
    expect([state, mayUndo]).toEqual(['cancelled', true]);
    expect(done.added).toBe(membersOf(world, groupId));
    expect(done.added).toBeGreaterThanOrEqual(59);
    expect(done.added).toBeLessThanOrEqual(80);
  });

  it('stop once their author doesn’t administer the space any more, with that reason', async () => {
    const { world, groupId, plan, apply, watch } = await aSite(250);
    const planned = await plan(1, 250);
    await apply(planned);
    atSixtieth(world, () => {
      world.advance(6000);
      world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin'));
    });
    await world.settleQueue();
    const { state, why, done } = await watch(planned);
    expect([state, why]).toEqual(['stopped', 'NOT_SPACE_ADMIN']);
    expect(done.added).toBe(membersOf(world, groupId));
    expect(done.added).toBeLessThanOrEqual(80);
  });
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
