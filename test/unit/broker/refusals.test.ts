import { describe, it } from 'vitest';

import { checkPrivilegedUser } from '../../../src/broker/privileged-user/check-privileged-user';
import { schedules } from '../../../src/entry/schedules';
import { deleteGroup } from '../../../src/groups/managed/delete-group';
import {
  boss,
  failureFrom,
  fails,
  anObservation,
  refusedByAtlassian,
  storageDown,
  proved,
  ann,
} from '../../support/ports/builders';
import { SITE_ADMINS } from '../../support/ports/site';
import { aWorld } from '../../support/ports/world';

function refusing(failure: unknown = refusedByAtlassian) {
  const world = aWorld();
  const group = world.owns();
  world.journal.fail('deleteGroup', failure, { times: 9 });
  async function remove() {
    return failureFrom(
      deleteGroup(world.ports, world.inDev, { groupId: group.groupId, typedName: group.name, confirmSelf: false }),
    );
  }
  function mark() {
    return world.groupRecords.stored.get(group.groupId)?.refused;
  }
  return { world, remove, mark };
}
const NOW = '2026-11-21T10:00:00.000Z';

describe('a write that Atlassian refuses to the privileged user', () => {
  it('marks the group alone if they are well', async ({ expect }) => {
    const { world, remove, mark } = refusing();
    expect(await remove()).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
    expect(mark()).toEqual({ action: 'deleteGroup', at: NOW });
    expect(world.settings.stored.observation?.at).toBe(NOW);
  });

  it('changes their state if the look at them fails too', async ({ expect }) => {
    const { world, remove, mark } = refusing();
    world.site.impersonation.set(boss, { works: false, cause: 'noAppAccess' });
    expect(await remove()).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'noAppAccess', accountId: boss });
    expect(mark()).toBeUndefined();
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers failed PRIVILEGED_USER_UNAVAILABLE']);
  });

  describe('who is in no site-admin group', () => {
    function another(failure: unknown) {
      const refused = refusing();
      const { world } = refused;
      world.site.members.get(SITE_ADMINS)?.delete(boss);
      if (failure !== undefined) world.journal.fail('createGroup', failure, { times: 2 });
      return refused;
    }

    it('marks the group alone if they may still create others: one odd group stops no other', async ({ expect }) => {
      const { world, remove, mark } = another(undefined);
      // The journal refuses every deletion here, that of the test group too: it is left over, and shown.
      expect(await remove()).toMatchObject({ code: 'ATLASSIAN_REFUSED' });
      expect(mark()).toMatchObject({ action: 'deleteGroup' });
      expect(world.settings.stored.observation?.leftoverCheckGroups).toHaveLength(1);
    });

    it('changes their state if they may not create groups any more, until a write test passes', async ({ expect }) => {
      const { world, remove, mark } = another(refusedByAtlassian);
      expect(await remove()).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'lacksPermission' });
      expect(mark()).toBeUndefined();
      await schedules.healthCheck(world.ports);
      expect(world.settings.stored.observation?.checks.at(-1)).toMatchObject({ outcome: 'failed' });
      expect((await checkPrivilegedUser(world.ports, proved(ann, world.clock.now()))).state.name).toBe('healthy');
    });
  });

  it('is tried once, and leads to one look a minute', async ({ expect }) => {
    const { world, remove } = refusing();
    function looks() {
      return world.journal.lines('impersonate').length;
    }
    await remove();
    world.clock.advance(59_999);
    await remove();
    expect(looks()).toBe(1);
    world.clock.advance(1);
    await remove();
    expect(looks()).toBe(2);
    expect(world.journal.lines('deleteGroup').filter((line) => line.includes('dev-writers'))).toHaveLength(3);
  });

  it('is told as it is if the group can not be marked', async ({ expect }) => {
    const { world, remove, mark } = refusing();
    world.journal.fail('replace record', storageDown);
    expect(await remove()).toMatchObject({ code: 'ATLASSIAN_REFUSED' });
    expect(mark()).toBeUndefined();
  });

  it('is told as it is if the look can not be stored', async ({ expect }) => {
    const { world, remove } = refusing();
    world.journal.fail('saveObservation', storageDown);
    expect(await remove()).toMatchObject({ code: 'ATLASSIAN_REFUSED' });
  });
});

describe('a write for which Forge would not act as them', () => {
  const notHim = fails({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' });

  it('is looked into, and does not mark the group', async ({ expect }) => {
    const { world, remove, mark } = refusing(notHim);
    world.site.impersonation.set(boss, { works: false, cause: 'notApproved' });
    expect(await remove()).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved', accountId: boss });
    expect(mark()).toBeUndefined();
  });

  it('is told as it is if nothing is found', async ({ expect }) => {
    const { remove, mark } = refusing(notHim);
    expect(await remove()).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' });
    expect(mark()).toBeUndefined();
  });
});

describe('any other failure', () => {
  it('leads to no look at them', async ({ expect }) => {
    const { world, remove } = refusing(fails({ code: 'RATE_LIMITED', retryAfterSeconds: 9, changed: 'nothing' }));
    world.settings.stored.observation = anObservation();
    expect(await remove()).toMatchObject({ code: 'RATE_LIMITED' });
    expect(world.journal.lines('impersonate')).toEqual([]);
  });

  it('that is unforeseen passes through, and leaves the attempt open', async ({ expect }) => {
    const broken = new Error('broken');
    const { world, remove } = refusing(broken);
    expect(await remove()).toBe(broken);
    expect(world.auditLog.lines()).toEqual(['deleteGroup dev-writers open']);
  });
});
