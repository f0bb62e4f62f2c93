import { beforeEach, describe, expect, it } from 'vitest';

import { AccountId, type GroupId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

async function add(accountIds: AccountId[]) {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds });
}
async function remove(accountIds: AccountId[], confirmSelf = false) {
  return world.asSpace('space-admin', 'DEMO', 'removeMembers', { groupId, accountIds, confirmSelf });
}
function people(count: number) {
  return Array.from({ length: count }, (_, index) => world.id(`person-${String(index + 1).padStart(2, '0')}`));
}
function members() {
  return [...world.model.group('demo-alpha').members];
}
function writes() {
  return world.requests().filter(isWrite);
}

describe('adding people', () => {
  it('puts twenty-five in at once, each by a write as the privileged user', async () => {
    const accountIds = people(25);
    const answer = valueOf(await add(accountIds));
    expect(answer).toEqual({
      people: accountIds.map((accountId) => ({ accountId, outcome: 'added', attemptId: expect.any(String) })),
    });
    expect(members().toSorted()).toEqual(accountIds.toSorted());
    expect(writes()).toHaveLength(25);
    expect(world.privilegedCalls()).toEqual(writes());
    const rows = world.auditRows().filter(({ action }) => action === 'addMember');
    expect(new Set(rows.map((row) => row['accountId']))).toEqual(new Set(accountIds));
    expect(rows.every((row) => row['outcome'] === 'succeeded' && row['actedAs'] === world.id('site-admin'))).toBe(true);
  });

  it('refuses twenty-six at the field', async () => {
    expect(errorOf(await add(people(26)))).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'accountIds' }] });
    expect(world.requests()).toEqual([]);
  });

  it('refuses more than the rules allow, and the same person twice', async () => {
    const { rules } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, longestList: 3 }, version: 1 }));
    for (const accountIds of [people(4), [...people(1), ...people(1)], []]) {
      expect(errorOf(await add(accountIds))).toMatchObject({ fields: [{ field: 'accountIds' }] });
    }
    expect(errorOf(await remove(people(4)))).toMatchObject({ fields: [{ field: 'accountIds' }] });
    expect(valueOf(await add(people(3))).people).toHaveLength(3);
    expect(writes()).toHaveLength(3);
  });

  it('says who was in already', async () => {
    world.model.addMember(groupId, world.id('person-01'));
    const answer = valueOf(await add(people(2)));
    expect(answer.people.map(({ outcome }) => outcome)).toEqual(['alreadyMember', 'added']);
    expect(world.auditRows().map((row) => row['outcome'])).not.toContain('failed');
  });

  it('refuses customers, apps, deactivated and unknown accounts one by one; the others get in', async () => {
    world.model.setStatus(world.id('person-02'), 'closed');
    const stranger = '712020:00000000-0000-4000-8000-000000000000' as AccountId;
    const refused = ['customer', 'app', 'deactivated', 'person-02'].map((handle) => world.id(handle));
    const answer = valueOf(await add([...refused, stranger, world.id('person-01')]));
    expect(answer.people).toEqual([
      ...[...refused, stranger].map((accountId) => ({ accountId, outcome: 'refused', reason: 'ACCOUNT_NOT_ELIGIBLE' })),
      { accountId: world.id('person-01'), outcome: 'added', attemptId: expect.any(String) },
    ]);
    expect(members()).toEqual([world.id('person-01')]);
    const refusals = world.auditRows().filter(({ kind }) => kind === 'refusal');
    expect(refusals).toMatchObject([{ action: 'addMember', code: 'ACCOUNT_NOT_ELIGIBLE', times: 1 }]);
  });

  it('knows who is in it, from the person’s side, page by page', async () => {
    await add(people(25));
    const view = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(view).toMatchObject({ callerIsMember: false, members: { start: 0, total: 25 } });
    world.model.addMember(groupId, world.id('person-26'));
    world.model.addMember(groupId, world.id('person-27'));
    const more = valueOf(await world.asSpace('space-admin', 'DEMO', 'listMembers', { groupId, start: 25 }));
    const names = { [world.id('person-26')]: expect.any(String), [world.id('person-27')]: expect.any(String) };
    expect(more).toEqual({ accountIds: [world.id('person-26'), world.id('person-27')], names, start: 25, total: 27 });
    const counted = valueOf(await world.asSpace('space-admin', 'DEMO', 'countMembers', { groupIds: [groupId] }));
    expect(counted).toEqual({ groups: [{ groupId, members: 27, changedBy: world.id('space-admin') }] });
    async function isMember(handle: string) {
      return valueOf(await world.asSpace('space-admin', 'DEMO', 'isMember', { groupId, accountId: world.id(handle) }));
    }
    expect([await isMember('person-26'), await isMember('member')]).toEqual([
      { isMember: true, account: 'active' },
      { isMember: false, account: 'active' },
    ]);
  });
});

