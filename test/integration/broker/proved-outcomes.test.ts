// No outcome is a guess: what a site looks like says nothing about who made it so. Every way in which it once did.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  world.advance(1000);
});

function bob() {
  return world.id('person-01');
}
async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' });
}
async function add() {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [bob()] });
}
async function remove() {
  return world.asSpace('space-admin', 'DEMO', 'removeMembers', { groupId, accountIds: [bob()], confirmSelf: false });
}
async function deletion(handle = 'space-admin') {
  return world.asSpace(handle, 'DEMO', 'deleteGroup', { groupId, typedName: 'demo-alpha', confirmSelf: false });
}
async function settle() {
  world.advance(3_600_000);
  await world.runScheduled('hourly-audit-settling');
}
function lose(operationId: string, drop: 'before' | 'after' | 'late', more: object = {}) {
  return world.faults.add({ on: 'rest', operationId, drop, status: 504, ...more });
}
/** How the last attempt of this kind ended: outcome and what was found. */
function ended(action: string) {
  const row = world.auditRows().findLast((one) => one.action === action && one.kind === 'attempt');
  return [row?.['outcome'], row?.['found']];
}
/** No outcome of this installation can be stored until this is undone. */
async function withoutOutcomes(run: () => Promise<unknown>) {
  world.forge.kvs.fail({
    target: '/api/v1/transaction',
    entityName: 'audit-outcome',
    status: 500,
    code: 'X',
    times: 99,
  });
  await run();
  world.kvs.clearFaults();
}
const ADD = 'addUserToGroupByGroupId';
const REMOVE = 'removeMemberFromGroupByGroupId';
const DELETE = 'removeGroupById';

describe('seven ways to a false outcome', () => {
  it('created, then deleted before the hourly look: created, as the record says', async () => {
    await withoutOutcomes(create);
    world.model.deleteGroup(world.groupId('demo-beta'));
    await settle();
    expect(ended('createGroup')).toEqual(['succeeded', undefined]);
  });

  it('created with a lost answer, then deleted before the hourly look: unknown', async () => {
    lose('createGroup', 'late', { afterMs: 60_000 });
    expect(errorOf(await create())).toMatchObject({ changed: 'unknown' });
    world.advance(60_000);
    await world.asSpace('space-admin', 'DEMO', 'listGroups', {});
    world.model.deleteGroup(world.groupId('demo-beta'));
    await settle();
    expect(ended('createGroup')).toEqual(['unknown', 'noGroup']);
  });

  it('added, then removed: not failed', async () => {
    await withoutOutcomes(add);
    world.model.removeMember(groupId, bob());
    await settle();
    expect(ended('addMember')).toEqual(['unknown', 'notMember']);
  });

  it('removed, then added by a site admin: not failed', async () => {
    world.model.addMember(groupId, bob());
    await withoutOutcomes(remove);
    world.model.addMember(groupId, bob());
    await settle();
    expect(ended('removeMember')).toEqual(['unknown', 'member']);
  });

  it('never sent, then added by a site admin: not succeeded', async () => {
    lose(ADD, 'before');
    expect(valueOf(await add()).people).toMatchObject([{ outcome: 'unknown' }]);
    world.model.addMember(groupId, bob());
    await settle();
    expect(ended('addMember')).toEqual(['unknown', 'member']);
  });

  it('never sent, then the group deleted: not succeeded', async () => {
    lose(DELETE, 'before');
    expect(errorOf(await deletion())).toMatchObject({ changed: 'unknown' });
    world.model.deleteGroup(groupId);
    await settle();
    expect(ended('deleteGroup')).toEqual(['unknown', 'noGroup']);
  });

  it('a removal never sent, then the group deleted: not succeeded', async () => {
    world.model.addMember(groupId, bob());
    lose(REMOVE, 'before');
    expect(valueOf(await remove()).people).toMatchObject([{ outcome: 'unknown' }]);
    world.model.deleteGroup(groupId);
    await settle();
    expect(ended('removeMember')).toEqual(['unknown', 'notMember']);
  });

  it('deletion lost, then deleted by somebody else: within the call neither', async () => {
    world.onSite(async (request, _identity, pass) => {
      if (request.method !== 'DELETE') return pass();
      world.model.deleteGroup(groupId);
      return new Response('', { status: 504 });
    });
    expect(valueOf(await deletion())).toEqual({ deleted: false, answerLost: true });
    expect(ended('deleteGroup')).toEqual(['unknown', 'noGroup']);
  });

  it('creation lost, then another’s group of that name: not created, not claimed', async () => {
    lose('createGroup', 'before');
    expect(errorOf(await create())).toMatchObject({ changed: 'unknown' });
    const theirs = world.model.addGroup('demo-beta');
    await settle();
    expect(ended('createGroup')).toEqual(['unknown', 'group']);
    expect(world.entity('group-record')[theirs]).toBeUndefined();
  });
});

