import { describe, it } from 'vitest';

import { changesPaused } from '../../../src/broker/errors';
import { beforeUninstall } from '../../../src/broker/privileged-user/before-uninstall';
import { deleteStoredCredentials } from '../../../src/broker/privileged-user/delete-stored-credentials';
import { openGlobalSettings } from '../../../src/broker/privileged-user/open-global-settings';
import { openSpaceSettings } from '../../../src/groups/managed/open-space-settings';
import { readRules } from '../../../src/groups/rules/read-rules';
import { saveRules } from '../../../src/groups/rules/save-rules';
import {
  aCheck,
  ann,
  anObservation,
  aPrivilegedUser,
  aSpace,
  auditDown,
  bob,
  boss,
  EARLIER,
  failureFrom,
  someRules,
  storageDown,
  proved,
} from '../../support/ports/builders';
import { aWorld, type World } from '../../support/ports/world';

const NOBODY = {
  confluenceAdmin: false,
  siteAdmin: false,
  supportReader: false,
  nominee: false,
  spaceAdmin: false,
  jiraAdmin: false,
  agent: false,
};
const ADMIN = { ...NOBODY, confluenceAdmin: true };
const nominee = { accountId: bob, nominatedBy: ann, nominatedAt: EARLIER };
async function open(world: World, facts = ADMIN) {
  return openGlobalSettings(world.ports, { caller: ann, facts });
}

describe('opening the global page', () => {
  it('shows a Confluence admin the privileged user after a fresh look', async ({ expect }) => {
    const world = aWorld();
    expect(await open(world)).toMatchObject({
      accountId: 'ann',
      roles: { confluenceAdmin: true, supportReader: false, nominee: false },
      privilegedUser: { version: 1, state: { name: 'healthy' }, checkedAt: '2026-11-21T10:00:00.000Z', setBy: 'boss' },
    });
  });

  it('opens all the same if changes are paused meanwhile: what was known before stands', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ at: EARLIER });
    world.journal.fail('impersonate', changesPaused({ by: ann, at: EARLIER }));
    expect((await open(world)).privilegedUser).toMatchObject({ state: { name: 'healthy' }, checkedAt: EARLIER });
    expect(world.settings.stored.observation).toMatchObject({ at: EARLIER });
  });

  it('shows a support reader nothing of it and looks at nobody', async ({ expect }) => {
    const world = aWorld();
    expect(await open(world, { ...NOBODY, supportReader: true })).toEqual({
      accountId: 'ann',
      roles: { confluenceAdmin: false, supportReader: true, nominee: false },
    });
    expect(world.journal.lines()).toEqual([]);
  });

  it('shows the nominee what they are asked for, and looks at nobody', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser(), nominee };
    expect((await open(world, { ...NOBODY, nominee: true })).privilegedUser).toEqual({
      version: 1,
      // Not who the privileged user is now, nor how they are.
      state: { name: 'waiting', ...nominee },
      legacyRecord: false,
      checks: [],
      leftoverCheckGroups: [],
    });
    expect(world.journal.lines()).toEqual([]);
  });

  it('finishes the deletion of old credentials if the process died after the choice was stored', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    expect((await open(world)).privilegedUser).toMatchObject({ legacyRecord: false });
    expect(world.legacyCredentials.stored).toBe(false);
    expect(world.auditLog.lines()).toEqual(['deleteStoredCredentials succeeded']);
  });

  it('says that they are still there if it can not be finished, and opens all the same', async ({ expect }) => {
    for (const [call, failure] of [
      ['attempt', auditDown],
      ['delete credentials', storageDown],
    ] as const) {
      const world = aWorld();
      world.legacyCredentials.stored = true;
      world.journal.fail(call, failure);
      expect((await open(world)).privilegedUser).toMatchObject({ legacyRecord: true, state: { name: 'healthy' } });
      expect(world.legacyCredentials.stored).toBe(true);
    }
  });

  it('leaves old credentials alone while nobody is chosen: they decide the state', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    world.legacyCredentials.stored = true;
    expect((await open(world)).privilegedUser).toMatchObject({ state: { name: 'legacy' }, legacyRecord: true });
    expect(world.legacyCredentials.stored).toBe(true);
  });
});

