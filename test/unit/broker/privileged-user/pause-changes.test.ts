import { describe, it } from 'vitest';

import { acceptNomination } from '../../../../src/broker/privileged-user/accept-nomination';
import { checkPrivilegedUser } from '../../../../src/broker/privileged-user/check-privileged-user';
import { pauseChanges } from '../../../../src/broker/privileged-user/pause-changes';
import { removePrivilegedUser } from '../../../../src/broker/privileged-user/remove-privileged-user';
import { resumeChanges } from '../../../../src/broker/privileged-user/resume-changes';
import { savePrivilegedUser } from '../../../../src/broker/privileged-user/save-privileged-user';
import { schedules } from '../../../../src/entry/schedules';
import { CLOSED_ACCOUNT } from '../../../../src/shared/broker/closed-account';
import {
  ann,
  aPrivilegedUser,
  bob,
  boss,
  cy,
  EARLIER,
  failureFrom,
  proved,
  storageDown,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const paused = { by: ann, at: EARLIER };
const refused = { code: 'FORBIDDEN', reason: 'CHANGES_PAUSED', paused };

function whilePaused(more: World['settings']['stored']['privilegedUser'] = { current: aPrivilegedUser() }) {
  const world = aWorld();
  world.settings.stored.privilegedUser = { ...more, paused };
  return world;
}
function asPrivilegedUser(world: World) {
  return world.journal.entries.filter((entry) => entry.as !== undefined);
}

describe('pausing', () => {
  it('stores who paused and when, audited, and keeps the privileged user', async ({ expect }) => {
    const world = aWorld();
    const view = await pauseChanges(world.ports, proved(ann, world.clock.now()), { version: 1 });
    const pause = { by: ann, at: '2026-11-21T10:00:00.000Z' };
    expect(view).toMatchObject({ version: 2, pause, state: { name: 'paused', accountId: boss, pause } });
    expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser(), paused: pause });
    expect(world.auditLog.lines()).toEqual(['pauseChanges succeeded']);
    expect(world.auditLog.attempts).toMatchObject([{ action: 'pauseChanges', caller: ann }]);
    expect(asPrivilegedUser(world)).toEqual([]);
  });

  it('needs no privileged user', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    const view = await pauseChanges(world.ports, proved(ann, world.clock.now()), { version: 1 });
    expect(view).toMatchObject({ pause: { by: ann }, state: { name: 'notConfigured' } });
  });

  it('again changes nothing, whatever version was seen: whoever paused first stays named', async ({ expect }) => {
    const world = whilePaused();
    const view = await pauseChanges(world.ports, proved(bob, world.clock.now()), { version: 7 });
    expect(view.pause).toEqual(paused);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('is refused if the setting changed since it was shown', async ({ expect }) => {
    const world = aWorld();
    const pause = pauseChanges(world.ports, proved(ann, world.clock.now()), { version: 0 });
    expect(await failureFrom(pause)).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser() });
  });

  it('says so if it can’t be stored', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('savePrivilegedUser', storageDown);
    const pause = pauseChanges(world.ports, proved(ann, world.clock.now()), { version: 1 });
    expect(await failureFrom(pause)).toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  });
});

describe('resuming', () => {
  it('lifts the pause, audited, and starts nothing', async ({ expect }) => {
    const world = whilePaused();
    const view = await resumeChanges(world.ports, proved(bob, world.clock.now()), { version: 1 });
    expect(view.pause).toBeUndefined();
    expect(view.state).toEqual({ name: 'healthy', accountId: boss });
    expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser() });
    expect(world.auditLog.lines()).toEqual(['resumeChanges succeeded']);
    expect(asPrivilegedUser(world)).toEqual([]);
  });

  it('again changes nothing', async ({ expect }) => {
    const world = aWorld();
    const view = await resumeChanges(world.ports, proved(bob, world.clock.now()), { version: 7 });
    expect(view.state.name).toBe('healthy');
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('doesn’t lift a pause that the admin hasn’t seen', async ({ expect }) => {
    const world = whilePaused();
    const resume = resumeChanges(world.ports, proved(bob, world.clock.now()), { version: 0 });
    expect(await failureFrom(resume)).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(world.settings.stored.privilegedUser.paused).toEqual(paused);
  });
});

describe('while changes are paused', () => {
  it('the privileged user isn’t checked: not on request, and not daily', async ({ expect }) => {
    const world = whilePaused();
    expect(await failureFrom(checkPrivilegedUser(world.ports, proved(ann, world.clock.now())))).toEqual(refused);
    await schedules.healthCheck(world.ports);
    expect(asPrivilegedUser(world)).toEqual([]);
    expect(world.settings.stored.observation).toBeUndefined();
  });

  it('nobody becomes the privileged user, as that takes a write test', async ({ expect }) => {
    const chosen = whilePaused();
    const save = savePrivilegedUser(chosen.ports, proved(cy, chosen.clock.now()), { accountId: cy, version: 1 });
    expect(await failureFrom(save)).toEqual(refused);
    const asked = whilePaused({ nominee: { accountId: bob, nominatedBy: ann, nominatedAt: EARLIER } });
    const accept = acceptNomination(asked.ports, proved(bob, asked.clock.now()), { version: 1 });
    expect(await failureFrom(accept)).toEqual(refused);
    expect([...asPrivilegedUser(chosen), ...asPrivilegedUser(asked)]).toEqual([]);
  });

  it('somebody can be asked, and the privileged user removed: the pause outlasts both', async ({ expect }) => {
    const world = whilePaused();
    const ask = { accountId: bob, version: 1 };
    const { outcome } = await savePrivilegedUser(world.ports, proved(ann, world.clock.now()), ask);
    expect(outcome).toBe('waiting');
    const removed = await removePrivilegedUser(world.ports, proved(ann, world.clock.now()), { version: 2 });
    expect(removed).toMatchObject({ pause: paused, state: { name: 'notConfigured' } });
  });

  it.for([
    ['attempt', [], { code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' }],
    ['createGroup', ['createGroup'], { code: 'CONFLICT', what: 'settings' }],
  ] as const)(
    'a write test that was under way ends at %s, and stores nobody',
    async ([point, sent, failure], { expect }) => {
      const world = aWorld();
      world.journal.before(point, () => {
        world.clock.advance(5001);
        world.settings.stored.privilegedUser = { ...world.settings.stored.privilegedUser, paused };
        world.settings.versions.privilegedUser += 1;
      });
      const by = { ...proved(bob, world.clock.now()), proveAgain: async () => world.clock.now() };
      const save = savePrivilegedUser(world.ports, by, { accountId: bob, version: 1 });
      expect(await failureFrom(save)).toMatchObject(failure);
      expect(world.settings.stored.privilegedUser.current).toEqual(aPrivilegedUser());
      const calls = world.journal.lines('createGroup', 'deleteGroup').map((line) => line.split(' ')[0]);
      expect(calls).toEqual(sent);
    },
  );

  it('the pause stays and names nobody once the account of the person who paused is closed', async ({ expect }) => {
    const world = whilePaused();
    world.personalData.closed.add(ann);
    await schedules.reportAccounts(world.ports);
    expect(world.settings.stored.privilegedUser.paused).toEqual({ by: CLOSED_ACCOUNT, at: EARLIER });
  });
});
