import { describe, it } from 'vitest';

import { checkPrivilegedUser } from '../../../../src/broker/privileged-user/check-privileged-user';
import { checkHealth } from '../../../../src/broker/privileged-user/health';
import { readPrivilegedUser, viewOf } from '../../../../src/broker/privileged-user/privileged-user';
import { NO_PROOFS, withProof } from '../../../../src/broker/site-admin/proofs';
import {
  aCheck,
  anAccount,
  ann,
  anObservation,
  answerLost,
  boss,
  failureFrom,
  fails,
  rateLimited,
  refusedByAtlassian,
  proved,
} from '../../../support/ports/builders';
import { SITE_ADMINS } from '../../../support/ports/site';
import { aWorld } from '../../../support/ports/world';

function leftSiteAdmins(world: ReturnType<typeof aWorld>) {
  return world.site.members.get(SITE_ADMINS)?.delete(boss);
}

describe('a look at the privileged user', () => {
  it('reads only when a page is opened, and stores what it found', async ({ expect }) => {
    const world = aWorld();
    const view = viewOf(await checkHealth(world.ports, await readPrivilegedUser(world.ports)));
    expect(view).toMatchObject({ state: { name: 'healthy' }, checkedAt: '2026-11-21T10:00:00.000Z' });
    expect(view.checks.map((check) => `${check.name} ${check.outcome}`)).toEqual([
      'account passed',
      'impersonation passed',
      'siteAdminGroup passed',
      'writeTest notRun',
    ]);
    expect(world.settings.stored.observation?.checks).toEqual(view.checks);
    expect(world.journal.lines('createGroup', 'deleteGroup', 'attempt')).toEqual([]);
  });

  it('makes a write test on request, which says when it was made', async ({ expect }) => {
    const world = aWorld();
    const view = await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    expect(view.checks.at(-1)).toEqual({ name: 'writeTest', outcome: 'passed', at: '2026-11-21T10:00:00.000Z' });
    expect(world.journal.lines('createGroup')).toHaveLength(1);
  });

  it('takes the lack of a group for a hint: what decides is the write test', async ({ expect }) => {
    const world = aWorld();
    leftSiteAdmins(world);
    const view = await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    expect(view.state.name).toBe('healthy');
    expect(view.checks[2]).toEqual({ name: 'siteAdminGroup', outcome: 'hint' });
  });

  it('finds with a write test that they may manage groups no more, though they are in a group', async ({ expect }) => {
    const world = aWorld();
    world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, world.clock.now());
    world.journal.fail('createGroup', refusedByAtlassian);
    const view = await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    expect(view.state).toEqual({ name: 'lacksPermission', accountId: boss });
    expect(view.checks[2]).toEqual({ name: 'siteAdminGroup', outcome: 'passed' });
    expect(world.siteAdminProofs.stored.proofs).toEqual([]);
  });

  it('keeps a write test that failed until another one passes', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ checks: [aCheck('writeTest', 'failed', 'lacksPermission')] });
    const opened = await checkHealth(world.ports, await readPrivilegedUser(world.ports));
    expect(opened.state.name).toBe('lacksPermission');
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('healthy');
  });

  it('keeps showing that the write test passed, unless something fails now', async ({ expect }) => {
    const world = aWorld();
    async function look() {
      return checkHealth(world.ports, await readPrivilegedUser(world.ports));
    }
    world.settings.stored.observation = anObservation({ checks: [aCheck('writeTest', 'passed')] });
    expect((await look()).observation?.checks.at(-1)).toEqual(aCheck('writeTest', 'passed'));
    world.site.accounts.set(boss, anAccount(boss, { status: 'inactive' }));
    expect((await look()).observation?.checks.at(-1)).toEqual(aCheck('writeTest', 'notRun'));
  });

  it('can be finished though it is not shown who is in a group', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    world.site.siteAdminGroupUnreadable = true;
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('healthy');
  });

  it('keeps a test group that could not be deleted, even if nothing else came of it', async ({ expect }) => {
    const world = aWorld();
    world.journal.failAfter('createGroup', answerLost);
    world.journal.fail('deleteGroup', rateLimited);
    const view = await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    expect(view.leftoverCheckGroups).toHaveLength(1);
    expect(view.state.name).toBe('healthy');
  });

  it('that could not be finished does not overrule an earlier failure', async ({ expect }) => {
    const world = aWorld();
    const failed = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    world.settings.stored.observation = failed;
    world.site.impersonation.set(boss, { works: undefined });
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state).toMatchObject({
      name: 'unusable',
      cause: 'deactivated',
    });
    expect(world.settings.stored.observation).toBe(failed);
  });

  it('that found one failure counts, whatever else is unclear', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('account', rateLimited);
    world.site.siteAdminGroupUnreadable = true;
    world.site.impersonation.set(boss, { works: false, cause: 'left' });
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state).toMatchObject({
      name: 'unusable',
      cause: 'left',
    });
  });

  it('that finds them well again overrules an earlier failure', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('healthy');
  });

  it('is taken at nobody where nobody is chosen', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    expect(await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).toMatchObject({
      state: { name: 'notConfigured' },
      checks: [],
    });
    expect(world.journal.lines()).toEqual([]);
  });

  it('shows nothing of what was seen of their predecessor', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({
      accountId: ann,
      leftoverCheckGroups: [{ groupId: 'g', groupName: 'g' }],
    });
    world.site.impersonation.set(boss, { works: undefined });
    const view = await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    expect(view).toMatchObject({ checks: [], leftoverCheckGroups: [], state: { name: 'healthy' } });
    expect(view).not.toHaveProperty('checkedAt');
  });

  it('hides nothing unforeseen', async ({ expect }) => {
    const world = aWorld();
    const broken = new Error('broken');
    world.journal.fail('account', broken);
    expect(await failureFrom(checkPrivilegedUser(world.ports, proved(ann, world.clock.now())))).toBe(broken);
  });
});

