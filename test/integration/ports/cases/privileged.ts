// Confluence as the privileged user: what is read as them, and what they write with a grant.
import { expect } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import { AccountId, GroupId } from '../../../../src/shared/ids';
import { failureFrom } from '../../../support/ports/builders';
import { failing, withoutBoss, type Call, type Case } from '../case';
import { READ_FAILURES, WRITE_FAILURES } from '../failures';
import type { Stage } from '../stage';

const NO_GROUP = GroupId.parse('no-such-group');
const CUSTOMER = AccountId.parse('qm:nobody-acts-as-a-customer');

const READS: Record<string, Call> = {
  'privileged group': {
    as: 'ann',
    call: 'read group',
    operationId: 'getGroupByGroupId',
    use: ({ privilegedReader }, { id, users }) => privilegedReader.group(id('boss'), users),
  },
  groupByName: {
    as: 'ann',
    call: 'read groupByName',
    operationId: 'searchGroups',
    use: ({ privilegedReader }, { id }) => privilegedReader.groupByName(id('boss'), 'demo-readers'),
  },
  'privileged isMember': {
    as: 'ann',
    call: 'read isMember',
    operationId: 'getGroupMembershipsForUser',
    use: ({ privilegedReader }, { id, users }) => privilegedReader.isMember(id('boss'), id('bob'), users),
  },
  showsAccess: {
    as: 'ann',
    call: 'showsAccess',
    operationId: 'getGroups',
    use: ({ privilegedReader }, { id }) => privilegedReader.showsAccess(id('boss')),
  },
};
const REFUSED = { ATLASSIAN_REFUSED: WRITE_FAILURES.ATLASSIAN_REFUSED };

const ACCESS_OF: Call = {
  as: 'ann',
  call: 'accessOf',
  operationId: 'getGroups',
  use: ({ privilegedReader }, { id, users }) => privilegedReader.accessOf(id('boss'), [users]),
};

function grantsFor({ id, users }: Stage, groupId: GroupId = users) {
  const group = { groupId, groupName: 'demo-readers' };
  return {
    create: (groupName: string) => issueGrant('createGroup', id('boss'), { groupName }),
    delete: () => issueGrant('deleteGroup', id('boss'), group),
    add: (accountId = id('cy')) => issueGrant('addMember', id('boss'), { ...group, accountId }),
    remove: (accountId = id('cy')) => issueGrant('removeMember', id('boss'), { ...group, accountId }),
  };
}

const WRITES: Record<string, Call> = {
  createGroup: {
    as: 'ann',
    call: 'createGroup',
    operationId: 'createGroup',
    use: ({ groupWriter }, stage) => groupWriter.createGroup(grantsFor(stage).create('demo-made')),
  },
  deleteGroup: {
    as: 'ann',
    call: 'deleteGroup',
    operationId: 'removeGroupById',
    use: ({ groupWriter }, stage) => groupWriter.deleteGroup(grantsFor(stage).delete()),
  },
  addMember: {
    as: 'ann',
    call: 'addMember',
    operationId: 'addUserToGroupByGroupId',
    use: ({ groupWriter }, stage) => groupWriter.addMember(grantsFor(stage).add()),
  },
  removeMember: {
    as: 'ann',
    call: 'removeMember',
    operationId: 'removeMemberFromGroupByGroupId',
    use: ({ groupWriter }, stage) => groupWriter.removeMember(grantsFor(stage).remove()),
  },
};

