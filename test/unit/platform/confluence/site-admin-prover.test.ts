import { describe, it } from 'vitest';

import { issueCallerGrant, issueGrant } from '../../../../src/broker/grant';
import { createGroupWriter } from '../../../../src/platform/confluence/group-writer';
import { createSiteAdminProver } from '../../../../src/platform/confluence/site-admin-prover';
import { aGroup, failureOf, GROUP, json, LENDER, lost, requestDeps, scriptSite, status } from '../scripted-site';

const group = { groupId: GROUP, groupName: 'it-dev' };
const grants = {
  create: issueCallerGrant('proveSiteAdminCreate', { groupName: 'it-dev' }),
  remove: issueCallerGrant('proveSiteAdminDelete', group),
};
function prover() {
  return createSiteAdminProver(requestDeps());
}

describe('a proof that somebody is a site admin', () => {
  it('is written as the person who calls', async ({ expect }) => {
    const calls = scriptSite([json(aGroup(), 201), status(204)]);
    expect(await prover().create(grants.create)).toMatchObject({ groupId: GROUP, name: 'it-dev' });
    expect(await prover().delete(grants.remove)).toEqual({ deleted: true });
    expect(calls.map(({ accountId, method, path }) => [accountId, method, path])).toEqual([
      [undefined, 'POST', '/wiki/rest/api/group'],
      [undefined, 'DELETE', '/wiki/rest/api/group/by-id'],
    ]);
  });

  it('is refused with 403 to anybody else', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await failureOf(prover().create(grants.create))).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
  });

  it('is not repeated after a lost answer', async ({ expect }) => {
    const calls = scriptSite([lost()]);
    expect(await failureOf(prover().create(grants.create))).toEqual({
      code: 'UPSTREAM_UNAVAILABLE',
      changed: 'unknown',
    });
    expect(calls).toHaveLength(1);
  });

  it('takes a group that is gone already for deleted by somebody else', async ({ expect }) => {
    scriptSite([status(404)]);
    expect(await prover().delete(grants.remove)).toEqual({ deleted: false });
  });

  it.for([
    ['what only looks like a grant', { operation: 'proveSiteAdminCreate', groupName: 'it-dev' }],
    ['a grant of the other operation', grants.remove],
    ['leave to create a group as the privileged user', issueGrant('createGroup', LENDER, { groupName: 'it-dev' })],
  ] as const)('is not made with %s', async ([, grant], { expect }) => {
    const calls = scriptSite([json(aGroup(), 201)]);
    await expect(prover().create(grant as never)).rejects.toThrow('proveSiteAdminCreate without a grant');
    expect(calls).toEqual([]);
  });

  it('lends its leave to no privileged write', async ({ expect }) => {
    const calls = scriptSite([json(aGroup(), 201), status(204)]);
    const writer = createGroupWriter(requestDeps());
    await expect(writer.createGroup(grants.create as never)).rejects.toThrow('createGroup without a grant');
    await expect(writer.deleteGroup(grants.remove as never)).rejects.toThrow('deleteGroup without a grant');
    expect(calls).toEqual([]);
  });
});
