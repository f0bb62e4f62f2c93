// From the email and API token of older versions to a privileged user, and what can go wrong on the way.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
});

function legacy() {
  const { plain, secret } = world.forge.kvs.dump();
  return { email: plain['privilegedUserEmail'], token: secret['privilegedUserApiToken'] };
}
const BOTH = { email: 'group-steward@example.com', token: 'a-made-up-token-that-opens-nothing' };
const NEITHER = { email: undefined, token: undefined };
function secretReads() {
  return world.forge.kvs.requests().filter(({ target }) => target === '/api/v1/secret/get');
}
function actions() {
  return world.auditRows().map(({ action, outcome }) => `${action} ${String(outcome)}`);
}
async function opened() {
  return valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {})).privilegedUser;
}
async function save(handle: string) {
  return world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id(handle), version: 0 });
}

describe('a site that still has an email and a token', () => {
  it('says so on the global page, in the support report and on the space page, and reads no token', async () => {
    expect(await opened()).toMatchObject({ state: { name: 'legacy' }, legacyRecord: true, version: 0 });
    expect(valueOf(await world.asGlobal('site-admin', 'readSupport', {}))).toMatchObject({
      migration: 'stillLegacy',
      state: 'legacy',
    });
    const { manage } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(manage).toEqual({ allowed: false, reason: 'legacy' });
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }))).toEqual({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'legacy',
    });
    expect(legacy()).toEqual(BOTH);
    expect(secretReads()).toEqual([]);
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('stores nothing for a member without site administration, and keeps the old credentials', async () => {
    expect(valueOf(await save('member')).outcome).toBe('waiting');
    const answer = valueOf(await world.asGlobal('member', 'acceptNomination', { version: 1 }));
    expect(answer).toMatchObject({
      outcome: 'refused',
      checks: [
        { name: 'account', outcome: 'passed' },
        { name: 'impersonation', outcome: 'passed' },
        { name: 'siteAdminGroup', outcome: 'hint' },
        { name: 'writeTest', outcome: 'failed', cause: 'lacksPermission' },
      ],
      leftoverCheckGroups: [],
    });
    // The name of the test group was noted, and forgotten.
    expect(Object.keys(world.entity('setting'))).toEqual(['privileged-user', 'site-admin-proofs']);
    expect(legacy()).toEqual(BOTH);
    expect(actions().toSorted()).toEqual(['nominatePrivilegedUser succeeded', 'writeTestCreate failed']);
    expect((await opened())?.state).toMatchObject({ name: 'waiting', accountId: world.id('member') });
  });

  it('acts as nobody while somebody is asked who can’t open the page', async () => {
    expect(valueOf(await save('no-access')).outcome).toBe('waiting');
    expect(errorOf(await world.asGlobal('no-access', 'acceptNomination', { version: 1 }))).toMatchObject({
      code: 'INVOCATION_REFUSED',
    });
    expect(legacy()).toEqual(BOTH);
    expect(world.privilegedCalls()).toEqual([]);
  });

  it.each([
    ['deactivated', 'account', 'deactivated'],
    ['app', 'account', 'unsupportedAccountType'],
    ['customer', 'account', 'unsupportedAccountType'],
  ])('refuses %s at the check of the %s', async (handle, check, cause) => {
    const answer = valueOf(await save(handle));
    expect(answer.outcome).toBe('refused');
    expect(answer).toMatchObject({
      checks: expect.arrayContaining([
        { name: check, outcome: 'failed', cause },
        { name: 'writeTest', outcome: 'notRun' },
      ]),
    });
    expect(world.entity('setting')).toEqual({});
    expect(world.auditRows()).toEqual([]);
    expect(legacy()).toEqual(BOTH);
  });

  it('refuses an account that the site does not know', async () => {
    const accountId = '712020:00000000-0000-4000-8000-000000000000';
    const answer = valueOf(await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId, version: 0 }));
    expect(answer).toMatchObject({ outcome: 'refused', checks: [{ name: 'account', cause: 'left' }, {}, {}, {}] });
  });

  it('is migrated once a site admin picks their own account: credentials deleted unread, no test group left', async () => {
    const groups = [...world.model.groups.keys()];
    const answer = valueOf(await save('site-admin'));
    expect(answer).toMatchObject({
      outcome: 'active',
      privilegedUser: {
        state: { name: 'healthy', accountId: world.id('site-admin') },
        legacyRecord: false,
        setBy: world.id('site-admin'),
        version: 1,
        tokenToRevoke: true,
      },
    });
    expect(legacy()).toEqual(NEITHER);
    expect(secretReads()).toEqual([]);
    expect([...world.model.groups.keys()]).toEqual(groups);
    expect(actions().toSorted()).toEqual([
      'deleteStoredCredentials succeeded',
      'savePrivilegedUser succeeded',
      'writeTestCreate succeeded',
      'writeTestDelete succeeded',
    ]);
    expect(valueOf(await world.asGlobal('site-admin', 'readSupport', {})).migration).toBe('migrated');
    const { manage } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(manage).toEqual({ allowed: true });
  });

  it('can have its credentials deleted without choosing anybody', async () => {
    const view = valueOf(await world.asGlobal('confluence-admin', 'deleteStoredCredentials', {}));
    expect(view).toMatchObject({ state: { name: 'notConfigured' }, legacyRecord: false });
    expect(legacy()).toEqual(NEITHER);
    expect(secretReads()).toEqual([]);
    expect(valueOf(await world.asGlobal('site-admin', 'readSupport', {})).migration).toBe('neverConfigured');
  });
});

