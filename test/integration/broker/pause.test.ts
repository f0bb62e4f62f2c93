// All changes are paused: no door and no schedule makes a call as the privileged user, and reading goes on.
import { beforeEach, describe, expect, it } from 'vitest';

import { globalSettings } from '../../../src/entry/global-settings';
import { spaceSettings } from '../../../src/entry/space-settings';
import { prepareChanges } from '../../support/changes';
import { asThemselves, aWorldOfCustomers, CUSTOMER_CALLS } from '../../support/customer-calls';
import { errorOf, isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';
import { aWorldToAttack, refusalIn } from '../../support/integration-denials';
import { onGlobalSettings, onSpaceSettings } from '../../support/payloads';
import { onDemoGroup, onDemoSite } from '../../support/subjects';
import { prepareTakeovers } from '../../support/takeovers';

/** What waits; everything else is answered as ever. */
const WAITS = [
  'savePrivilegedUser acceptNomination checkPrivilegedUser runSiteChecks',
  'findGroups resolveTakeover planTakeover transferGroup setGroupDeletable',
  'createGroup deleteGroup addMembers removeMembers undoChange',
  'planPeople planPersonRemoval planUndo mayChangeGroup',
  'createCustomers createByRule',
].flatMap((keys) => keys.split(' '));

function expected(key: string) {
  return WAITS.includes(key) || key === 'createCustomer over HTTP' ? /^CHANGES_PAUSED$/ : /^allowed/;
}
function asPrivilegedUser(world: Pick<World, 'requests'>) {
  return world.requests().filter(isPrivileged);
}

describe('on the global page', () => {
  it.each(Object.keys(globalSettings) as (keyof typeof globalSettings)[])('%s', async (key) => {
    const world = await aWorldToAttack();
    valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
    if (key.endsWith('Nomination')) {
      world.model.addMember(world.groupId('confluence-admins'), world.id('person-01'));
      const nominate = { accountId: world.id('site-admin'), version: 1 };
      valueOf(await world.asGlobal('person-01', 'savePrivilegedUser', nominate));
    }
    if (key.includes('Takeover')) await prepareTakeovers(world);
    await world.setPaused(true);
    const { version } = world.entity('setting')['privileged-user'] as { version: number };
    world.advance(61_000);
    const about = { ...onDemoSite(world, world.demoGroup), version, versionWithNominee: version };
    const answer = await world.call('global-settings', key, onGlobalSettings[key](about), 'site-admin');
    expect(refusalIn(answer)).toMatch(expected(key));
    const isResumed = key === 'resumeChanges';
    expect(isResumed ? [] : asPrivilegedUser(world)).toEqual([]);
  });
});

describe('on the space page', () => {
  it.each(Object.keys(spaceSettings) as (keyof typeof spaceSettings)[])('%s', async (key) => {
    const world = await aWorldToAttack();
    const about = { groupId: world.demoGroup, accountIds: [world.id('person-02')] };
    const { people } = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', about));
    await prepareChanges(world, world.demoGroup);
    if (key === 'assignRole') world.model.setMode('ROLES_TRANSITION');
    await world.setPaused(true);
    world.site.clearRequests();
    const { attemptId = '' } = people[0] ?? {};
    const payload = onSpaceSettings[key]({ ...onDemoGroup(world, world.demoGroup), attemptId });
    const answer = await world.call('space-settings', key, payload, 'space-admin', world.inSpace('DEMO'));
    expect(refusalIn(answer)).toMatch(expected(key));
    expect(asPrivilegedUser(world)).toEqual([]);
  });

  it('says who paused and since when, and a group that is gone isn’t looked for as somebody else', async () => {
    const world = await aWorldToAttack();
    await world.setPaused(true);
    const { manage } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    const pause = { by: world.id('confluence-admin'), at: expect.any(String) };
    expect(manage).toEqual({ allowed: false, reason: 'paused', pause });
    world.model.deleteGroup(world.demoGroup);
    const gone = await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId: world.demoGroup });
    expect(errorOf(gone)).toEqual({ code: 'NOT_FOUND', what: 'group', notChecked: true });
    expect(asPrivilegedUser(world)).toEqual([]);
  });
});

describe('for customers', () => {
  it.each(CUSTOMER_CALLS.map((call) => [`${call.door}: ${call.key}`, call] as const))('%s', async (_name, call) => {
    const world = await aWorldOfCustomers();
    const handle = call.door === 'customerSettings' ? 'site-admin' : 'agent';
    await world.setPaused(true);
    // The last look at the right of the privileged user is old by now.
    world.advance(61_000);
    expect(await call.run(world, asThemselves(world, call, handle))).toMatch(expected(call.key));
    expect(asPrivilegedUser(world)).toEqual([]);
  });
});

const SCHEDULES = ['daily-health-check', 'hourly-audit-settling', 'weekly-personal-data'];

