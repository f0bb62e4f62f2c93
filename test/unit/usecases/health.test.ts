import { describe, it } from 'vitest';

import type { Observation } from '../../../src/domain/privileged-user';
import { checkHealthDaily } from '../../../src/usecases/check-health-daily';
import { checkPrivilegedUser } from '../../../src/usecases/check-privileged-user';
import {
  aCheck,
  aGroup,
  anAccount,
  ann,
  anObservation,
  aPrivilegedUser,
  boss,
  failureFrom,
  rateLimited,
  storageDown,
} from '../../support/ports/builders';
import { SITE_ADMINS } from '../../support/ports/site';
import { aWorld } from '../../support/ports/world';

const leftSiteAdmins = (world: ReturnType<typeof aWorld>) => world.site.members.get(SITE_ADMINS)?.delete(boss);

describe('a look at the privileged user', () => {
  it('as him reads only, and stores what it found', async ({ expect }) => {
    const world = aWorld();
    const view = await checkPrivilegedUser(world.ports);
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

  it('finds that he lost his site-admin rights, if he had them when he was chosen', async ({ expect }) => {
    const world = aWorld();
    leftSiteAdmins(world);
    expect((await checkPrivilegedUser(world.ports)).state).toEqual({ name: 'lacksPermission', accountId: boss });
  });

  it('takes their lack for a hint if he never had them', async ({ expect }) => {
    const world = aWorld();
    leftSiteAdmins(world);
    world.settings.stored.privilegedUser = { current: aPrivilegedUser({ wasInSiteAdminGroup: false }) };
    const view = await checkPrivilegedUser(world.ports);
    expect(view.state.name).toBe('healthy');
    expect(view.checks[2]).toEqual({ name: 'siteAdminGroup', outcome: 'hint' });
  });

  it('forgets that a write test failed as soon as he is in a site-admin group', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ checks: [aCheck('writeTest', 'failed', 'lacksPermission')] });
    expect((await checkPrivilegedUser(world.ports)).state.name).toBe('healthy');
    expect(world.journal.lines('createGroup')).toEqual([]);
  });

  it('keeps showing that the write test passed when he was chosen, unless something fails now', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ checks: [aCheck('writeTest', 'passed')] });
    expect((await checkPrivilegedUser(world.ports)).checks.at(-1)).toEqual(aCheck('writeTest', 'passed'));
    leftSiteAdmins(world);
    expect((await checkPrivilegedUser(world.ports)).checks.at(-1)).toEqual(aCheck('writeTest', 'notRun'));
  });

  it('that could not be finished does not overrule an earlier failure', async ({ expect }) => {
    const world = aWorld();
    const failed = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    world.settings.stored.observation = failed;
    world.site.impersonation.set(boss, { works: undefined });
    expect((await checkPrivilegedUser(world.ports)).state).toMatchObject({ name: 'unusable', cause: 'deactivated' });
    expect(world.settings.stored.observation).toBe(failed);
  });

  it('that found one failure counts, whatever else is unclear', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('account', rateLimited);
    world.site.siteAdminGroupUnreadable = true;
    world.site.impersonation.set(boss, { works: false, cause: 'left' });
    expect((await checkPrivilegedUser(world.ports)).state).toMatchObject({ name: 'unusable', cause: 'left' });
  });

  it('that finds him well again overrules an earlier failure', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    expect((await checkPrivilegedUser(world.ports)).state.name).toBe('healthy');
  });

  it('is taken at nobody where nobody is chosen', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    expect(await checkPrivilegedUser(world.ports)).toMatchObject({ state: { name: 'notConfigured' }, checks: [] });
    expect(world.journal.lines()).toEqual([]);
  });

  it('shows nothing of what was seen of his predecessor', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation({
      accountId: ann,
      leftoverCheckGroups: [{ groupId: 'g', groupName: 'g' }],
    });
    world.site.impersonation.set(boss, { works: undefined });
    const view = await checkPrivilegedUser(world.ports);
    expect(view).toMatchObject({ checks: [], leftoverCheckGroups: [], state: { name: 'healthy' } });
    expect(view).not.toHaveProperty('checkedAt');
  });

  it('hides nothing unforeseen', async ({ expect }) => {
    const world = aWorld();
    const broken = new Error('broken');
    world.journal.fail('account', broken);
    expect(await failureFrom(checkPrivilegedUser(world.ports))).toBe(broken);
  });
});

