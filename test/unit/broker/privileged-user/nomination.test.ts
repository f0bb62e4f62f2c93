import { describe, it } from 'vitest';

import { acceptNomination } from '../../../../src/broker/privileged-user/accept-nomination';
import { cancelNomination } from '../../../../src/broker/privileged-user/cancel-nomination';
import { declineNomination } from '../../../../src/broker/privileged-user/decline-nomination';
import { removePrivilegedUser } from '../../../../src/broker/privileged-user/remove-privileged-user';
import { NO_PROOFS, withProof } from '../../../../src/broker/site-admin/proofs';
import {
  ann,
  aPrivilegedUser,
  auditDown,
  bob,
  boss,
  EARLIER,
  failureFrom,
  refusedByAtlassian,
  proved,
} from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

const nominee = { accountId: bob, nominatedBy: ann, nominatedAt: EARLIER };
function asked() {
  const world = aWorld();
  world.settings.stored.privilegedUser = { nominee };
  return world;
}
const version = { version: 1 };

describe('accepting', () => {
  it('makes the person who was asked the privileged user, set by who asked', async ({ expect }) => {
    const world = asked();
    world.legacyCredentials.stored = true;
    const outcome = await acceptNomination(world.ports, proved(bob), version);
    expect(outcome).toMatchObject({
      outcome: 'active',
      privilegedUser: { state: { name: 'healthy', accountId: 'bob' } },
    });
    expect(world.settings.stored.privilegedUser).toEqual({
      current: { accountId: 'bob', setBy: 'ann', setAt: '2026-11-21T10:00:00.000Z' },
      oldToken: { deletedAt: '2026-11-21T10:00:00.000Z' },
    });
    expect(world.legacyCredentials.stored).toBe(false);
    expect(world.auditLog.lines()).toContain('acceptNomination bob succeeded');
  });

  it('changes nothing if a check fails: they stay asked', async ({ expect }) => {
    const world = asked();
    world.journal.fail('createGroup', refusedByAtlassian);
    expect(await acceptNomination(world.ports, proved(bob), version)).toMatchObject({ outcome: 'refused' });
    expect(world.settings.stored.privilegedUser).toEqual({ nominee });
  });

  it('ends a proof of theirs if Atlassian refuses the write test, and keeps none if it passes', async ({ expect }) => {
    const world = asked();
    world.siteAdminProofs.stored = withProof(NO_PROOFS, bob, world.clock.now());
    world.journal.fail('createGroup', refusedByAtlassian);
    await acceptNomination(world.ports, proved(bob), version);
    expect(world.siteAdminProofs.stored.proofs).toEqual([]);
    expect(await acceptNomination(world.ports, proved(bob), version)).toMatchObject({ outcome: 'active' });
    expect(world.siteAdminProofs.stored.proofs).toEqual([]);
  });

  it('is only for the person asked, and only for what the page showed', async ({ expect }) => {
    const conflict = { code: 'CONFLICT', what: 'settings' };
    const world = asked();
    expect(await failureFrom(acceptNomination(world.ports, proved(ann), version))).toEqual(conflict);
    expect(await failureFrom(acceptNomination(world.ports, proved(bob), { version: 0 }))).toEqual(conflict);
    world.settings.stored.privilegedUser = {};
    expect(await failureFrom(acceptNomination(world.ports, proved(bob), version))).toEqual(conflict);
    expect(world.journal.lines()).toEqual([]);
  });
});

const anAdmin = {
  confluenceAdmin: true,
  siteAdmin: false,
  supportReader: false,
  nominee: true,
  spaceAdmin: false,
  jiraAdmin: false,
  agent: false,
};

describe('declining and cancelling', () => {
  it.for([
    ['declineNomination', declineNomination, bob],
    ['cancelNomination', cancelNomination, ann],
  ] as const)(
    '%s leaves nobody asked and the present one in place, without acting as anybody',
    async ([action, run, caller], { expect }) => {
      const world = asked();
      world.settings.stored.privilegedUser = { current: aPrivilegedUser(), nominee };
      expect(await run(world.ports, { ...proved(caller), facts: anAdmin }, version)).toMatchObject({
        version: 2,
        state: { name: 'healthy' },
      });
      expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser() });
      expect(world.auditLog.lines()).toEqual([`${action} bob succeeded`]);
      expect(world.journal.entries.filter((entry) => entry.as !== undefined)).toEqual([]);
    },
  );

  it('leave nothing configured where there was no present one', async ({ expect }) => {
    const world = asked();
    const { state } = await declineNomination(world.ports, { ...proved(bob), facts: anAdmin }, version);
    expect(state).toEqual({ name: 'notConfigured' });
  });

  it('do not show the present one to somebody who was only asked', async ({ expect }) => {
    const world = asked();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser(), nominee };
    const facts = { ...anAdmin, confluenceAdmin: false };
    const view = await declineNomination(world.ports, { ...proved(bob), facts }, version);
    expect(JSON.stringify(view)).not.toContain(boss);
  });

  it('are a conflict if somebody changed it meanwhile', async ({ expect }) => {
    const world = asked();
    expect(await failureFrom(cancelNomination(world.ports, proved(ann), { version: 3 }))).toMatchObject({
      code: 'CONFLICT',
    });
    expect(world.auditLog.attempts).toEqual([]);
  });
});

describe('removing the privileged user', () => {
  it('leaves neither them nor a nominee, and is recorded as about them', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser(), nominee };
    expect(await removePrivilegedUser(world.ports, proved(ann), version)).toMatchObject({
      state: { name: 'notConfigured' },
    });
    expect(world.settings.stored.privilegedUser).toEqual({});
    expect(world.auditLog.attempts).toMatchObject([{ action: 'removePrivilegedUser', caller: ann, accountId: boss }]);
  });

  it('brings the old credentials back to light, if they are there', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    expect(await removePrivilegedUser(world.ports, proved(ann), version)).toMatchObject({
      state: { name: 'legacy' },
      legacyRecord: true,
    });
  });

  it('does nothing that it can not record', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(removePrivilegedUser(world.ports, proved(ann), version))).toEqual({
      code: 'AUDIT_UNAVAILABLE',
    });
    expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser() });
  });

  it('names nobody where there was nobody', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    await removePrivilegedUser(world.ports, proved(ann), version);
    expect(world.auditLog.attempts[0]).not.toHaveProperty('accountId');
  });
});
