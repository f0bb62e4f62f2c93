// Confluence, read as the person who calls.
import { expect } from 'vitest';

import { AccountId, GroupId } from '../../../../src/shared/ids';
import { failing, type Call, type Case } from '../case';
import { READ_FAILURES } from '../failures';

const NO_GROUP = GroupId.parse('no-such-group');
const NO_ACCOUNT = AccountId.parse('712020:00000000-0000-4000-8000-000000000000');

const CALLS: Record<string, Call> = {
  caller: { as: 'ann', call: 'caller', operationId: 'getCurrentUser', use: ({ directory }) => directory.caller() },
  group: {
    as: 'ann',
    call: 'group',
    operationId: 'getGroupByGroupId',
    use: ({ directory }, { users }) => directory.group(users),
  },
  listGroups: {
    as: 'ann',
    call: 'listGroups',
    operationId: 'getGroups',
    use: ({ directory }) => directory.listGroups(0),
  },
  searchGroups: {
    as: 'ann',
    call: 'searchGroups',
    operationId: 'searchGroups',
    use: ({ directory }) => directory.searchGroups('demo', 0),
  },
  members: {
    as: 'ann',
    call: 'members',
    operationId: 'getGroupMembersByGroupId',
    use: ({ directory }, { users }) => directory.members(users, 0),
  },
  namedMembers: {
    as: 'ann',
    call: 'namedMembers',
    operationId: 'getGroupMembersByGroupId',
    use: ({ directory }, { users }) => directory.namedMembers(users, 0),
  },
  countMembers: {
    as: 'ann',
    call: 'countMembers',
    operationId: 'getGroupMembersByGroupId',
    use: ({ directory }, { users }) => directory.countMembers(users),
  },
  isMember: {
    as: 'ann',
    call: 'isMember',
    operationId: 'getGroupMembershipsForUser',
    use: ({ directory }, { id, users }) => directory.isMember(id('bob'), users),
  },
  groupsOf: {
    as: 'ann',
    call: 'groupsOf',
    operationId: 'getGroupMembershipsForUser',
    use: ({ directory }, { id }) => directory.groupsOf(id('bob')),
  },
  firstGroupsOf: {
    as: 'ann',
    call: 'firstGroupsOf',
    operationId: 'getGroupMembershipsForUser',
    use: ({ directory }, { id }) => directory.firstGroupsOf(id('bob'), 1),
  },
  accounts: {
    as: 'ann',
    call: 'accounts',
    operationId: 'createBulkUserLookup',
    use: ({ directory }, { id }) => directory.accounts([id('bob')]),
  },
};

