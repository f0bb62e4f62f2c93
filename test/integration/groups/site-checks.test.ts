// What the app believes of Atlassian and no document settles, tried on a site that agrees and on sites that do not.
import { beforeEach, describe, expect, it } from 'vitest';

import { ASSUMPTIONS, type Assumption, type SiteCheck } from '../../../src/shared/groups/site-checks';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('confluence-admin'));
});

async function run(payload: { spaceKey?: string } = { spaceKey: 'demo' }) {
  return valueOf(await world.asGlobal('confluence-admin', 'runSiteChecks', payload));
}
function outcomes(checks: SiteCheck[]) {
  return Object.fromEntries(checks.map(({ assumption, outcome }) => [assumption, outcome]));
}
function checkGroups() {
  return [...world.model.groups.values()].filter(({ name }) => name.toLowerCase().startsWith('space-steward-check-'));
}

function contents(rows: Record<string, { content?: unknown }>) {
  return Object.fromEntries(Object.entries(rows).map(([key, { content }]) => [key, content]));
}

const EMPTY = { results: [], start: 0, limit: 200, size: 0 };
type Fault = Parameters<World['faults']['add']>[0];

/** A site on which this assumption, and no other, is false. */
const BREAKS: Record<Assumption, Fault | { storageForgets: string }> = {
  impersonation: {
    on: 'rest',
    operationId: 'getCurrentUser',
    identity: 'impersonated',
    status: 200,
    body: { type: 'known', accountId: '557058:somebody-else' },
  },
  accountStatus: {
    on: 'rest',
    operationId: 'createBulkUserLookup',
    identity: 'app',
    status: 200,
    body: { results: [] },
  },
  adminGroupsAsPrivilegedUser: {
    on: 'rest',
    operationId: 'getGroups',
    identity: 'impersonated',
    path: 'accessType=site-admin',
    status: 200,
    body: EMPTY,
  },
  createGroup: { on: 'rest', operationId: 'createGroup', status: 403 },
  nameInUse: { on: 'rest', operationId: 'createGroup', skip: 1, status: 403 },
  nameInOtherCase: { on: 'rest', operationId: 'createGroup', skip: 2, status: 403 },
  groupByName: { on: 'rest', operationId: 'searchGroups', status: 200, body: EMPTY },
  addMember: { on: 'rest', operationId: 'addUserToGroupByGroupId', status: 403 },
  membershipAtOnce: {
    on: 'rest',
    operationId: 'getGroupMembershipsForUser',
    identity: 'caller',
    status: 200,
    body: EMPTY,
  },
  memberListAtOnce: {
    on: 'rest',
    operationId: 'getGroupMembersByGroupId',
    identity: 'caller',
    status: 200,
    body: { ...EMPTY, totalSize: 0 },
  },
  addAgain: { on: 'rest', operationId: 'addUserToGroupByGroupId', skip: 1, status: 404 },
  removeMember: { on: 'rest', operationId: 'removeMemberFromGroupByGroupId', status: 403 },
  removalAtOnce: {
    on: 'rest',
    operationId: 'getGroupMembershipsForUser',
    identity: 'caller',
    skip: 1,
    status: 403,
  },
  removeAgain: { on: 'rest', operationId: 'removeMemberFromGroupByGroupId', skip: 1, status: 404 },
  deleteGroup: { on: 'rest', operationId: 'removeGroupById', status: 403 },
  deletedGroup: {
    on: 'rest',
    operationId: 'getGroupByGroupId',
    identity: 'impersonated',
    status: 200,
    body: { type: 'group', name: 'still-there', id: 'still-there' },
  },
  spaceByKey: { on: 'rest', operationId: 'getSpaces', status: 200, body: { results: [], _links: {} } },
  provingOperation: { on: 'rest', operationId: 'getSpaceOperations', status: 200, body: { operations: [] } },
  storageKeyInUse: { storageForgets: 'keyPolicy' },
  storageCondition: { storageForgets: 'conditions' },
};

/** Storage that heeds no such demand of a write to the row of the site checks. */
function forget(demand: string): void {
  return world.onStorageRequest((body) =>
    body.includes('"site-check"')
      ? JSON.stringify(JSON.parse(body), (key, value: unknown) => (key === demand ? undefined : value))
      : body,
  );
}

/** Atlassian or storage gives no answer where this assumption is tried. */
function outageOf(assumption: Assumption): Fault {
  if (assumption === 'storageKeyInUse')
    return { on: 'storage', target: '/api/v1/entity/set', entityName: 'setting', skip: 1 };
  if (assumption === 'storageCondition') return { on: 'storage', target: '/api/v1/transaction', entityName: 'setting' };
  const broken = BREAKS[assumption];
  if (!('on' in broken) || broken.on !== 'rest') throw new Error(`Not a call: ${assumption}`);
  const { body: _body, ...rest } = broken;
  return { ...rest, status: 503 };
}