describe('the daily look', () => {
  const name = 'space-steward-check-0123456789ab';
  const withLeftover = (given: Partial<Observation> = {}) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-check', name }));
    const leftoverCheckGroups = [{ groupId: 'g-check', groupName: name }];
    world.settings.stored.observation = anObservation({ leftoverCheckGroups, ...given });
    const left = () => world.settings.stored.observation?.leftoverCheckGroups;
    return { world, left, leftoverCheckGroups };
  };

  it('deletes those that were left over under an earlier privileged user too', async ({ expect }) => {
    const { world, left } = withLeftover({ accountId: ann });
    await checkHealthDaily(world.ports);
    expect(left()).toEqual([]);
    expect(world.journal.lines('deleteGroup')).toEqual([`deleteGroup ${name} as boss`]);
  });

  it('deletes test groups that are left over, recorded, without a caller', async ({ expect }) => {
    const { world, left } = withLeftover();
    await checkHealthDaily(world.ports);
    expect(left()).toEqual([]);
    expect(world.journal.lines('attempt', 'deleteGroup')).toEqual([
      `attempt writeTestDelete ${name}`,
      `deleteGroup ${name} as boss`,
    ]);
    expect(world.auditLog.attempts[0]).not.toHaveProperty('caller');
  });

  it('keeps those that can not be deleted for tomorrow', async ({ expect }) => {
    const { world, left, leftoverCheckGroups } = withLeftover();
    world.journal.fail('deleteGroup', rateLimited);
    await checkHealthDaily(world.ports);
    expect(left()).toEqual(leftoverCheckGroups);
  });

  it('never deletes a group that somebody has given another name since', async ({ expect }) => {
    const { world, left } = withLeftover();
    const group = world.site.has(aGroup({ groupId: 'g-check', name: 'payroll' }));
    await checkHealthDaily(world.ports);
    expect(world.site.groups.has(group.groupId)).toBe(true);
    expect(left()).toEqual([]);
  });

  it('acts as nobody but the present privileged user', async ({ expect }) => {
    const { world } = withLeftover({ accountId: ann });
    world.site.impersonation.set(boss, { works: undefined });
    await checkHealthDaily(world.ports);
    expect(new Set(world.journal.entries.flatMap((entry) => entry.as ?? []))).toEqual(new Set([boss]));
  });

  it('deletes nothing while the privileged user can not be used', async ({ expect }) => {
    const { world, left, leftoverCheckGroups } = withLeftover();
    world.site.accounts.set(boss, anAccount(boss, { status: 'inactive' }));
    await checkHealthDaily(world.ports);
    expect(left()).toEqual(leftoverCheckGroups);
    expect(world.journal.lines('deleteGroup')).toEqual([]);
  });

  it('leaves what can not be stored today for tomorrow, and hides nothing unforeseen', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('saveObservation', storageDown);
    await checkHealthDaily(world.ports);
    expect(world.log.lines).toMatchObject([{ level: 'warn', fields: { code: 'STORAGE_UNAVAILABLE' } }]);
    const broken = new Error('broken');
    world.journal.fail('saveObservation', broken);
    expect(await failureFrom(checkHealthDaily(world.ports))).toBe(broken);
  });

  it('looks in Jira too, where it was looked before', async ({ expect }) => {
    const world = aWorld();
    await checkHealthDaily(world.ports);
    expect(world.journal.lines('read isJiraAdmin')).toEqual([]);
    world.jiraState.observation = { accountId: boss, at: '2026-11-01T08:00:00.000Z', outcome: 'works' };
    world.jiraState.jiraAdmins.clear();
    await checkHealthDaily(world.ports);
    expect(world.jiraState.observation).toMatchObject({ outcome: 'lacksRight' });
  });
});
