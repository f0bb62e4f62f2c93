// A Confluence admin who is no site admin asks somebody who is; two admins at once; who sees what meanwhile.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
});

async function nominate(handle = 'site-admin', version = 0) {
  return valueOf(
    await world.asGlobal('confluence-admin', 'savePrivilegedUser', { accountId: world.id(handle), version }),
  );
}
async function manage() {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {})).manage;
}
async function migration() {
  return valueOf(await world.asGlobal('confluence-admin', 'readSupport', {})).migration;
}
function legacyEmail() {
  return world.forge.kvs.dump().plain['privilegedUserEmail'];
}

describe('asking a site admin to lend their rights', () => {
  it('runs nothing as them, keeps old credentials, and leaves the space pages read-only', async () => {
    const answer = await nominate();
    const waiting = { name: 'waiting', accountId: world.id('site-admin'), nominatedBy: world.id('confluence-admin') };
    expect(answer).toMatchObject({ outcome: 'waiting', privilegedUser: { state: waiting, version: 1 } });
    expect(world.privilegedCalls()).toEqual([]);
    expect(world.requests().filter(isWrite)).toEqual([]);
    expect(legacyEmail()).toBe('group-steward@example.com');
    expect(await migration()).toBe('waiting');
    expect(await manage()).toEqual({
      allowed: false,
      reason: 'waiting',
      accountId: world.id('site-admin'),
      askAccountId: world.id('confluence-admin'),
    });
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }))).toMatchObject({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'waiting',
    });
    await world.runScheduled('daily-health-check');
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('works once they accept', async () => {
    await nominate();
    const accepted = valueOf(await world.asGlobal('site-admin', 'acceptNomination', { version: 1 }));
    expect(accepted).toMatchObject({
      outcome: 'active',
      privilegedUser: {
        state: { name: 'healthy', accountId: world.id('site-admin') },
        setBy: world.id('confluence-admin'),
        legacyRecord: false,
        version: 2,
      },
    });
    expect(legacyEmail()).toBeUndefined();
    expect(world.forge.kvs.requests().filter(({ target }) => target.endsWith('/secret/get'))).toEqual([]);
    expect(await manage()).toEqual({ allowed: true });
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' })).groupName).toBe(
      'demo-alpha',
    );
    const [created] = world.auditRows().filter(({ action }) => action === 'createGroup');
    expect(created).toMatchObject({ caller: world.id('space-admin'), actedAs: world.id('site-admin') });
  });

  it('accepts nothing but what was shown', async () => {
    await nominate();
    expect(errorOf(await world.asGlobal('site-admin', 'acceptNomination', { version: 0 }))).toEqual({
      code: 'CONFLICT',
      what: 'settings',
    });
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('stores nothing if the checks fail on accepting', async () => {
    await nominate('member');
    const answer = valueOf(await world.asGlobal('member', 'acceptNomination', { version: 1 }));
    expect(answer).toMatchObject({ outcome: 'refused' });
    expect(await manage()).toMatchObject({ allowed: false, reason: 'waiting' });
    expect(legacyEmail()).toBe('group-steward@example.com');
  });

  it('leads back to where it began if they decline', async () => {
    await nominate();
    const view = valueOf(await world.asGlobal('site-admin', 'declineNomination', { version: 1 }));
    expect(view).toMatchObject({ state: { name: 'legacy' }, version: 2 });
    expect(world.privilegedCalls()).toEqual([]);
    expect(world.auditRows().map(({ action }) => action)).toContain('declineNomination');
    expect(errorOf(await world.asGlobal('site-admin', 'acceptNomination', { version: 2 }))).toMatchObject({
      reason: 'NOT_NOMINATED',
    });
  });

  it('can be cancelled; accepting then comes too late', async () => {
    await nominate();
    const view = valueOf(await world.asGlobal('confluence-admin', 'cancelNomination', { version: 1 }));
    expect(view.state).toEqual({ name: 'legacy' });
    expect(errorOf(await world.asGlobal('site-admin', 'acceptNomination', { version: 1 }))).toMatchObject({
      reason: 'NOT_NOMINATED',
    });
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('shows the nominee what they are asked, and nothing else', async () => {
    await nominate('member');
    const view = valueOf(await world.asGlobal('member', 'openGlobalSettings', {}));
    expect(view).toMatchObject({
      roles: { confluenceAdmin: false, supportReader: false, nominee: true },
      privilegedUser: { state: { name: 'waiting', nominatedBy: world.id('confluence-admin') }, version: 1 },
    });
    expect(errorOf(await world.asGlobal('member', 'readRules', {}))).toMatchObject({ reason: 'NOT_CONFLUENCE_ADMIN' });
    expect(errorOf(await world.asGlobal('member', 'readSupport', {}))).toMatchObject({ reason: 'NOT_SUPPORT_READER' });
    expect(errorOf(await world.asGlobal('other-admin', 'openGlobalSettings', {}))).toMatchObject({
      reason: 'NOT_CONFLUENCE_ADMIN',
    });
  });

  it.each(['customer', 'app', 'deactivated'])('refuses %s before anybody is asked', async (handle) => {
    expect(await nominate(handle)).toMatchObject({ outcome: 'refused' });
    expect(world.entity('setting')).toEqual({});
  });

  it('leaves the present privileged user at work until the next one accepts', async () => {
    await world.configure();
    world.model.addMember(world.groupId('site-admins'), world.id('person-01'));
    await nominate('person-01', 1);
    expect(await manage()).toEqual({ allowed: true });
    expect(await migration()).toBe('migrated');
    await world.createGroup('space-admin', 'DEMO', 'alpha');
    const accepted = valueOf(await world.asGlobal('person-01', 'acceptNomination', { version: 2 }));
    expect(accepted).toMatchObject({ outcome: 'active', privilegedUser: { state: { name: 'healthy' } } });
    world.site.clearRequests();
    valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }));
    const actors = world.privilegedCalls().map(({ identity }) => 'accountId' in identity && identity.accountId);
    expect(new Set(actors)).toEqual(new Set([world.id('person-01')]));
  });
});