describe('the site checks', () => {
  it('all hold on the demo site', async () => {
    const { checks, report } = await run();
    expect(checks.map(({ assumption }) => assumption)).toEqual(ASSUMPTIONS);
    expect(checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(report).toContain(`Hold: ${String(ASSUMPTIONS.length)} of ${String(ASSUMPTIONS.length)}`);
  });

  it('leave nothing behind, and change nothing but their own group', async () => {
    // The name of the group is noted and forgotten again: only the version of that row tells.
    function now() {
      return { site: world.snapshot().site, settings: contents(world.entity('setting')) };
    }
    const before = now();
    await run();
    expect(now()).toEqual(before);
    const written = world.requests().filter(isWrite);
    expect(written.map(({ operationId, status }) => `${String(operationId)} ${String(status)}`)).toEqual([
      'createGroup 201',
      'createGroup 400',
      'createGroup 400',
      'addUserToGroupByGroupId 201',
      'addUserToGroupByGroupId 400',
      'removeMemberFromGroupByGroupId 204',
      'removeMemberFromGroupByGroupId 204',
      'removeGroupById 204',
    ]);
  });

  it('are in the audit, one entry a write, with who asked', async () => {
    const before = world.auditRows().length;
    await run();
    const rows = world.auditRows().slice(before);
    function line({ action, outcome, code }: (typeof rows)[number]) {
      return [action, outcome, code].join(' ').trim();
    }
    expect(rows.map(line).toSorted()).toEqual([
      'addMember failed AS_EXPECTED',
      'addMember succeeded',
      'removeMember succeeded',
      'removeMember succeeded',
      'writeTestCreate failed AS_EXPECTED',
      'writeTestCreate failed AS_EXPECTED',
      'writeTestCreate succeeded',
      'writeTestDelete succeeded',
    ]);
    expect(new Set(rows.map(({ caller }) => caller))).toEqual(new Set([world.id('confluence-admin')]));
  });

  it.for(ASSUMPTIONS)(
    'turn the line of %s red on a site where it is false, and leave the rest alone',
    async (assumption) => {
      const fault = BREAKS[assumption];
      if ('storageForgets' in fault) forget(fault.storageForgets);
      else world.faults.add(fault);
      const { checks, report } = await run();
      expect(outcomes(checks)[assumption]).toBe('broken');
      expect(checks.filter(({ outcome }) => outcome === 'broken')).toHaveLength(1);
      expect(report).toContain(`  ${assumption}: broken (`);
      expect(world.faults.list(), 'faults that did not strike').toEqual([]);
    },
  );

  it('call an outage not tried, and what depends on it too', async () => {
    world.faults.add({ on: 'rest', operationId: 'createGroup', status: 503, times: 5 });
    const { checks } = await run();
    expect(outcomes(checks)).toMatchObject({ createGroup: 'notRun', nameInUse: 'notRun', deletedGroup: 'notRun' });
    expect(outcomes(checks)).toMatchObject({ provingOperation: 'holds', storageCondition: 'holds' });
  });

  it.for(ASSUMPTIONS)('never call %s false because Atlassian or storage is out of order', async (assumption) => {
    world.faults.add({ ...outageOf(assumption), times: 5 });
    const { checks, report } = await run();
    const reasons = checks.map((check) => (check.outcome === 'notRun' ? check.why : check.outcome));
    expect(reasons).not.toContain('broken');
    expect(reasons[ASSUMPTIONS.indexOf(assumption)]).toBe('unavailable');
    expect(report).toContain(`  ${assumption}: not tried (unavailable, `);
  });

  it('call a rate limit not tried', async () => {
    world.faults.add({ on: 'rest', operationId: 'getSpaceOperations', status: 429, times: 5 });
    const { checks } = await run();
    expect(checks.find(({ assumption }) => assumption === 'provingOperation')).toMatchObject({
      why: 'rateLimited',
    });
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
  });

  it('call what a scope that awaits approval is needed for not tried', async () => {
    world.forge.setUnapproved(['write:group:confluence']);
    const { checks } = await run();
    expect(checks.find(({ assumption }) => assumption === 'createGroup')).toMatchObject({ why: 'notApproved' });
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
  });

  it('leave the group to the daily check if it could not be deleted', async () => {
    world.faults.add({ on: 'rest', operationId: 'removeGroupById', status: 403 });
    await run();
    expect(checkGroups()).toHaveLength(1);
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
  });

  it('leave the group to the hourly run if the answer to its creation was lost', async () => {
    world.faults.add({ on: 'rest', operationId: 'createGroup', drop: 'after' });
    expect(outcomes((await run()).checks)['createGroup']).toBe('notRun');
    expect(checkGroups()).toHaveLength(1);
    world.advance(15 * 60_000);
    await world.runScheduled('hourly-audit-settling');
    expect(checkGroups()).toEqual([]);
  });

  it('write nothing while the audit can not be written', async () => {
    world.faults.add({ on: 'storage', entityName: 'audit-entry', times: 50 });
    expect(outcomes((await run()).checks)['createGroup']).toBe('notRun');
    expect(world.requests().filter(isWrite)).toEqual([]);
  });

  it('never touch the membership of the privileged user', async () => {
    const { checks } = valueOf(await world.asGlobal('site-admin', 'runSiteChecks', {}));
    const reasons = checks.flatMap((check) => (check.outcome === 'notRun' ? [`${check.assumption} ${check.why}`] : []));
    expect(reasons).toHaveLength(9);
    expect(reasons).toContain('addMember callerIsPrivilegedUser');
    expect(reasons).toContain('provingOperation noSpaceNamed');
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
  });

  it('do not run without a privileged user who works', async () => {
    valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: 1 }));
    expect(errorOf(await world.asGlobal('confluence-admin', 'runSiteChecks', {}))).toMatchObject({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
    });
  });

  it('say at the field that a space key is none, before anything is tried', async () => {
    expect(errorOf(await world.asGlobal('confluence-admin', 'runSiteChecks', { spaceKey: 'no key' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'spaceKey' }],
    });
    expect(world.requests()).toEqual([]);
  });

  it('answer with no name, email or id of anybody', async () => {
    const { report } = await run();
    const people = [...world.model.accounts.values()].filter(({ accountType }) => accountType !== 'app');
    for (const { accountId, name, email } of people) {
      for (const word of [accountId, name, email]) expect(report).not.toContain(word);
    }
  });
});