const readerCases: Case[] = [
  {
    name: 'impersonate: works',
    play: async ({ run, id }) =>
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.impersonate(id('boss')))).toEqual({
        works: true,
      }),
  },
  {
    name: 'impersonate: Forge refuses to act as somebody who was deactivated',
    play: async ({ run, id, changeStatus }) => {
      changeStatus('boss', 'inactive');
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.impersonate(id('boss')))).toEqual({
        works: false,
        cause: 'noAppAccess',
        byForge: true,
      });
    },
  },
  {
    name: 'impersonate: nobody acts as a customer',
    play: async ({ run }) =>
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.impersonate(CUSTOMER))).toEqual({
        works: false,
        cause: 'unsupportedAccountType',
      }),
  },
  {
    name: 'impersonate, isInSiteAdminGroup: an outage tells nothing',
    play: async ({ run, id, outage }) => {
      outage();
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.impersonate(id('boss')))).toEqual({
        works: undefined,
      });
      expect(
        await run('ann', ({ privilegedReader }) => privilegedReader.isInSiteAdminGroup(id('boss'))),
      ).toBeUndefined();
    },
  },
  {
    name: 'isInSiteAdminGroup: whether the account is in one',
    play: async ({ run, id }) => {
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.isInSiteAdminGroup(id('boss')))).toBe(true);
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.isInSiteAdminGroup(id('bob')))).toBe(false);
    },
  },
  {
    name: 'isInSiteAdminGroup, accessOf, showsAccess: lists that hold nothing tell nothing',
    play: async ({ run, id, users, hidesAccessLists }) => {
      hidesAccessLists();
      const [isIn, access, shows] = await run('ann', async ({ privilegedReader }) => [
        await privilegedReader.isInSiteAdminGroup(id('bob')),
        await privilegedReader.accessOf(id('bob'), [users]),
        await privilegedReader.showsAccess(id('bob')),
      ]);
      expect([isIn, access, shows]).toEqual([undefined, new Map([[users, 'unknown']]), false]);
    },
  },
  {
    name: 'group: as Confluence describes it, or none',
    play: async ({ run, id, hasGroup }) => {
      const group = hasGroup('demo-readers');
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.group(id('boss'), group.groupId))).toEqual(
        group,
      );
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.group(id('boss'), NO_GROUP))).toBeUndefined();
    },
  },
  {
    name: 'groupByName: of exactly this name, with the number of its members',
    play: async ({ run, id, hasGroup }) => {
      hasGroup('demo-readers-too');
      const group = hasGroup('demo-readers', id('bob'), id('cy'));
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.groupByName(id('boss'), group.name))).toEqual({
        group,
        members: 2,
      });
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.groupByName(id('boss'), 'demo'))).toBe(
        undefined,
      );
    },
  },
  {
    name: 'isMember, as the privileged user',
    play: async ({ run, id, hasGroup }) => {
      const { groupId } = hasGroup('demo-readers', id('bob'));
      function isMember(accountId: AccountId) {
        return run('ann', ({ privilegedReader }) => privilegedReader.isMember(id('boss'), accountId, groupId));
      }
      expect([await isMember(id('bob')), await isMember(id('cy'))]).toEqual([true, false]);
    },
  },
  {
    name: 'accessOf: what membership gives',
    play: async ({ run, id, siteAdmins, users, hasGroup }) => {
      const { groupId } = hasGroup('demo-readers');
      const asked = [siteAdmins, users, groupId];
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.accessOf(id('boss'), asked))).toEqual(
        new Map([
          [siteAdmins, { admin: true, product: false }],
          [users, { admin: false, product: true }],
          [groupId, { admin: false, product: false }],
        ]),
      );
      expect(await run('ann', ({ privilegedReader }) => privilegedReader.showsAccess(id('boss')))).toBe(true);
    },
  },
  ...failing(READS, { ...READ_FAILURES, ...REFUSED }),
  ...failing({ accessOf: ACCESS_OF }, { RATE_LIMITED: READ_FAILURES.RATE_LIMITED }),
];

const writerCases: Case[] = [
  {
    name: 'createGroup: a group that people manage; a name in use is none, in any case',
    play: async (stage) => {
      const { run } = stage;
      const grants = grantsFor(stage);
      const group = await run('ann', ({ groupWriter }) => groupWriter.createGroup(grants.create('demo-made')));
      expect(group).toEqual({
        groupId: group.groupId,
        name: 'demo-made',
        managedBy: 'ADMINS',
        usageType: 'USERBASE_GROUP',
      });
      expect(await run('ann', ({ directory }) => directory.group(group.groupId))).toEqual(group);
      for (const name of ['demo-made', 'Demo-Made']) {
        const again = run('ann', ({ groupWriter }) => groupWriter.createGroup(grants.create(name)));
        expect(await failureFrom(again)).toEqual({ code: 'CONFLICT', what: 'groupName' });
      }
    },
  },
  {
    name: 'deleteGroup: once; then it is gone already',
    play: async (stage) => {
      const { run, hasGroup } = stage;
      const { groupId } = hasGroup('demo-readers');
      const remove: () => Promise<unknown> = () =>
        run('ann', ({ groupWriter }) => groupWriter.deleteGroup(grantsFor(stage, groupId).delete()));
      expect([await remove(), await remove()]).toEqual([{ deleted: true }, { deleted: false }]);
      expect(await run('ann', ({ directory }) => directory.group(groupId))).toBeUndefined();
    },
  },
  {
    name: 'addMember: added; rejected for a member; no group, no membership',
    play: async (stage) => {
      const { run, id, hasGroup } = stage;
      const { groupId } = hasGroup('demo-readers');
      const add: (to: GroupId) => Promise<unknown> = (to) =>
        run('ann', ({ groupWriter }) => groupWriter.addMember(grantsFor(stage, to).add()));
      expect([await add(groupId), await add(groupId)]).toEqual(['added', 'rejected']);
      expect(await run('ann', ({ directory }) => directory.isMember(id('cy'), groupId))).toBe(true);
      expect(await failureFrom(add(NO_GROUP))).toEqual({ code: 'NOT_FOUND', what: 'group' });
    },
  },
  {
    name: 'removeMember: removed, for nobody too; no group, no membership',
    play: async (stage) => {
      const { run, id, hasGroup } = stage;
      const { groupId } = hasGroup('demo-readers', id('cy'));
      function remove(from: GroupId) {
        return run('ann', ({ groupWriter }) => groupWriter.removeMember(grantsFor(stage, from).remove()));
      }
      expect([await remove(groupId), await remove(groupId)]).toEqual(['removed', 'removed']);
      expect(await run('ann', ({ directory }) => directory.isMember(id('cy'), groupId))).toBe(false);
      expect(await failureFrom(remove(NO_GROUP))).toEqual({ code: 'NOT_FOUND', what: 'group' });
    },
  },
  ...failing(WRITES, WRITE_FAILURES),
];

export const privilegedCases: Record<string, readonly Case[]> = {
  privilegedReader: readerCases,
  groupWriter: writerCases,
  'the privileged user': withoutBoss({ ...READS, accessOf: ACCESS_OF, ...WRITES }),
};