describe('on a schedule', () => {
  it('nothing is done as the privileged user; once resumed, all of it is', async () => {
    const world = await aWorldOfCustomers();
    await leaveWorkBehind(world);
    await world.setPaused(true);
    world.advance(11 * 60_000);
    for (const key of SCHEDULES) await world.runScheduled(key);
    expect(asPrivilegedUser(world)).toEqual([]);
    expect(checkGroups(world)).toHaveLength(1);
    expect(openAttempts(world)).toContain('addMember');

    await world.setPaused(false);
    expect(asPrivilegedUser(world)).toEqual([]);
    for (const key of SCHEDULES) await world.runScheduled(key);
    expect(asPrivilegedUser(world)).not.toEqual([]);
    expect(checkGroups(world)).toEqual([]);
    expect(openAttempts(world)).toEqual([]);
  });
});

/** A test group that couldn't be deleted, and a change without a known result. */
async function leaveWorkBehind(world: World) {
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  world.onSite(async (request, _identity, pass) => (request.method === 'DELETE' ? failed() : pass()));
  valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
  let isLost = false;
  world.onSite(async (request, identity, pass) => {
    isLost ||= request.method === 'POST' && request.url.includes('/userByGroupId');
    return isLost && identity.kind === 'user' && identity.impersonated ? failed() : pass();
  });
  await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id('person-31')] });
  world.onSite(async (_request, _identity, pass) => pass());
}
async function failed() {
  return new Response('', { status: 504 });
}
function checkGroups(world: World) {
  return [...world.model.groups.values()].filter(({ name }) => name.startsWith('space-steward-check-'));
}
function openAttempts(world: World) {
  return world.auditRows().flatMap(({ action, outcome }) => (outcome === 'open' ? [action] : []));
}

describe('in the middle of', () => {
  let world: World;
  /** Pauses right before the answer to the first call of this kind. Returns when. */
  function pauseAt(method: string, path: RegExp, laterMs = 1) {
    let pausedAt = Infinity;
    world.onSite(async (request, _identity, pass) => {
      const answer = await pass();
      if (pausedAt < Infinity || request.method !== method || !path.test(new URL(request.url).pathname)) return answer;
      pausedAt = Date.now();
      const version = Number(world.entity('setting')['privileged-user']?.['version']);
      valueOf(await world.asGlobal('confluence-admin', 'pauseChanges', { version }));
      world.advance(laterMs);
      return answer;
    });
    return () => world.requests().filter((row) => isPrivileged(row) && row.startedAt > pausedAt);
  }
  beforeEach(async () => {
    world = await openSandbox();
    await world.configure();
  });

  it('25 people: those of the batch that was under way are added, the rest isn’t tried, and the answer says why', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    const accountIds = Array.from({ length: 25 }, (_, index) => world.id(`person-${String(index + 20)}`));
    const after = pauseAt('POST', /\/userByGroupId$/, 0);
    const result = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    const outcomes = result.people.map(({ outcome }) => outcome);
    expect(outcomes).toEqual([...Array<string>(10).fill('added'), ...Array<string>(15).fill('notAttempted')]);
    expect(result.stoppedBy).toEqual({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' });
    expect(world.model.groups.get(groupId)?.members.size).toBe(10);
    expect(after()).toEqual([]);
    expect(refusalsIn(world)).toEqual([['addMember', 'CHANGES_PAUSED']]);
  });

  it('25 people, slowly: what isn’t sent within five seconds isn’t tried', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    const accountIds = Array.from({ length: 25 }, (_, index) => world.id(`person-${String(index + 20)}`));
    const after = pauseAt('POST', /\/userByGroupId$/, 5001);
    const result = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    expect(result.stoppedBy).toEqual({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' });
    expect(result.people.filter(({ outcome }) => outcome === 'added').length).toBeLessThan(10);
    expect(after()).toEqual([]);
    expect(openAttempts(world)).toEqual([]);
  });

  it('25 customers: the five under way end, the rest isn’t tried, and each says why', async () => {
    await world.allowCustomers('SUP', { dailyPerAgent: 100 });
    const people = Array.from({ length: 25 }, (_, index) => ({ email: `newcomer-${String(index)}@acme.example` }));
    const after = pauseAt('POST', /\/servicedeskapi\/customer$/, 5001);
    const order = { people, organizationIds: [] };
    const result = valueOf(await world.asAgent('agent', 'SUP', 'createCustomers', order));
    expect(result.people.slice(5).map(({ account }) => account)).toEqual(
      Array.from({ length: 20 }, () => ({ outcome: 'notTried', why: 'CHANGES_PAUSED' })),
    );
    expect(after()).toEqual([]);
  });

  it('the site checks: what is left isn’t tried and says why, and their group is deleted once resumed', async () => {
    const after = pauseAt('POST', /\/userByGroupId$/);
    const { checks, report } = valueOf(await world.asGlobal('confluence-admin', 'runSiteChecks', {}));
    expect(after()).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    expect(report).toContain('  removeMember: not tried (changesPaused, FORBIDDEN)');
    expect(checkGroups(world)).toHaveLength(1);
    await world.setPaused(false);
    world.advance(11 * 60_000);
    await world.runScheduled('daily-health-check');
    expect(checkGroups(world)).toEqual([]);
  });

  it('a write test', async () => {
    const after = pauseAt('POST', /\/rest\/api\/group$/);
    const answer = await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {});
    expect(errorOf(answer)).toMatchObject({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' });
    expect(after()).toEqual([]);
  });
});

function refusalsIn(world: World) {
  return world.auditRows().flatMap(({ outcome, action, code }) => (outcome === 'refused' ? [[action, code]] : []));
}