describe('a look within the call', () => {
  it.each([
    ['adding', add, ADD, () => {}, 'memberNow', 'addMember', 'member'],
    [
      'removing',
      remove,
      REMOVE,
      () => world.model.addMember(groupId, bob()),
      'notMemberNow',
      'removeMember',
      'notMember',
    ],
  ] as const)(
    'after %s says what holds, and not by whom',
    async (_what, run, operationId, prepare, told, action, found) => {
      prepare();
      lose(operationId, 'after');
      expect(valueOf(await run()).people).toMatchObject([{ outcome: told }]);
      expect(ended(action)).toEqual(['unknown', found]);
      const { rows } = valueOf(await world.asSpace('space-admin', 'DEMO', 'readSpaceAudit', { filter: {} }));
      expect(rows[0]).toMatchObject({ outcome: 'unknown', code: 'ANSWER_LOST', found, foundAt: rows[0]?.at });
    },
  );

  it('claims a new group, told as not known; its record proves nothing', async () => {
    lose('createGroup', 'after');
    const made = valueOf(await create());
    expect(made.answerLost).toBe(true);
    expect(ended('createGroup')).toEqual(['unknown', 'group']);
    expect(world.entity('group-record')[made.groupId]).not.toHaveProperty('attemptId');
  });
});

describe('a write that takes effect after its answer was lost', () => {
  it.each([
    ['adding', add, ADD, () => {}, 'addMember', 'member'],
    ['removing', remove, REMOVE, () => world.model.addMember(groupId, bob()), 'removeMember', 'notMember'],
  ] as const)(
    'is told as not known yet, and looked at again: %s',
    async (_what, run, operationId, prepare, action, found) => {
      prepare();
      lose(operationId, 'late');
      expect(valueOf(await run()).people).toMatchObject([{ outcome: 'unknown', code: 'UPSTREAM_UNAVAILABLE' }]);
      expect(ended(action)).toEqual(['open', undefined]);
      await world.faults.release();
      await settle();
      expect(ended(action)).toEqual(['unknown', found]);
    },
  );

  it('deleting a group: its record goes with the hourly look', async () => {
    lose(DELETE, 'late');
    expect(errorOf(await deletion())).toMatchObject({ changed: 'unknown' });
    await world.faults.release();
    await settle();
    expect(ended('deleteGroup')).toEqual(['unknown', 'noGroup']);
    expect(world.entity('group-record')).toEqual({});
  });
});

describe('what was so already', () => {
  it('is unchanged: a member who is added again', async () => {
    world.model.addMember(groupId, bob());
    world.faults.add({ on: 'rest', operationId: ADD, status: 400, body: { message: 'Already a member' } });
    expect(valueOf(await add()).people).toMatchObject([{ outcome: 'alreadyMember' }]);
    expect(ended('addMember')).toEqual(['unchanged', undefined]);
    const filter = { outcome: 'unchanged' } as const;
    const { rows } = valueOf(await world.asSpace('space-admin', 'DEMO', 'readSpaceAudit', { filter }));
    expect(rows).toMatchObject([{ action: 'addMember', outcome: 'unchanged' }]);
  });

  it('is unchanged: of six deletions at once, one succeeded', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, async () => deletion()));
    const values = answers.map(valueOf);
    expect(values.filter(({ deleted }) => deleted)).toHaveLength(1);
    const outcomes = world
      .auditRows()
      .filter(({ action, kind }) => kind === 'attempt' && ['deleteGroup', 'releaseGroup'].includes(action))
      .map(({ outcome }) => outcome);
    expect(outcomes.map(String).toSorted()).toEqual(['succeeded', ...Array.from({ length: 5 }, () => 'unchanged')]);
    expect(world.entity('group-record')).toEqual({});
  });
});

describe('an outcome that could not be stored', () => {
  it('is stored by no other installation that the same function serves', async () => {
    await withoutOutcomes(add);
    const here = world;
    const other = await openSandbox();
    world = other;
    await other.configure();
    await other.createGroup('space-admin', 'DEMO', 'alpha');
    const ids = new Set(here.auditRows().map(({ id }) => id));
    expect(Object.keys(other.entity('audit-outcome')).filter((id) => ids.has(id))).toEqual([]);
    world = here;
    expect(ended('addMember')).toEqual(['open', undefined]);
    valueOf(await create());
    expect(ended('addMember')).toEqual(['succeeded', undefined]);
  });
});