describe('the deletion of old credentials that did not go through', () => {
  it.each(['/api/v1/secret/delete', '/api/v1/delete'])(
    'keeps the choice if %s fails, and is finished by the next load',
    async (target) => {
      world.forge.kvs.fail({ target, status: 500, code: 'INTERNAL', times: 1 });
      expect(valueOf(await save('site-admin'))).toMatchObject({
        outcome: 'active',
        privilegedUser: { state: { name: 'healthy' }, legacyRecord: true },
      });
      expect(legacy().email).toBe(BOTH.email);
      expect(await opened()).toMatchObject({ state: { name: 'healthy' }, legacyRecord: false });
      expect(legacy()).toEqual(NEITHER);
      expect(secretReads()).toEqual([]);
    },
  );

  it('is finished by the next load if the process died after the choice was stored', async () => {
    // Forge ends the function at its next call to the platform.
    world.onStorage((target, body) => {
      if (target === '/api/v1/transaction' && JSON.stringify(body).includes('"privileged-user"')) world.advance(26_000);
    });
    await expect(save('site-admin')).rejects.toMatchObject({ code: 'FUNCTION_TIME_OUT' });
    world.onStorage(() => {});
    expect(world.entity('setting')).toHaveProperty('privileged-user');
    expect(legacy()).toEqual(BOTH);

    const { manage } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(manage).toEqual({ allowed: true });
    expect(await opened()).toMatchObject({ state: { name: 'healthy' }, legacyRecord: false });
    expect(legacy()).toEqual(NEITHER);
  });

  it('is finished by the next load if the process died between the token and the email', async () => {
    world.onStorage((target) => {
      if (target === '/api/v1/secret/delete') world.advance(26_000);
    });
    await expect(save('site-admin')).rejects.toMatchObject({ code: 'FUNCTION_TIME_OUT' });
    world.onStorage(() => {});
    expect(legacy()).toEqual({ ...BOTH, token: undefined });
    await opened();
    expect(legacy()).toEqual(NEITHER);
  });
});

describe('uninstalling', () => {
  it('deletes the old credentials and nothing else', async () => {
    await world.configure();
    await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.forge.kvs.set('privilegedUserEmail', 'group-steward@example.com');
    world.forge.kvs.setSecret('privilegedUserApiToken', 'a-made-up-token-that-opens-nothing');
    const before = world.forge.kvs.dump().entities;
    await world.uninstall();
    expect(legacy()).toEqual(NEITHER);
    expect(world.forge.kvs.dump().entities).toEqual(before);
    expect(secretReads()).toEqual([]);
    expect(world.requests()).toEqual([]);
  });
});