describe('the privileged user', () => {
  it.each([(id: string) => id, (id: string) => id.toUpperCase()])(
    'is never added, since nobody could take them out again; the others are',
    async (spelled) => {
      const privileged = AccountId.parse(spelled(world.id('site-admin')));
      const answer = valueOf(await add([privileged, world.id('person-01')]));
      expect(answer.people).toEqual([
        { accountId: privileged, outcome: 'refused', reason: 'PRIVILEGED_USER_NOT_ADDED' },
        { accountId: world.id('person-01'), outcome: 'added', attemptId: expect.any(String) },
      ]);
      expect(members()).toEqual([world.id('person-01')]);
      expect(world.auditRows()).toContainEqual(
        expect.objectContaining({ action: 'addMember', outcome: 'refused', code: 'PRIVILEGED_USER_NOT_ADDED' }),
      );
    },
  );
});

describe('removing people', () => {
  it('takes out members of any kind, and answers alike for who was none', async () => {
    for (const handle of ['person-01', 'deactivated', 'app']) world.model.addMember(groupId, world.id(handle));
    const accountIds = ['person-01', 'deactivated', 'app', 'person-09'].map((handle) => world.id(handle));
    const answer = valueOf(await remove(accountIds));
    expect(answer.people.map(({ outcome }) => outcome)).toEqual(accountIds.map(() => 'removed'));
    expect(members()).toEqual([]);
  });

  it('never takes out the privileged user, and says so; the others go', async () => {
    world.model.addMember(groupId, world.id('site-admin'));
    world.model.addMember(groupId, world.id('person-01'));
    const answer = valueOf(await remove([world.id('site-admin'), world.id('person-01')]));
    expect(answer.people).toEqual([
      { accountId: world.id('site-admin'), outcome: 'refused', reason: 'PRIVILEGED_USER_STAYS' },
      { accountId: world.id('person-01'), outcome: 'removed', attemptId: expect.any(String) },
    ]);
    expect(members()).toEqual([world.id('site-admin')]);
  });

  it('asks before callers remove themselves', async () => {
    world.model.addMember(groupId, world.id('space-admin'));
    const self = [world.id('space-admin')];
    expect(errorOf(await remove(self))).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'confirmSelf' }] });
    expect(members()).toEqual(self);
    expect(valueOf(await remove(self, true)).people).toEqual([
      { accountId: self[0], outcome: 'removed', attemptId: expect.any(String) },
    ]);
    expect(members()).toEqual([]);
  });

  it('answers a removal that lost the caller the space, and lets them in no more', async () => {
    const space = world.model.space('DEMO');
    const { id } = world.model.group('demo-alpha');
    const principal = { type: 'group' as const, id };
    world.model.removeFromSpace(space.id, world.id('space-admin'));
    world.model.addMember(groupId, world.id('space-admin'));
    space.permissions.push({ id: 9001, principal, key: 'administer', target: 'space' });
    expect(valueOf(await remove([world.id('space-admin')], true)).people).toMatchObject([
      { outcome: 'removed', attemptId: expect.any(String) },
    ]);
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'listGroups', {}))).toMatchObject({
      reason: 'NOT_SPACE_ADMIN',
    });
  });
});