export const directoryCases: Case[] = [
  {
    name: 'caller: who calls, and whether they are a Confluence administrator',
    play: async ({ run, id }) => {
      expect(await run('ann', ({ directory }) => directory.caller())).toEqual({
        accountId: id('ann'),
        confluenceAdmin: false,
      });
      expect(await run('boss', ({ directory }) => directory.caller())).toEqual({
        accountId: id('boss'),
        confluenceAdmin: true,
      });
    },
  },
  {
    name: 'caller: nobody, where nobody is signed in',
    play: async ({ run }) => expect(await run('nobody', ({ directory }) => directory.caller())).toBeUndefined(),
  },
  {
    name: 'group: as Confluence describes it',
    play: async ({ run, hasGroup }) => {
      const group = hasGroup('demo-readers');
      expect(await run('ann', ({ directory }) => directory.group(group.groupId))).toEqual(group);
    },
  },
  {
    name: 'group: none that there is not',
    play: async ({ run }) => expect(await run('ann', ({ directory }) => directory.group(NO_GROUP))).toBeUndefined(),
  },
  {
    name: 'searchGroups: whose name holds the text as it is written, by name',
    play: async ({ run, hasGroup }) => {
      const [second, first] = [hasGroup('zz-two-probe'), hasGroup('zz-one-probe')];
      expect(await run('ann', ({ directory }) => directory.searchGroups('-probe', 0))).toEqual({
        groups: [first, second],
      });
      expect(await run('ann', ({ directory }) => directory.searchGroups('-PROBE', 0))).toEqual({
        groups: [],
      });
    },
  },
  {
    name: 'searchGroups, listGroups: 200 at once, and where the next begin',
    play: async ({ run, hasGroup }) => {
      for (let n = 0; n <= 200; n += 1) hasGroup(`probe-${String(n).padStart(3, '0')}`);
      for (const read of ['searchGroups', 'listGroups'] as const) {
        function page(start: number) {
          return run('ann', ({ directory }) =>
            read === 'searchGroups' ? directory.searchGroups('probe-', start) : directory.listGroups(start),
          );
        }
        const first = await page(0);
        expect([first.groups.length, first.nextStart]).toEqual([200, 200]);
        const second = await page(200);
        expect(second.nextStart).toBeUndefined();
        const names = [...first.groups, ...second.groups].map(({ name }) => name.toLowerCase());
        expect(names).toEqual(names.toSorted());
        expect(names).toContain('probe-200');
      }
    },
  },
  {
    name: 'members: 25 at once, with the total, and where the next begin',
    play: async ({ run, hasGroup, people }) => {
      const members = people(26);
      const { groupId } = hasGroup('demo-many', ...members);
      const { names: _, ...first } = await run('ann', ({ directory }) => directory.members(groupId, 0));
      expect(first).toEqual({ accountIds: expect.any(Array) as [], start: 0, total: 26, nextStart: 25 });
      const { names: __, ...second } = await run('ann', ({ directory }) => directory.members(groupId, 25));
      expect(second).toEqual({ accountIds: expect.any(Array) as [], start: 25, total: 26 });
      expect([...first.accountIds, ...second.accountIds].toSorted()).toEqual(members.toSorted());
      expect(first.accountIds).toHaveLength(25);
    },
  },
  {
    name: 'namedMembers: all of a small group at once, with their names',
    play: async ({ run, hasGroup, id, isCalled, people }) => {
      isCalled('bob', 'Bob Builder');
      const { groupId } = hasGroup('demo-named', id('bob'), id('cy'), ...people(26));
      const { members, ...rest } = await run('ann', ({ directory }) => directory.namedMembers(groupId, 0));
      expect(rest).toEqual({ total: members.length });
      expect(members.filter(({ accountId }) => accountId === id('bob'))).toEqual([
        { accountId: id('bob'), name: 'Bob Builder' },
      ]);
      expect(members.length).toBeGreaterThan(25);
    },
  },
  {
    name: 'namedMembers: 200 at once, with the total, and where the next begin',
    play: async ({ run, hasGroup, people }) => {
      const all = people(201);
      const { groupId } = hasGroup('demo-crowd', ...all);
      const first = await run('ann', ({ directory }) => directory.namedMembers(groupId, 0));
      expect({ ...first, members: first.members.length }).toEqual({ members: 200, total: 201, nextStart: 200 });
      const { members, ...rest } = await run('ann', ({ directory }) => directory.namedMembers(groupId, 200));
      expect(rest).toEqual({ total: 201 });
      const ids = [...first.members, ...members].map(({ accountId }) => accountId);
      expect(ids.toSorted()).toEqual(all.toSorted());
    },
  },
  {
    name: 'namedMembers: an unknown group has none',
    play: async ({ run }) =>
      expect(await run('ann', ({ directory }) => directory.namedMembers(NO_GROUP, 0))).toEqual({
        members: [],
        total: 0,
      }),
  },
  {
    name: 'members, countMembers: an unknown group has none',
    play: async ({ run }) => {
      expect(await run('ann', ({ directory }) => directory.members(NO_GROUP, 0))).toEqual({
        accountIds: [],
        start: 0,
        total: 0,
      });
      expect(await run('ann', ({ directory }) => directory.countMembers(NO_GROUP))).toBe(0);
    },
  },
  {
    name: 'countMembers: how many there are, and nothing of a group that is hidden',
    play: async ({ run, hasGroup, hidesGroup, people }) => {
      const { groupId } = hasGroup('demo-three', ...people(3));
      expect(await run('ann', ({ directory }) => directory.countMembers(groupId))).toBe(3);
      hidesGroup(groupId);
      expect(await run('ann', ({ directory }) => directory.countMembers(groupId))).toBeUndefined();
    },
  },
  {
    name: 'isMember: of this group, and of none that there is not',
    play: async ({ run, id, hasGroup }) => {
      const { groupId } = hasGroup('demo-readers', id('bob'));
      expect(await run('ann', ({ directory }) => directory.isMember(id('bob'), groupId))).toBe(true);
      expect(await run('ann', ({ directory }) => directory.isMember(id('cy'), groupId))).toBe(false);
      expect(await run('ann', ({ directory }) => directory.isMember(id('cy'), NO_GROUP))).toBe(false);
    },
  },
  {
    name: 'groupsOf: all of them',
    play: async ({ run, id, hasGroup, users }) => {
      const { groupId } = hasGroup('demo-readers', id('cy'));
      expect(await run('ann', ({ directory }) => directory.groupsOf(id('cy')))).toEqual(new Set([users, groupId]));
    },
  },
  {
    name: 'isMember, groupsOf: of more groups than a page holds',
    play: async ({ run, id, hasGroup, users }) => {
      const groups = Array.from({ length: 201 }, (_, n) => hasGroup(`probe-${String(n).padStart(3, '0')}`, id('cy')));
      const groupIds = groups.map(({ groupId }) => groupId);
      expect(await run('ann', ({ directory }) => directory.groupsOf(id('cy')))).toEqual(new Set([users, ...groupIds]));
      const areMember = await run('ann', ({ directory }) =>
        Promise.all(groupIds.map((groupId) => directory.isMember(id('cy'), groupId))),
      );
      expect(areMember.filter((is) => !is)).toEqual([]);
    },
  },
  {
    name: 'isMember, groupsOf: somebody whom Confluence does not know is in none',
    play: async ({ run, users }) => {
      expect(await run('ann', ({ directory }) => directory.groupsOf(NO_ACCOUNT))).toEqual(new Set());
      expect(await run('ann', ({ directory }) => directory.isMember(NO_ACCOUNT, users))).toBe(false);
    },
  },
  {
    name: 'accounts: what Confluence says of those that it knows',
    play: async ({ run, id, changeStatus }) => {
      changeStatus('cy', 'inactive');
      const asked = [id('bob'), id('cy'), NO_ACCOUNT];
      expect(await run('ann', ({ directory }) => directory.accounts(asked))).toEqual([
        { accountId: id('bob'), accountType: 'atlassian', status: 'active' },
        { accountId: id('cy'), accountType: 'atlassian', status: 'inactive' },
      ]);
      expect(await run('ann', ({ directory }) => directory.accounts([]))).toEqual([]);
    },
  },
  ...failing(CALLS, READ_FAILURES),
];