describe('a refusal by Forge', () => {
  function refusing() {
    const world = aWorld();
    world.site.impersonation.set(boss, { works: false, cause: 'noAppAccess', byForge: true });
    return world;
  }
  async function look(world: ReturnType<typeof aWorld>) {
    return (await checkHealth(world.ports, await readPrivilegedUser(world.ports))).state.name;
  }

  it('is noted the first time, and counts once Forge refuses again after a minute', async ({ expect }) => {
    const world = refusing();
    expect(await look(world)).toBe('healthy');
    expect(world.settings.stored.observation).toMatchObject({
      refusedSince: '2026-11-21T10:00:00.000Z',
      checks: [{ outcome: 'passed' }, { name: 'impersonation', outcome: 'unclear', cause: 'noAppAccess' }, {}, {}],
    });
    world.clock.advance(59_999);
    expect(await look(world)).toBe('healthy');
    world.clock.advance(1);
    expect(await look(world)).toBe('unusable');
  });

  it('is forgotten as soon as Forge acts again', async ({ expect }) => {
    const world = refusing();
    await look(world);
    world.site.impersonation.clear();
    world.clock.advance(30_000);
    expect(await look(world)).toBe('healthy');
    expect(world.settings.stored.observation).not.toHaveProperty('refusedSince');
    world.site.impersonation.set(boss, { works: false, cause: 'noAppAccess', byForge: true });
    world.clock.advance(60_000);
    expect(await look(world)).toBe('healthy');
  });

  it('in the write test counts no sooner', async ({ expect }) => {
    const world = aWorld();
    const notHim = fails({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'noAppAccess' });
    world.journal.fail('createGroup', notHim, { times: 2 });
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('healthy');
    world.clock.advance(60_000);
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('unusable');
  });

  it('hides no earlier failure', async ({ expect }) => {
    const world = refusing();
    world.settings.stored.observation = anObservation({ checks: [aCheck('writeTest', 'failed', 'lacksPermission')] });
    expect(await look(world)).toBe('lacksPermission');
  });

  it('does not hide that the account is deactivated', async ({ expect }) => {
    const world = refusing();
    world.site.accounts.set(boss, anAccount(boss, { status: 'inactive' }));
    expect(await look(world)).toBe('unusable');
  });
});
