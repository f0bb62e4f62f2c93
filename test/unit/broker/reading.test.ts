import { describe, it } from 'vitest';

import { readAudit } from '../../../src/broker/audit/read-audit';
import { readSpaceSupport } from '../../../src/broker/support/read-space-support';
import { readSupport as readSupportWith } from '../../../src/broker/support/read-support';
import type { Ports } from '../../../src/entry/call/ports';
import { readSpaceAudit } from '../../../src/groups/audit/read-space-audit';
import { listGroups } from '../../../src/groups/managed/list-groups';
import { openGroup } from '../../../src/groups/managed/open-group';
import { countMembers } from '../../../src/groups/members/count-members';
import { isMember } from '../../../src/groups/members/is-member';
import { listMembers } from '../../../src/groups/members/list-members';
import { readMembers } from '../../../src/groups/members/read-members';
import { countManaged } from '../../../src/groups/support/count-managed';
import { AccountId } from '../../../src/shared/ids';
import {
  aCheck,
  anAccount,
  ann,
  anObservation,
  aPrivilegedUser,
  aGroup,
  bob,
  boss,
  devId,
  EARLIER,
  failureFrom,
  hrId,
} from '../../support/ports/builders';
import { aWorld } from '../../support/ports/world';

function readSupport(ports: Ports, by: { caller: AccountId }) {
  return readSupportWith(ports, by, () => countManaged(ports));
}

describe('a group of the space', () => {
  it('is shown under its present name, with its first members', async ({ expect }) => {
    const world = aWorld();
    const { groupId } = world.owns({ name: 'dev-renamed' }, [ann, bob], { groupName: 'dev-writers' });
    expect(await openGroup(world.ports, world.inDev, { groupId })).toMatchObject({
      group: { groupName: 'dev-renamed' },
      callerIsMember: true,
      members: { accountIds: ['ann', 'bob'], total: 2 },
    });
    expect(await countMembers(world.ports, world.inDev, { groupIds: [groupId] })).toMatchObject({
      groups: [{ groupId, members: 2 }],
    });
    expect(await isMember(world.ports, world.inDev, { groupId, accountId: boss })).toEqual({
      isMember: false,
      account: 'active',
    });
    expect(await listMembers(world.ports, world.inDev, { groupId, start: 0 })).toMatchObject({ total: 2 });
    expect(world.journal.entries.filter((entry) => entry.as !== undefined)).toEqual([]);
  });

  it.for([
    ['inactive', { isMember: true, account: 'deactivated' }],
    ['unknown', { isMember: true, account: 'active' }],
    ['closed', { isMember: true, account: 'notShown' }],
  ] as const)('tells of a member whose account is %s', async ([status, answer], { expect }) => {
    const world = aWorld();
    const { groupId } = world.owns({}, [bob]);
    world.site.accounts.set(bob, anAccount(bob, { status }));
    expect(await isMember(world.ports, world.inDev, { groupId, accountId: bob })).toEqual(answer);
    world.site.accounts.delete(bob);
    expect(await isMember(world.ports, world.inDev, { groupId, accountId: bob })).toMatchObject({
      account: 'notShown',
    });
  });

  it('that the caller doesn’t see is not counted as empty', async ({ expect }) => {
    const world = aWorld();
    const { groupId } = world.owns({}, [bob]);
    const empty = world.owns({ groupId: 'g-empty', name: 'dev-empty' }).groupId;
    world.site.hiddenFromCaller.add(groupId);
    const { groups } = await countMembers(world.ports, world.inDev, { groupIds: [groupId, empty] });
    expect(groups.map((group) => ['members' in group, group.members])).toEqual([
      [false, undefined],
      [true, 0],
    ]);
  });

  it('that is gone is not shown as empty', async ({ expect }) => {
    const world = aWorld();
    const { groupId } = world.owns();
    world.site.groups.delete(groupId);
    expect(await failureFrom(openGroup(world.ports, world.inDev, { groupId }))).toEqual({
      code: 'NOT_FOUND',
      what: 'group',
    });
  });

  it('is read only if it belongs to this space; nothing is asked about any other', async ({ expect }) => {
    const world = aWorld();
    const { groupId } = world.owns({}, [bob], { spaceId: hrId });
    const reads = [
      openGroup(world.ports, world.inDev, { groupId }),
      countMembers(world.ports, world.inDev, { groupIds: [groupId] }),
      listMembers(world.ports, world.inDev, { groupId, start: 0 }),
      readMembers(world.ports, world.inDev, { groupId, start: 0 }),
      isMember(world.ports, world.inDev, { groupId, accountId: bob }),
    ];
    for (const read of reads) {
      expect(await failureFrom(read)).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' });
    }
    expect(world.journal.lines()).toEqual([]);
  });

  it('is listed 25 at a time', async ({ expect }) => {
    const world = aWorld();
    for (let n = 10; n < 36; n += 1) world.owns({ groupId: `g-${String(n)}`, name: `dev-${String(n)}` });
    const first = await listGroups(world.ports, world.inDev, {});
    expect(first.groups).toHaveLength(25);
    expect(await listGroups(world.ports, world.inDev, { after: first.next })).toMatchObject({
      groups: [{ groupName: 'dev-35' }],
    });
  });
});

describe('the audit', () => {
  function withEntries() {
    const world = aWorld();
    const entry = { at: EARLIER, action: 'addMember', caller: ann, accountId: bob } as const;
    world.auditLog.attempts.push({ ...entry, id: 'ours', spaceId: devId }, { ...entry, id: 'theirs', spaceId: hrId });
    return world;
  }

  it('of a space holds its entries alone, whatever filter is sent', async ({ expect }) => {
    const world = withEntries();
    const forged: object = { spaceId: hrId, caller: ann };
    const { rows } = await readSpaceAudit(world.ports, world.inDev, { filter: forged });
    expect(rows.map(({ id }) => id)).toEqual(['ours']);
  });

  it('of the site holds all of them', async ({ expect }) => {
    const { rows } = await readAudit(withEntries().ports, undefined, { filter: { target: bob } });
    expect(rows.map(({ id }) => id)).toEqual(['ours', 'theirs']);
  });
});

