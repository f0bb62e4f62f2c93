// Whom the site checks put into their group and take out again.
import { beforeEach, describe, expect, it } from 'vitest';

import { ASSUMPTIONS } from '../../../src/shared/groups/site-checks';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

function groupsWith(accountId: string) {
  return [...world.model.groups.values()].filter(({ members }) => members.has(accountId)).map(({ name }) => name);
}

describe('the person who is picked for the site checks', () => {
  it('is put in and taken out for the privileged user, and named in the audit', async () => {
    const memberId = world.id('member');
    const before = { rows: world.auditRows().length, groups: groupsWith(memberId) };
    const { checks } = valueOf(await world.asGlobal('site-admin', 'runSiteChecks', { memberId }));
    const tried = checks.filter(({ outcome }) => outcome !== 'notRun');
    expect(tried).toHaveLength(ASSUMPTIONS.length - 2);
    expect(tried.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    const changes = world
      .auditRows()
      .slice(before.rows)
      .filter(({ action }) => action.endsWith('Member'));
    expect(changes).toHaveLength(4);
    expect(new Set(changes.map(({ accountId }) => accountId))).toEqual(new Set([memberId]));
    expect(new Set(changes.map(({ caller }) => caller))).toEqual(new Set([world.id('site-admin')]));
    expect(groupsWith(memberId)).toEqual(before.groups);
  });

  it.for(['site-admin', 'deactivated', 'customer', undefined])(
    'is never %s: refused at the field, before anything is tried',
    async (handle) => {
      const before = { audit: world.auditRows(), settings: world.entity('setting') };
      const memberId = handle === undefined ? '557058:unknown' : world.id(handle);
      expect(errorOf(await world.asGlobal('confluence-admin', 'runSiteChecks', { memberId }))).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'memberId' }],
      });
      expect(world.requests().filter(isWrite)).toEqual([]);
      expect(world.privilegedCalls()).toEqual([]);
      expect({ audit: world.auditRows(), settings: world.entity('setting') }).toEqual(before);
    },
  );

  it('is not put in while Atlassian tells nothing about them, and the site isn’t blamed', async () => {
    const memberId = world.id('member');
    world.faults.add({ on: 'rest', operationId: 'createBulkUserLookup', identity: 'app', status: 503, times: 50 });
    const { checks } = valueOf(await world.asGlobal('confluence-admin', 'runSiteChecks', { memberId }));
    expect(checks.find(({ assumption }) => assumption === 'addMember')).toMatchObject({
      outcome: 'notRun',
      why: 'memberNotChecked',
    });
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    const written = world.requests().filter(isWrite);
    expect(written.map(({ operationId }) => operationId)).not.toContain('addUserToGroupByGroupId');
  });
});