describe('choosing without lending what one does not hold', () => {
  it('refuses a Confluence admin who picks their own account and may not manage groups', async () => {
    expect(await nominate('confluence-admin')).toMatchObject({ outcome: 'refused' });
    // The name of the test group was noted, and forgotten.
    const nothing = { tries: [], proofs: [], openGroups: [] };
    expect(world.entity('setting')).toEqual({ 'site-admin-proofs': { version: 2, content: nothing } });
    expect(world.privilegedCalls().every(({ identity }) => 'accountId' in identity)).toBe(true);
    expect(world.privilegedCalls().map(({ identity }) => 'accountId' in identity && identity.accountId)).toEqual(
      world.privilegedCalls().map(() => world.id('confluence-admin')),
    );
  });

  it('can be taken back: removing the privileged user stops all writes', async () => {
    await world.configure();
    const view = valueOf(await world.asGlobal('confluence-admin', 'removePrivilegedUser', { version: 1 }));
    expect(view).toMatchObject({ state: { name: 'notConfigured' }, version: 2 });
    expect(await manage()).toEqual({ allowed: false, reason: 'notConfigured' });
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }))).toEqual({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'notConfigured',
    });
    expect(world.privilegedCalls()).toEqual([]);
  });
});

describe('two Confluence admins who save at once', () => {
  async function save(handle: string, version: number) {
    return world.asGlobal(handle, 'savePrivilegedUser', { accountId: world.id(handle), version });
  }
  function checkGroups() {
    return [...world.model.groups.values()].filter(({ name }) => name.startsWith('space-steward-check-'));
  }

  it.each([0, 1])('have one winner and one CONFLICT, at version %i', async (version) => {
    if (version === 1) await world.configure();
    for (const name of ['site-admins', 'confluence-admins']) {
      world.model.addMember(world.groupId(name), world.id('person-01'));
    }
    const answers = await Promise.all([save('site-admin', version), save('person-01', version)]);
    const [winner] = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(answers.filter((answer) => !answer.ok)).toEqual([
      { ok: false, error: { code: 'CONFLICT', what: 'settings' } },
    ]);
    const stored = world.entity('setting')['privileged-user'] as { content: { current: { accountId: string } } };
    expect(winner).toMatchObject({
      outcome: 'active',
      privilegedUser: { state: { accountId: stored.content.current.accountId }, version: version + 1 },
    });
    expect(world.entity('setting')['observation']).toMatchObject({
      content: { accountId: stored.content.current.accountId },
    });
    expect(checkGroups()).toEqual([]);
  });

  it('have one winner for rules too, and the loser’s attempt is recorded as failed', async () => {
    const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    async function saveRules(handle: string, longestList: number) {
      return world.asGlobal(handle, 'saveRules', { rules: { ...rules, longestList }, version });
    }
    const answers = await Promise.all([saveRules('site-admin', 7), saveRules('confluence-admin', 9)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const outcomes = world.auditRows().map((row) => [row.action, row['outcome'], row['code']]);
    expect(outcomes).toContainEqual(['saveRules', 'failed', 'CONFLICT']);
    expect(outcomes).toContainEqual(['saveRules', 'succeeded', undefined]);
  });

  it('can’t both accept and cancel', async () => {
    await nominate();
    const [accepted, cancelled] = await Promise.all([
      world.asGlobal('site-admin', 'acceptNomination', { version: 1 }),
      world.asGlobal('confluence-admin', 'cancelNomination', { version: 1 }),
    ]);
    expect([accepted.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
    const { allowed } = await manage();
    expect(allowed).toBe(accepted.ok);
  });
});

describe('a support reader', () => {
  it('reads the support tab and nothing else', async () => {
    const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    const supportReaders = [world.id('member')];
    valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, supportReaders }, version }));
    expect(valueOf(await world.asGlobal('member', 'openGlobalSettings', {}))).toEqual({
      accountId: world.id('member'),
      roles: { confluenceAdmin: false, supportReader: true, nominee: false },
    });
    expect(valueOf(await world.asGlobal('member', 'readSupport', {})).migration).toBe('stillLegacy');
    for (const key of ['readRules', 'checkPrivilegedUser', 'deleteStoredCredentials', 'listGroupRecords'] as const) {
      expect(errorOf(await world.asGlobal('member', key, {}))).toMatchObject({ reason: 'NOT_CONFLUENCE_ADMIN' });
    }
    expect(legacyEmail()).toBe('group-steward@example.com');
  });
});