describe('the token of an older version, once it is deleted here', () => {
  async function confirm(handle: string, version: number) {
    return world.asGlobal(handle, 'confirmTokenRevoked', { version });
  }
  async function openedBy(handle: string) {
    return valueOf(await world.asGlobal(handle, 'openGlobalSettings', {})).privilegedUser;
  }

  it('is to be revoked on every admin’s page and after every reload, until one of them says that it is', async () => {
    expect((await opened())?.tokenToRevoke).toBeUndefined();
    const chosen = valueOf(await save('site-admin'));
    expect(chosen).toMatchObject({ privilegedUser: { tokenToRevoke: true, version: 1 } });
    expect(await openedBy('site-admin')).toMatchObject({ tokenToRevoke: true, version: 1 });
    expect(await openedBy('confluence-admin')).toMatchObject({ tokenToRevoke: true, version: 1 });
    const view = valueOf(await confirm('confluence-admin', 1));
    expect(view).toMatchObject({ state: { name: 'healthy' }, version: 2 });
    expect(view.tokenToRevoke).toBeUndefined();
    expect((await openedBy('site-admin'))?.tokenToRevoke).toBeUndefined();
    const by = world.id('confluence-admin');
    expect(JSON.stringify(world.entity('setting'))).toContain(`"revoked":{"by":"${by}","at":"`);
    expect(actions()).toContain('confirmTokenRevoked succeeded');
    expect(errorOf(await confirm('site-admin', 2))).toEqual({ code: 'CONFLICT', what: 'settings' });
  });

  it('is not said to be revoked by a page that another admin’s change has outdated', async () => {
    valueOf(await save('site-admin'));
    expect(errorOf(await confirm('confluence-admin', 0))).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(await opened()).toMatchObject({ tokenToRevoke: true });
    expect(actions().join()).not.toContain('confirmTokenRevoked');
  });

  it('stays to be revoked whoever is chosen, asked, withdrawn or removed after it', async () => {
    const { version } = valueOf(await world.asGlobal('confluence-admin', 'deleteStoredCredentials', {}));
    expect(version).toBe(1);
    async function pick(handle: string, seen: number) {
      return valueOf(
        await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id(handle), version: seen }),
      );
    }
    expect(await pick('member', 1)).toMatchObject({ outcome: 'waiting', privilegedUser: { tokenToRevoke: true } });
    expect(valueOf(await world.asGlobal('site-admin', 'cancelNomination', { version: 2 })).tokenToRevoke).toBe(true);
    expect(await pick('site-admin', 3)).toMatchObject({ outcome: 'active', privilegedUser: { tokenToRevoke: true } });
    expect(valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: 4 })).tokenToRevoke).toBe(
      true,
    );
  });

  it('is not forgotten if the process ends between the note and the deletion', async () => {
    world.forge.kvs.fail({ target: '/api/v1/secret/delete', status: 500, code: 'INTERNAL', times: 1 });
    const chosen = valueOf(await save('site-admin'));
    expect(chosen).toMatchObject({ privilegedUser: { legacyRecord: true } });
    expect(chosen.outcome === 'active' && chosen.privilegedUser.tokenToRevoke).toBeUndefined();
    expect(await opened()).toMatchObject({ legacyRecord: false, tokenToRevoke: true });
  });

  it('stays revoked when the account of whoever said so is closed, without naming them', async () => {
    valueOf(await save('site-admin'));
    valueOf(await confirm('confluence-admin', 1));
    world.model.setStatus(world.id('confluence-admin'), 'closed');
    await world.runScheduled('weekly-personal-data');
    const stored = JSON.stringify(world.entity('setting'));
    expect(stored).not.toContain(world.id('confluence-admin'));
    expect(stored).toContain('"revoked":{"by":"closed-account"');
    expect((await opened())?.tokenToRevoke).toBeUndefined();
  });

  it('is still to be revoked after the privileged user’s account is closed', async () => {
    valueOf(await save('site-admin'));
    world.model.setStatus(world.id('site-admin'), 'closed');
    await world.runScheduled('weekly-personal-data');
    expect(await openedBy('confluence-admin')).toMatchObject({ state: { name: 'notConfigured' }, tokenToRevoke: true });
  });
});