describe('deleting stored credentials', () => {
  it('works without choosing anybody, recorded before and after', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    world.legacyCredentials.stored = true;
    expect(await deleteStoredCredentials(world.ports, proved(ann))).toMatchObject({
      state: { name: 'notConfigured' },
    });
    expect(world.journal.lines()).toEqual([
      'attempt deleteStoredCredentials',
      // First the note that the token is to be revoked.
      'savePrivilegedUser nobody',
      'delete credentials',
      'settle succeeded',
    ]);
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(deleteStoredCredentials(world.ports, proved(ann)))).toEqual({
      code: 'AUDIT_UNAVAILABLE',
    });
    expect(world.legacyCredentials.stored).toBe(true);
  });

  it('is all that happens before an uninstall', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    await beforeUninstall(world.ports);
    expect(world.journal.lines()).toEqual(['delete credentials']);
  });
});

describe('opening the space page', () => {
  async function openSpace(world: World, space = aSpace()) {
    return openSpaceSettings(world.ports, { caller: ann, space, provedAt: world.clock.now() });
  }

  it("shows the space's groups and the rules, from what is stored alone", async ({ expect }) => {
    const world = aWorld();
    world.owns();
    const view = await openSpace(world);
    expect(view).toMatchObject({
      accountId: 'ann',
      space: { id: '10', key: 'DEV', personal: false },
      manage: { allowed: true },
      mayCreate: true,
      longestList: 1000,
      groups: { groups: [{ groupName: 'dev-writers' }] },
    });
    expect(world.journal.lines()).toEqual([]);
  });

  it('says why nothing can be changed, and whom to ask', async ({ expect }) => {
    const world = aWorld();
    const { stored } = world.settings;
    async function manage(space?: ReturnType<typeof aSpace>) {
      return (await openSpace(world, space)).manage;
    }
    expect(await manage(aSpace({ current: false }))).toEqual({ allowed: false, reason: 'spaceNotCurrent' });
    expect(await manage(aSpace({ personal: true }))).toEqual({ allowed: false, reason: 'personalSpaceOff' });
    stored.observation = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    expect(await manage()).toEqual({ allowed: false, reason: 'deactivated', accountId: boss, askAccountId: boss });
    stored.privilegedUser = { current: aPrivilegedUser(), paused: { by: bob, at: EARLIER } };
    expect(await manage()).toEqual({ allowed: false, reason: 'paused', pause: { by: bob, at: EARLIER } });
    stored.privilegedUser = { nominee };
    expect(await manage()).toEqual({ allowed: false, reason: 'waiting', accountId: bob, askAccountId: ann });
    stored.privilegedUser = {};
    expect(await manage()).toEqual({ allowed: false, reason: 'notConfigured' });
  });

  it('of a personal space lets nobody create a group, also where groups can be changed', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ personalSpaces: true });
    expect(await openSpace(world, aSpace({ personal: true }))).toMatchObject({
      manage: { allowed: true },
      mayCreate: false,
    });
  });
});

describe('the rules', () => {
  it('are saved with the version that was seen, recorded', async ({ expect }) => {
    const world = aWorld();
    const rules = someRules({ blockList: ['payroll'] });
    expect(await saveRules(world.ports, proved(ann), { rules, version: 0 })).toEqual({
      rules,
      spaces: [],
      version: 1,
    });
    expect(await readRules(world.ports)).toEqual({ rules, spaces: [], version: 1 });
    expect(world.auditLog.lines()).toEqual(['saveRules succeeded']);
  });

  it('are not overwritten if another admin saved meanwhile', async ({ expect }) => {
    const world = aWorld();
    const failure = failureFrom(
      saveRules(world.ports, proved(ann), { rules: someRules({ personalSpaces: true }), version: 5 }),
    );
    expect(await failure).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(world.settings.stored.rules).toEqual(someRules());
    expect(world.auditLog.lines()).toEqual(['saveRules failed CONFLICT']);
  });
});
