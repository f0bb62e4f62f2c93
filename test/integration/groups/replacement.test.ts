// A group that is created in place of another one: both say so, from their records alone, until everyone has left the old one.
import { beforeEach, describe, expect, it } from 'vitest';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

const DAY = 24 * 3600_000;

let world: World;
let old: GroupId;
let by: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId: old } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  for (const number of [31, 32, 33]) world.model.addMember(old, world.id(`person-${String(number)}`));
  ({ groupId: by } = valueOf(await inDemo('createGroup', { name: 'beta', inPlaceOf: old })));
});

function inDemo<Key extends Parameters<World['asSpace']>[2]>(
  key: Key,
  payload: Parameters<typeof world.asSpace<Key>>[3],
) {
  return world.asSpace('space-admin', 'DEMO', key, payload);
}

async function isTold(groupId: GroupId): Promise<boolean> {
  const { replacements = [] } = valueOf(await inDemo('openGroup', { groupId }));
  for (const one of replacements) {
    expect(one).toMatchObject({ old: { groupId: old, groupName: 'demo-alpha' }, by: { groupId: by } });
  }
  return replacements.length > 0;
}

async function plan(payload: Parameters<typeof world.asSpace<'planPeople'>>[3]): Promise<ChangeView> {
  return valueOf(await inDemo('planPeople', payload));
}

async function apply({ changeId, version, needsTypedNumber: typedNumber }: ChangeView): Promise<ChangeView> {
  return valueOf(await inDemo('applyChange', { changeId, version, typedNumber }));
}

async function kvsRequests(run: () => Promise<unknown>): Promise<number> {
  const before = world.kvs.requests().length;
  await run();
  return world.kvs.requests().length - before;
}

describe('a group that takes another one’s place', () => {
  it('and the other one say so through both steps, and no more after the second', async () => {
    expect([await isTold(old), await isTold(by)]).toEqual([true, true]);
    await apply(await plan({ groupId: by, source: 'membersOf', fromGroupId: old, people: [] }));
    expect(world.model.groups.get(by)?.members.size).toBe(3);
    expect([await isTold(by), await isTold(old)]).toEqual([true, true]);
    await apply(await plan({ groupId: old, source: 'everybody', people: [] }));
    expect([await isTold(old), await isTold(by)]).toEqual([false, false]);
    expect(world.entity('group-record')[old]).not.toHaveProperty('replacedBy');
  });

  it('say so though the list of its members is long gone', async () => {
    await apply(await plan({ groupId: by, source: 'membersOf', fromGroupId: old, people: [] }));
    world.advance(31 * DAY);
    expect(valueOf(await inDemo('listChanges', {}))).toEqual({ changes: [] });
    expect([await isTold(old), await isTold(by)]).toEqual([true, true]);
  });

  it('cost one request of the store more to open, and none where nothing is replaced', async () => {
    const { groupId: other } = await world.createGroup('space-admin', 'DEMO', 'gamma');
    for (const groupId of [other, by]) world.model.addMember(groupId, world.id('person-31'));
    const costs = [];
    for (const groupId of [other, old, by]) costs.push(await kvsRequests(() => inDemo('openGroup', { groupId })));
    const [plain = 0] = costs;
    expect(costs).toEqual([plain, plain + 1, plain + 1]);
    // The rules for the door and a page of changes, whichever group is open.
    expect(await kvsRequests(() => inDemo('listChanges', {}))).toBe(2);
  });

  it('end with the new group, when it was deleted', async () => {
    valueOf(await inDemo('deleteGroup', { groupId: by, typedName: 'demo-beta', confirmSelf: false }));
    expect(await isTold(old)).toBe(false);
  });
});

describe('keeping both', () => {
  it('ends it for good, is in the audit of the space, and takes nobody from either', async () => {
    expect(valueOf(await inDemo('keepBothGroups', { groupId: old }))).toEqual({ kept: true });
    expect([await isTold(old), await isTold(by)]).toEqual([false, false]);
    const { rows } = valueOf(await inDemo('readSpaceAudit', { filter: { groupId: old } }));
    expect(rows.find(({ action }) => action === 'keepBothGroups')).toMatchObject({
      outcome: 'succeeded',
      groupName: 'demo-alpha',
    });
    expect(world.model.groups.get(old)?.members.size).toBe(3);
    expect(valueOf(await inDemo('keepBothGroups', { groupId: old }))).toEqual({ kept: false });
  });

  it('works while all changes are paused', async () => {
    await world.setPaused(true);
    expect(valueOf(await inDemo('keepBothGroups', { groupId: old }))).toEqual({ kept: true });
  });
});

it('a group takes the place of none that belongs to another space, which nothing is told of', async () => {
  const { groupId: theirs } = await world.createGroup('other-admin', 'DEVOPS', 'theirs');
  const groups = world.model.groups.size;
  for (const inPlaceOf of [theirs, 'g-none' as GroupId]) {
    const error = errorOf(await inDemo('createGroup', { name: 'delta', inPlaceOf }));
    expect(error).toMatchObject({ code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' });
  }
  expect(world.model.groups.size).toBe(groups);
  expect(world.entity('group-record')[theirs]).not.toHaveProperty('replacedBy');
});