describe('the support report', () => {
  const named = AccountId.parse('557058:person-of-flesh');
  function full() {
    const world = aWorld();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser({ accountId: named, setBy: named }) };
    world.settings.stored.observation = anObservation({
      accountId: named,
      checks: [aCheck('account', 'failed', 'deactivated')],
      leftoverCheckGroups: [{ groupId: 'g-left', groupName: 'space-steward-check-0123456789ab' }],
    });
    world.owns({ groupId: 'g-secret', name: 'secret-writers' }, [], { recordedBy: named });
    world.auditLog.attempts.push({
      id: 'a1',
      at: EARLIER,
      action: 'addMember',
      caller: named,
      groupName: 'secret-writers',
    });
    return world;
  }

  it('tells migration, state, checks and counts', async ({ expect }) => {
    const view = await readSupport(full().ports, { caller: ann });
    expect(view).toMatchObject({ migration: 'migrated', state: 'unusable', checkedAt: EARLIER });
    expect(view.report.split('\n')).toEqual([
      'Space Steward support report',
      'Made: 2026-11-21T10:00:00.000Z',
      'App version: 1.2.3 (DEVELOPMENT)',
      'Migration: migrated',
      'Privileged user: unusable (deactivated)',
      'Changes: not paused',
      `Last checked: ${EARLIER}`,
      'Checks:',
      '  account: failed (deactivated)',
      'Groups managed: 1 in 1 spaces',
      'Changes without a known result: 1',
    ]);
  });

  it('holds no account, group, space or name, for the site as for a space', async ({ expect }) => {
    const world = full();
    const reports = `${(await readSupport(world.ports, { caller: ann })).report}\n${(await readSpaceSupport(world.ports)).report}`;
    for (const word of [named, 'secret', 'g-left', 'space-steward-check', 'DEV', 'Development\n', ' 10 ']) {
      expect(reports.replaceAll('(DEVELOPMENT)', '')).not.toContain(word);
    }
  });

  it('tells only the privileged user that they are it', async ({ expect }) => {
    const { ports } = full();
    expect((await readSupport(ports, { caller: named })).isPrivilegedUser).toBe(true);
    expect((await readSupport(ports, { caller: ann })).isPrivilegedUser).toBe(false);
    expect((await readSupport(aWorld().ports, { caller: ann })).isPrivilegedUser).toBe(false);
  });

  it('says since when changes are paused, to space admins too, and not by whom', async ({ expect }) => {
    const world = full();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser(), paused: { by: named, at: EARLIER } };
    const [ofSite, ofSpace] = [await readSupport(world.ports, { caller: ann }), await readSpaceSupport(world.ports)];
    for (const { state, report } of [ofSite, ofSpace]) {
      expect(state).toBe('paused');
      expect(report).toContain(`Privileged user: paused\nChanges: paused since ${EARLIER}\n`);
      expect(report).not.toContain(named);
    }
  });

  it('for a space admin counts nothing of the site', async ({ expect }) => {
    const { state, report } = await readSpaceSupport(full().ports);
    expect(state).toBe('unusable');
    expect(report).not.toMatch(/Groups managed|Changes without/);
  });

  it('tells how far the site is from the old credentials', async ({ expect }) => {
    const world = aWorld();
    async function migration(legacy: boolean) {
      world.legacyCredentials.stored = legacy;
      return (await readSupport(world.ports, { caller: ann })).migration;
    }
    expect([await migration(false), await migration(true)]).toEqual(['migrated', 'stillLegacy']);
    world.settings.stored.privilegedUser = { nominee: { accountId: bob, nominatedBy: ann, nominatedAt: EARLIER } };
    expect(await migration(true)).toBe('waiting');
    world.settings.stored.privilegedUser = {};
    expect([await migration(false), await migration(true)]).toEqual(['neverConfigured', 'stillLegacy']);
  });

  it('counts at least so many where there are more groups than it reads', async ({ expect }) => {
    const world = aWorld();
    for (let n = 0; n < 201; n += 1) world.owns({ groupId: `g-${String(n)}`, name: `dev-${String(n)}` });
    expect((await readSupport(world.ports, { caller: ann })).report).toContain(
      'Groups managed: at least 200 in at least 1 spaces',
    );
  });

  it('counts memberships made with the app, at least so many where there are more than it reads', async ({
    expect,
  }) => {
    const world = full();
    function hold(count: number) {
      for (let n = 0; n < count; n += 1) {
        const { groupId } = aGroup({ groupId: `g-${String(n)}` });
        const fact = { groupId, accountId: bob, spaceId: devId, since: EARLIER, by: ann, attemptId: 'a' };
        world.memberships.stored.set(`${groupId}:${bob}`, fact);
      }
    }
    async function reported() {
      return (await readSupport(world.ports, { caller: ann })).report.split('\n').at(-2);
    }
    hold(3);
    expect(await reported()).toBe('Memberships made with the app: 3');
    hold(801);
    expect(await reported()).toBe('Memberships made with the app: at least 800');
  });

  it('shows no checks of a privileged user who was removed', async ({ expect }) => {
    const world = full();
    world.settings.stored.privilegedUser = {};
    const view = await readSupport(world.ports, { caller: ann });
    expect(view.checks).toEqual([]);
    expect(view.report).toContain('Last checked: never');
  });
});