describe('deleting a group', () => {
  async function deletion(more: { typedName?: string; confirmSelf?: boolean } = {}) {
    return world.asSpace('space-admin', 'DEMO', 'deleteGroup', {
      groupId,
      typedName: 'demo-alpha',
      confirmSelf: false,
      ...more,
    });
  }

  it('takes it from the site and from the space', async () => {
    world.model.addMember(groupId, world.id('person-01'));
    expect(valueOf(await deletion())).toEqual({ deleted: true });
    expect(world.model.groups.has(groupId)).toBe(false);
    expect(world.entity('group-record')).toEqual({});
    expect(world.privilegedCalls()).toEqual(writes());
    expect(writes()).toMatchObject([{ operationId: 'removeGroupById' }]);
  });

  it.each(['', 'demo-alph', 'DEMO-ALPHA', 'demo-alpha ', 'demo-аlpha'])(
    'wants the name typed, not %j',
    async (typedName) => {
      expect(errorOf(await deletion({ typedName }))).toMatchObject({ fields: [{ field: 'typedName' }] });
      expect(writes()).toEqual([]);
    },
  );

  it('asks before the caller loses what it gives them', async () => {
    world.model.addMember(groupId, world.id('space-admin'));
    expect(errorOf(await deletion())).toMatchObject({ fields: [{ field: 'confirmSelf' }] });
    expect(writes()).toEqual([]);
    expect(valueOf(await deletion({ confirmSelf: true }))).toEqual({ deleted: true });
  });

  it('leaves a group alone that the privileged user is in', async () => {
    world.model.addMember(groupId, world.id('site-admin'));
    expect(errorOf(await deletion())).toEqual({ code: 'FORBIDDEN', reason: 'PRIVILEGED_USER_STAYS' });
    expect(world.model.groups.has(groupId)).toBe(true);
  });
});

describe('a group that changed behind the app’s back', () => {
  it('was renamed: it stays this space’s, under its new name', async () => {
    world.model.renameGroup(groupId, 'Quality Circle');
    const { group } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(group.groupName).toBe('Quality Circle');
    expect(valueOf(await add(people(1))).people).toMatchObject([{ outcome: 'added', attemptId: expect.any(String) }]);
    const payload = { groupId, confirmSelf: false };
    expect(
      errorOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', { ...payload, typedName: 'demo-alpha' })),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(
      valueOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', { ...payload, typedName: 'Quality Circle' })),
    ).toEqual({ deleted: true });
  });

  it('was renamed to a reserved name: nobody touches it any more', async () => {
    world.model.renameGroup(groupId, 'jira-alpha');
    expect(errorOf(await add(people(1)))).toMatchObject({ reason: 'GROUP_NAME_RESERVED' });
    expect(writes()).toEqual([]);
  });

  it('was deleted: it is not found, and deleting it clears its record without a write', async () => {
    world.model.deleteGroup(groupId);
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }))).toEqual({
      code: 'NOT_FOUND',
      what: 'group',
    });
    expect(errorOf(await add(people(1)))).toEqual({ code: 'NOT_FOUND', what: 'group' });
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload))).toEqual({ deleted: false });
    expect(world.entity('group-record')).toEqual({});
    expect(writes()).toEqual([]);
  });

  it('was deleted and made anew under its name: the new one is nobody’s', async () => {
    world.model.deleteGroup(groupId);
    const impostor = world.model.addGroup('demo-alpha') as GroupId;
    const payload = { groupId: impostor, accountIds: people(1) };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', payload))).toMatchObject({
      reason: 'GROUP_OF_ANOTHER_SPACE',
    });
    expect(world.model.groups.get(impostor)?.members.size).toBe(0);
  });
});
