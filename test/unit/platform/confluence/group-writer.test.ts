import { describe, it } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import { createGroupWriter } from '../../../../src/platform/confluence/group-writer';
import {
  aGroup,
  failureOf,
  GROUP,
  json,
  LENDER,
  lost,
  PERSON,
  requestDeps,
  scriptSite,
  status,
} from '../scripted-site';

const member = { groupId: GROUP, groupName: 'it-dev', accountId: PERSON };
const grants = {
  create: issueGrant('createGroup', LENDER, { groupName: 'it-dev' }),
  remove: issueGrant('deleteGroup', LENDER, { groupId: GROUP, groupName: 'it-dev' }),
  join: issueGrant('addMember', LENDER, member),
  leave: issueGrant('removeMember', LENDER, member),
};
function writer() {
  return createGroupWriter(requestDeps());
}
/** What was sent: as whom, how, where, and what. */
function sent(calls: ReturnType<typeof scriptSite>) {
  return calls.map(({ accountId, method, path, query, body }) => [accountId, method, path, query, body]);
}

describe('creating a group', () => {
  it('answers the group that Confluence made', async ({ expect }) => {
    const calls = scriptSite([json(aGroup(), 201)]);
    expect(await writer().createGroup(grants.create)).toEqual({
      groupId: GROUP,
      name: 'it-dev',
      managedBy: 'ADMINS',
      usageType: 'USERBASE_GROUP',
    });
    expect(sent(calls)).toEqual([[LENDER, 'POST', '/wiki/rest/api/group', {}, { name: 'it-dev' }]]);
  });

  it.for([400, 409])('takes %i for a name in use', async (code, { expect }) => {
    scriptSite([status(code)]);
    expect(await failureOf(writer().createGroup(grants.create))).toEqual({ code: 'CONFLICT', what: 'groupName' });
  });
});

describe('deleting a group', () => {
  it.for([
    [204, true],
    [404, false],
  ] as const)('that answers %i has deleted: %s', async ([code, deleted], { expect }) => {
    const calls = scriptSite([status(code)]);
    expect(await writer().deleteGroup(grants.remove)).toEqual({ deleted });
    expect(sent(calls)).toEqual([[LENDER, 'DELETE', '/wiki/rest/api/group/by-id', { id: GROUP }, undefined]]);
  });

  it('does not know what became of a lost call', async ({ expect }) => {
    scriptSite([lost()]);
    expect(await failureOf(writer().deleteGroup(grants.remove))).toEqual({
      code: 'UPSTREAM_UNAVAILABLE',
      changed: 'unknown',
    });
  });
});

describe('adding a member', () => {
  it.for([
    [201, 'added'],
    [400, 'rejected'],
  ] as const)('that answers %i is %s', async ([code, outcome], { expect }) => {
    const calls = scriptSite([status(code)]);
    expect(await writer().addMember(grants.join)).toBe(outcome);
    expect(sent(calls)).toEqual([
      [LENDER, 'POST', '/wiki/rest/api/group/userByGroupId', { groupId: GROUP }, { accountId: PERSON }],
    ]);
  });

  it('fails where the group is gone', async ({ expect }) => {
    scriptSite([status(404)]);
    expect(await failureOf(writer().addMember(grants.join))).toEqual({ code: 'NOT_FOUND', what: 'group' });
  });
});

describe('removing a member', () => {
  it('is one call', async ({ expect }) => {
    const calls = scriptSite([status(204)]);
    expect(await writer().removeMember(grants.leave)).toBe('removed');
    const query = { groupId: GROUP, accountId: PERSON };
    expect(sent(calls)).toEqual([[LENDER, 'DELETE', '/wiki/rest/api/group/userByGroupId', query, undefined]]);
  });

  it('fails where the group or the account is gone', async ({ expect }) => {
    scriptSite([status(404)]);
    expect(await failureOf(writer().removeMember(grants.leave))).toEqual({ code: 'NOT_FOUND', what: 'group' });
  });
});
