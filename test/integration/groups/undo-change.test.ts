// Changes of memberships, undone at the door.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, isPrivileged, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function person(number: number) {
  return world.id(`person-0${number}`);
}
async function add(...numbers: number[]) {
  world.advance(60_000);
  const accountIds = numbers.map(person);
  return attemptsIn(valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds })));
}
async function remove(...numbers: number[]) {
  world.advance(60_000);
  const payload = { groupId, accountIds: numbers.map(person), confirmSelf: false };
  return attemptsIn(valueOf(await world.asSpace('space-admin', 'DEMO', 'removeMembers', payload)));
}
function attemptsIn({ people }: { people: { attemptId?: string }[] }): string[] {
  return people.flatMap(({ attemptId }) => attemptId ?? []);
}
function undo(attemptIds: string[], handle = 'space-admin', space = 'DEMO') {
  world.advance(60_000);
  return world.asSpace(handle, space, 'undoChange', { attemptIds, confirmSelf: false });
}
async function outcomes(answer: ReturnType<typeof undo>) {
  return valueOf(await answer).people.map(({ reason, outcome }) => reason ?? outcome);
}
async function members() {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'listMembers', { groupId, start: 0 }));
}
/** The entries that offer Undo: what was done to whom. */
async function offered() {
  const { rows } = valueOf(await world.asSpace('space-admin', 'DEMO', 'readSpaceAudit', { filter: {} }));
  return rows
    .filter(({ mayUndo }) => mayUndo)
    .map(({ action, accountId }) => `${action} ${world.handleOf(accountId ?? '')}`);
}
/** How long a space admin may wait before they find out what they did. */
const DAYS = 30 * 24 * 3_600_000;

describe('a removal', () => {
  it('is undone days later by another call: who added them, and when, is known as before', async () => {
    await add(1);
    const { added } = await members();
    const removed = await remove(1);
    world.advance(DAYS);
    await world.runScheduled('hourly-audit-settling');
    expect(await outcomes(undo(removed))).toEqual(['added']);
    expect(await members()).toMatchObject({ accountIds: [person(1)], added });
    expect(world.auditRows().at(-1)).toMatchObject({ action: 'addMember', undoes: removed[0], outcome: 'succeeded' });
  });

  it('is left alone for whom something was changed since, and undone for the others', async () => {
    const removed = await remove(...(await add(1, 2)).map((_, index) => index + 1));
    await add(1);
    await remove(1);
    expect(await outcomes(undo(removed))).toEqual(['CHANGED_LATER', 'added']);
    expect((await members()).accountIds).toEqual([person(2)]);
  });

  it('that was undone isn’t undone again', async () => {
    world.model.addMember(groupId, person(1));
    const removed = await remove(1);
    expect(await outcomes(undo(removed))).toEqual(['added']);
    expect(await outcomes(undo(removed))).toEqual(['CHANGED_LATER']);
  });
});

describe('an addition', () => {
  it('is undone by another admin of the space, as the privileged user and on their word', async () => {
    const added = await add(1);
    world.site.clearRequests();
    expect(await outcomes(undo(added))).toEqual(['removed']);
    expect((await members()).accountIds).toEqual([]);
    expect(world.requests().filter(isWrite).map(isPrivileged)).toEqual([true]);
    expect(world.entity('membership-fact')).toEqual({});
  });

  it('is undone by no admin of another space: they aren’t even told that there is one', async () => {
    const added = await add(1);
    world.site.clearRequests();
    const refused = { code: 'FORBIDDEN', reason: 'NOT_UNDOABLE' };
    expect(errorOf(await undo(added, 'other-admin', 'DEVOPS'))).toEqual(refused);
    expect(errorOf(await undo(['no-such-change'], 'other-admin', 'DEVOPS'))).toEqual(refused);
    expect(world.requests().filter(isPrivileged)).toEqual([]);
  });

  it('in a group that was deleted, or belongs to another space by now, stays as it is', async () => {
    const added = await add(1);
    valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
    valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId, spaceKey: 'DEVOPS' }));
    const refused = { code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' };
    expect(errorOf(await undo(added))).toEqual(refused);
    expect(errorOf(await undo(added, 'other-admin', 'DEVOPS'))).toEqual({ code: 'FORBIDDEN', reason: 'NOT_UNDOABLE' });
    expect(world.model.groups.get(groupId)?.members.has(person(1))).toBe(true);
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: true };
    valueOf(await world.asSpace('other-admin', 'DEVOPS', 'deleteGroup', payload));
    expect(errorOf(await undo(added))).toEqual(refused);
  });
});

describe('an undo that is interrupted', () => {
  it('by a lost answer says what holds, and the next one finds it done', async () => {
    await add(1);
    const removed = await remove(1);
    let isLost = true;
    world.onSite(async (request, identity, pass) => {
      if (!isLost || request.method === 'GET' || identity.kind !== 'user' || !identity.impersonated) return pass();
      isLost = false;
      await pass();
      return new Response('', { status: 504 });
    });
    expect(await outcomes(undo(removed))).toEqual(['memberNow']);
    expect(await outcomes(undo(removed))).toEqual(['alreadyMember']);
  });

  it('by the end of the function, before anything is stored of it, is settled within the hour and found done', async () => {
    await add(1);
    const removed = await remove(1);
    await outcomes(undo(removed));
    const key = world.auditRows().at(-1)?.id ?? '';
    await world.store('/api/v1/entity/delete', { entityName: 'audit-outcome', key });
    await world.store('/api/v1/entity/delete', { entityName: 'membership-fact', key: `${groupId}:${person(1)}` });
    world.advance(3_600_000);
    await world.runScheduled('hourly-audit-settling');
    expect(world.auditRows().at(-1)).toMatchObject({ outcome: 'unknown', found: 'member', undoes: removed[0] });
    expect(await outcomes(undo(removed))).toEqual(['alreadyMember']);
  });
});

describe('the audit of the space', () => {
  it('offers Undo with each change that is the last of its membership, and with no other', async () => {
    await add(1, 2);
    await remove(1);
    expect(await offered()).toEqual(['removeMember person-01', 'addMember person-02']);
    await add(1);
    expect(await offered()).toEqual(['addMember person-01', 'addMember person-02']);
    world.model.addMember(groupId, person(3));
    await remove(3);
    expect(await offered()).toContain('removeMember person-03');
  });

  it('offers none with what ended otherwise, and none once the group belongs to another space', async () => {
    world.model.addMember(groupId, person(3));
    await add(1, 3);
    expect(await offered()).toEqual(['addMember person-01']);
    await world.forceRecord('demo-alpha', 'DEVOPS');
    expect(await offered()).toEqual([]);
  });

  it('offers what was undone no more, and names what an entry undoes', async () => {
    await add(1);
    const removed = await remove(1);
    await outcomes(undo(removed));
    expect(await offered()).toEqual(['addMember person-01']);
    const { rows } = valueOf(await world.asSpace('space-admin', 'DEMO', 'readSpaceAudit', { filter: {} }));
    expect(rows[0]).toMatchObject({ undoes: removed[0] });
  });
});
