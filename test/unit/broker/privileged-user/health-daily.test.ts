import { describe, it } from 'vitest';

import { checkPrivilegedUser } from '../../../../src/broker/privileged-user/check-privileged-user';
import { readPrivilegedUser } from '../../../../src/broker/privileged-user/privileged-user';
import type { Observation } from '../../../../src/broker/privileged-user/state';
import { schedules } from '../../../../src/entry/schedules';
import {
  aCheck,
  aGroup,
  anAccount,
  ann,
  anObservation,
  boss,
  failureFrom,
  rateLimited,
  refusedByAtlassian,
  storageDown,
  proved,
} from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

describe('the daily look', () => {
  const DAY = 24 * 60 * 60_000;
  function tests(world: ReturnType<typeof aWorld>) {
    return world.journal.lines('createGroup').length;
  }

  it('makes a write test if the last one is a week old', async ({ expect }) => {
    const world = aWorld();
    await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()));
    world.clock.advance(7 * DAY - 1);
    await schedules.healthCheck(world.ports);
    expect(tests(world)).toBe(1);
    world.clock.advance(1);
    await schedules.healthCheck(world.ports);
    expect(tests(world)).toBe(2);
  });

  it('makes a write test if the last one failed', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createGroup', refusedByAtlassian);
    expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('lacksPermission');
    await schedules.healthCheck(world.ports);
    expect(tests(world)).toBe(2);
    expect((await readPrivilegedUser(world.ports)).state.name).toBe('healthy');
  });

  const name = 'space-steward-check-0123456789ab';
  function withLeftover(given: Partial<Observation> = {}) {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-check', name }));
    const leftoverCheckGroups = [{ groupId: 'g-check', groupName: name }];
    const checks = [{ ...aCheck('writeTest', 'passed'), at: '2026-11-20T10:00:00.000Z' }];
    world.settings.stored.observation = anObservation({ leftoverCheckGroups, checks, ...given });
    function left() {
      return world.settings.stored.observation?.leftoverCheckGroups;
    }
    return { world, left, leftoverCheckGroups };
  }

  it('deletes those that were left over under an earlier privileged user too', async ({ expect }) => {
    const { world, left } = withLeftover({ accountId: ann });
    await schedules.healthCheck(world.ports);
    expect(left()).toEqual([]);
    expect(world.journal.lines('deleteGroup')).toContain(`deleteGroup ${name} as boss`);
  });

  it('deletes test groups that are left over, recorded, without a caller', async ({ expect }) => {
    const { world, left } = withLeftover();
    await schedules.healthCheck(world.ports);
    expect(left()).toEqual([]);
    expect(world.journal.lines('attempt', 'deleteGroup')).toEqual([
      `attempt writeTestDelete ${name}`,
      `deleteGroup ${name} as boss`,
    ]);
    expect(world.auditLog.attempts[0]).not.toHaveProperty('caller');
  });

  it('calls it unchanged if somebody else has deleted them meanwhile', async ({ expect }) => {
    const { world, left } = withLeftover();
    const deleteGroup = world.groupWriter.deleteGroup.bind(world.groupWriter);
    world.ports.groupWriter = {
      ...world.groupWriter,
      deleteGroup: async (grant) => {
        world.site.groups.delete(grant.groupId);
        return deleteGroup(grant);
      },
    };
    await schedules.healthCheck(world.ports);
    expect(world.auditLog.lines()).toEqual([`writeTestDelete ${name} unchanged`]);
    expect(left()).toEqual([]);
  });

  it('keeps those that can not be deleted for tomorrow', async ({ expect }) => {
    const { world, left, leftoverCheckGroups } = withLeftover();
    world.journal.fail('deleteGroup', rateLimited);
    await schedules.healthCheck(world.ports);
    expect(left()).toEqual(leftoverCheckGroups);
  });

  it('never deletes a group that somebody has given another name since', async ({ expect }) => {
    const { world, left } = withLeftover();
    const group = world.site.has(aGroup({ groupId: 'g-check', name: 'payroll' }));
    await schedules.healthCheck(world.ports);
    expect(world.site.groups.has(group.groupId)).toBe(true);
    expect(left()).toEqual([]);
  });

  it('acts as nobody but the present privileged user', async ({ expect }) => {
    const { world } = withLeftover({ accountId: ann });
    world.site.impersonation.set(boss, { works: undefined });
    await schedules.healthCheck(world.ports);
    expect(new Set(world.journal.entries.flatMap((entry) => entry.as ?? []))).toEqual(new Set([boss]));
  });

  it('deletes nothing while the privileged user can not be used', async ({ expect }) => {
    const { world, left, leftoverCheckGroups } = withLeftover();
    world.site.accounts.set(boss, anAccount(boss, { status: 'inactive' }));
    await schedules.healthCheck(world.ports);
    expect(left()).toEqual(leftoverCheckGroups);
    expect(world.journal.lines('deleteGroup')).toEqual([]);
  });

  it('leaves what can not be stored today for tomorrow, and hides nothing unforeseen', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('saveObservation', storageDown);
    await schedules.healthCheck(world.ports);
    expect(world.log.lines).toMatchObject([{ level: 'warn', fields: { code: 'STORAGE_UNAVAILABLE' } }]);
    const broken = new Error('broken');
    world.journal.fail('saveObservation', broken);
    expect(await failureFrom(schedules.healthCheck(world.ports))).toBe(broken);
  });

  it('looks in Jira too, where it was looked before', async ({ expect }) => {
    const world = aWorld();
    await schedules.healthCheck(world.ports);
    expect(world.journal.lines('read isJiraAdmin')).toEqual([]);
    world.jiraState.observation = { accountId: boss, at: '2026-11-01T08:00:00.000Z', outcome: 'works' };
    world.jiraState.jiraAdmins.clear();
    await schedules.healthCheck(world.ports);
    expect(world.jiraState.observation).toMatchObject({ outcome: 'lacksRight' });
  });
});
