// What the app notices of its privileged user, and where it says so.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function state() {
  return valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {})).privilegedUser;
}
async function manage() {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {})).manage;
}
async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}
function siteAdmin() {
  return world.id('site-admin');
}

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** What Forge says counts once it says so again, after a minute; whether somebody may manage groups is what a write test shows. */
type Noticed = 'at once' | 'the second time' | 'by a write test';

const TROUBLES: readonly [what: string, trouble: () => void, name: string, cause: string, noticed: Noticed][] = [
  ['is deactivated', () => world.model.setStatus(siteAdmin(), 'inactive'), 'unusable', 'deactivated', 'at once'],
  ['has left', () => world.model.setStatus(siteAdmin(), 'closed'), 'unusable', 'left', 'at once'],
  [
    'may not open Confluence any more',
    () => world.model.removeMember(world.groupId('confluence-users'), siteAdmin()),
    'unusable',
    'noAppAccess',
    'the second time',
  ],
  [
    'can’t be acted for, as the app is not shared',
    () => world.forge.setShared(false),
    'unusable',
    'noAppAccess',
    'the second time',
  ],
  [
    'is no site admin any more',
    () => world.model.removeMember(world.groupId('site-admins'), siteAdmin()),
    'lacksPermission',
    'lacksPermission',
    'by a write test',
  ],
  [
    'may not be used until an admin approves the scopes',
    () => world.forge.setUnapproved(['write:group:confluence', 'read:content-details:confluence']),
    'notApproved',
    'notApproved',
    'at once',
  ],
];

describe.each(TROUBLES)('a privileged user who %s', (_what, trouble, name, cause, noticed) => {
  function manageRefused() {
    return { allowed: false, reason: cause, accountId: siteAdmin(), askAccountId: siteAdmin() };
  }
  function unavailable() {
    return { code: 'PRIVILEGED_USER_UNAVAILABLE', cause, accountId: siteAdmin() };
  }
  function succeeded() {
    return world.requests().filter((row) => isWrite(row) && row.status < 400);
  }
  /** Does it once more, a minute later, where once is not enough. Answers what the space page said in between. */
  async function again(act: () => Promise<unknown>): Promise<unknown> {
    if (noticed !== 'the second time') return { allowed: true };
    const between = await manage();
    world.advance(MINUTE);
    await act();
    return between;
  }

  it('is found out by the daily check, with nobody present', async () => {
    trouble();
    if (noticed === 'by a write test') world.advance(WEEK);
    await world.runScheduled('daily-health-check');
    const firstTime = await again(() => world.runScheduled('daily-health-check'));
    expect(firstTime).toEqual({ allowed: true });
    expect(await manage()).toEqual(manageRefused());
    expect(errorOf(await create())).toEqual(unavailable());
    expect(succeeded()).toEqual([]);
  });

  it('is found out by the first write, which changes nothing and is not tried again', async () => {
    trouble();
    expect(errorOf(await create())).toEqual(unavailable());
    expect(world.requests().filter(isWrite).length).toBeLessThanOrEqual(noticed === 'by a write test' ? 2 : 1);
    expect(succeeded()).toEqual([]);
    const firstTime = await again(create);
    expect(firstTime).toEqual({ allowed: true });
    expect(await manage()).toEqual(manageRefused());
    const attempts = world.auditRows().filter(({ action }) => action === 'createGroup');
    // Whoever can't even be asked as is found out before anything is attempted.
    expect(attempts.map((row) => [row['outcome'], row['code']])).toEqual(
      name === 'unusable' ? [] : [['failed', 'PRIVILEGED_USER_UNAVAILABLE']],
    );
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'readSpaceSupport', {}))).toMatchObject({ state: name });
  });
});

describe('the global page', () => {
  it.each(TROUBLES.filter(([, , name]) => name === 'unusable'))(
    'tells a Confluence admin that the privileged user %s',
    async (_what, trouble, name, cause, noticed) => {
      trouble();
      if (noticed === 'the second time') {
        await state();
        world.advance(MINUTE);
      }
      expect((await state())?.state).toEqual({ name, accountId: siteAdmin(), cause });
      expect(valueOf(await world.asGlobal('confluence-admin', 'readSupport', {}))).toMatchObject({ state: name });
    },
  );

  it('makes no write test when it is opened, only on “Check now”', async () => {
    world.model.removeMember(world.groupId('site-admins'), siteAdmin());
    world.advance(2 * WEEK);
    world.site.clearRequests();
    expect((await state())?.checks[2]).toMatchObject({ name: 'siteAdminGroup', outcome: 'hint' });
    expect((await state())?.state.name).toBe('healthy');
    expect(world.requests().filter(isWrite)).toEqual([]);
    const checked = valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
    expect(checked.state.name).toBe('lacksPermission');
    expect(checked.checks.at(-1)).toMatchObject({ name: 'writeTest', outcome: 'failed' });
  });

  it('takes an organization admin who is in no group, and no one because of a group', async () => {
    for (const handle of ['org-admin', 'former-org-admin'])
      world.model.addMember(world.groupId('confluence-admins'), world.id(handle));
    async function choose(handle: string) {
      return valueOf(await world.asGlobal(handle, 'savePrivilegedUser', { accountId: world.id(handle), version: 1 }));
    }
    expect(await choose('former-org-admin')).toMatchObject({
      outcome: 'refused',
      checks: [{}, {}, { name: 'siteAdminGroup', outcome: 'passed' }, { name: 'writeTest', cause: 'lacksPermission' }],
    });
    expect(await choose('org-admin')).toMatchObject({
      outcome: 'active',
      privilegedUser: { checks: [{}, {}, { name: 'siteAdminGroup', outcome: 'hint' }, { outcome: 'passed' }] },
    });
    await world.runScheduled('daily-health-check');
    expect(await manage()).toEqual({ allowed: true });
  });

  it('is well again as soon as the privileged user is', async () => {
    world.model.setStatus(siteAdmin(), 'inactive');
    expect((await state())?.state.name).toBe('unusable');
    world.model.setStatus(siteAdmin(), 'active');
    expect((await state())?.state.name).toBe('healthy');
    expect(await manage()).toEqual({ allowed: true });
  });
});

describe('a privileged user who is deactivated between two calls', () => {
  it('lets the first call pass and nothing after it', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    async function add(handle: string) {
      return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id(handle)] });
    }
    expect(valueOf(await add('person-30')).people).toMatchObject([{ outcome: 'added' }]);
    world.model.setStatus(siteAdmin(), 'inactive');
    world.advance(1);
    expect(errorOf(await add('person-31'))).toMatchObject({ cause: 'deactivated' });
    expect(errorOf(await add('person-32'))).toMatchObject({ cause: 'deactivated' });
    expect([...world.model.group('demo-alpha').members]).toEqual([world.id('person-30')]);
    const targets = world.auditRows().filter(({ action }) => action === 'addMember');
    expect(targets.map((row) => row['outcome'])).toEqual(['succeeded']);
  });

  it('stops twenty-five people after the first five, who were under way', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.onSite(async (request, identity, pass) => {
      // From the first write on.
      if (request.url.includes('/userByGroupId')) world.model.setStatus(siteAdmin(), 'inactive');
      return pass();
    });
    const accountIds = Array.from({ length: 25 }, (_, index) => world.id(`person-${String(index + 20)}`));
    const { people, stoppedBy } = valueOf(
      await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }),
    );
    expect(stoppedBy).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    expect(people.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'failed'),
      ...Array.from({ length: 20 }, () => 'notAttempted'),
    ]);
  });
});
