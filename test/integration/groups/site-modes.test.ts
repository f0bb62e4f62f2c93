// Who is a space admin on a site with classic permissions, in transition, and with space roles only.
import { beforeEach, describe, expect, it } from 'vitest';

import type { SiteMode } from '../../../sandbox/site/confluence/model';
import type { ProvingOperation } from '../../../src/shared/groups/proving-operation';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

const STEWARD_ROLE = '201';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function choose(provingOperation: ProvingOperation) {
  const { rules, version } = valueOf(await world.asGlobal('confluence-admin', 'readRules', {}));
  valueOf(await world.asGlobal('confluence-admin', 'saveRules', { rules: { ...rules, provingOperation }, version }));
  world.site.clearRequests();
}
/** Gives the member the role whose holders manage users and do not administer. */
function makeSteward() {
  return world.model.space('DEMO').assignments.push({
    principalType: 'USER',
    principalId: world.id('member'),
    roleId: STEWARD_ROLE,
  });
}
/** 'allowed', or what a refused person is told. */
async function createGroup(handle: string) {
  world.site.clearRequests();
  const answer = await world.asSpace(handle, 'DEMO', 'createGroup', { name: `by-${handle}` });
  return answer.ok ? 'allowed' : answer.error;
}
const REFUSED = { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' };

describe.each<SiteMode>(['PRE_ROLES', 'ROLES_TRANSITION'])('on a site in %s', (mode) => {
  beforeEach(() => world.model.setMode(mode));

  it('whoever administers the space is its admin, as installed', async () => {
    expect(await createGroup('space-admin')).toBe('allowed');
    expect(await createGroup('member')).toEqual(REFUSED);
  });

  it('whoever only manages users is not, as installed', async () => {
    makeSteward();
    expect(await createGroup('member')).toEqual(REFUSED);
  });
});

describe('on a site without roles', () => {
  it('nobody manages users, so under that rule nobody is a space admin until the rule is taken back', async () => {
    await choose('manage_users');
    expect(await createGroup('space-admin')).toEqual(REFUSED);
    await choose('administer');
    expect(await createGroup('space-admin')).toBe('allowed');
  });
});

describe('on a site with roles only', () => {
  beforeEach(() => world.model.setMode('ROLES'));

  it('a space admin is refused as installed, since Confluence does not say that they administer', async () => {
    expect(await createGroup('space-admin')).toEqual(REFUSED);
    // The space and what may be done in it: a refusal asks for nothing else.
    const asked = world.site.requests().map(({ operationId }) => operationId);
    expect(asked).toHaveLength(2);
    expect(new Set(asked)).toEqual(new Set(['getSpaces', 'getSpaceOperations']));
  });

  it('they are one as installed where Confluence does say it', async () => {
    world.model.rolesEmitAdminister = true;
    expect(await createGroup('space-admin')).toBe('allowed');
  });

  it('they are one after a Confluence administrator chose another permission, and others are not', async () => {
    await choose('manage_users');
    expect(await createGroup('space-admin')).toBe('allowed');
    for (const handle of ['member', 'other-admin', 'confluence-admin', 'site-admin']) {
      expect([handle, await createGroup(handle)]).toEqual([handle, REFUSED]);
    }
  });

  it('whoever manages users without administering is then a space admin too', async () => {
    makeSteward();
    expect(await createGroup('member')).toEqual(REFUSED);
    await choose('manage_users');
    expect(await createGroup('member')).toBe('allowed');
  });

  it('is a rule of the site: a space admin can’t choose it, nor is it read from what a page sends', async () => {
    const { rules, version } = valueOf(await world.asGlobal('confluence-admin', 'readRules', {}));
    const payload = { rules: { ...rules, provingOperation: 'manage_users' as const }, version };
    expect(errorOf(await world.asGlobal('space-admin', 'saveRules', payload))).toMatchObject({
      reason: 'NOT_CONFLUENCE_ADMIN',
    });
    const claim = { name: 'testers', provingOperation: 'manage_users' };
    const answer = await world.call('space-settings', 'createGroup', claim, 'space-admin', world.inSpace('DEMO'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(world.site.requests().filter(isWrite)).toEqual([]);
  });

  it('takes no operation that is not on the list', async () => {
    const { rules, version } = valueOf(await world.asGlobal('confluence-admin', 'readRules', {}));
    const payload = { rules: { ...rules, provingOperation: 'read' }, version };
    expect(await world.call('global-settings', 'saveRules', payload, 'confluence-admin')).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: [{ field: 'rules.provingOperation' }] },
    });
  });

  it('is audited as the other rules are', async () => {
    await choose('manage_users');
    expect(world.auditRows().at(-1)).toMatchObject({
      action: 'saveRules',
      caller: world.id('confluence-admin'),
      outcome: 'succeeded',
    });
  });
});
