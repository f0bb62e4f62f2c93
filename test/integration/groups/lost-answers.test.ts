// Answers of the site that are lost, and what the hourly run makes of them.
import { beforeEach, describe, expect, it } from 'vitest';

import type { Identity } from '../../../sandbox/contract/identity';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}
async function settle() {
  world.advance(3_600_000);
  await world.runScheduled('hourly-audit-settling');
}
function outcomeOf(action: string) {
  return world.auditRows().find((row) => row.action === action)?.['outcome'];
}
/** How the first attempt of this kind ended: outcome, code, what was found. */
function ended(action: string) {
  const row = world.auditRows().find((one) => one.action === action);
  return [row?.['outcome'], row?.['code'], row?.['found']];
}
function writes() {
  return world.requests().filter(isWrite);
}

describe('a write whose answer is lost', () => {
  function isSiteWrite(request: Request, identity: Identity) {
    return request.method !== 'GET' && identity.kind === 'user' && identity.impersonated;
  }
  /** The site does it, or not, and answers 504 either way. */
  function loseAnswers(performed: boolean, after: () => void = () => {}) {
    return world.onSite(async (request, identity, pass) => {
      if (!isSiteWrite(request, identity)) return pass();
      if (performed) await pass();
      after();
      return new Response('', { status: 504 });
    });
  }

  it('is read back, not repeated: a group that came to be is this space’s', async () => {
    loseAnswers(true);
    const { groupId, answerLost } = valueOf(await create());
    expect([groupId, answerLost]).toEqual([world.groupId('demo-alpha'), true]);
    expect(writes()).toHaveLength(1);
    expect(ended('createGroup')).toEqual(['unknown', 'ANSWER_LOST', 'group']);
  });

  it('claims no group that somebody has filled meanwhile: it is left for adoption', async () => {
    loseAnswers(true, () => world.model.addMember(world.groupId('demo-alpha'), world.id('member')));
    expect(errorOf(await create())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    await settle();
    expect(outcomeOf('createGroup')).toBe('unknown');
    expect(world.entity('group-record')).toEqual({});
  });

  it('claims no group that was there before, though nobody but the privileged user is shown it', async () => {
    world.model.addGroup('demo-alpha');
    world.onSite(async (request, identity, pass) => {
      if (isSiteWrite(request, identity)) return new Response('', { status: 504 });
      const isHidden = request.url.includes('/group/picker') && !(identity.kind === 'user' && identity.impersonated);
      return isHidden ? Response.json({ results: [], start: 0, limit: 200, size: 0, _links: {} }) : pass();
    });
    expect(errorOf(await create())).toEqual({ code: 'CONFLICT', what: 'groupName' });
    expect(world.entity('group-record')).toEqual({});
  });

  it('is not repeated if it did not take place; the hourly run says what it found', async () => {
    let sent = 0;
    loseAnswers(false, () => (sent += 1));
    expect(errorOf(await create())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    expect(sent).toBe(1);
    expect(outcomeOf('createGroup')).toBe('open');
    await settle();
    expect(ended('createGroup')).toEqual(['unknown', 'SETTLED_LATER', 'noGroup']);
  });

  it.each([
    [true, 'memberNow', ['unknown', 'ANSWER_LOST', 'member']],
    [false, 'unknown', ['open', undefined, undefined]],
  ])('adds a person, performed: %s', async (performed, shown, audited) => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    loseAnswers(performed);
    const accountIds = [world.id('person-01')];
    const { people } = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    expect(people).toMatchObject([{ outcome: shown }]);
    expect(ended('addMember')).toEqual(audited);
    const reads = world.privilegedCalls().filter((row) => !isWrite(row));
    expect(reads.map(({ operationId }) => operationId)).toEqual(['getGroupMembershipsForUser']);
  });

  it.each([
    ['after', ['added', 'memberNow', 'added', 'added', 'added', 'added']],
    ['before', ['added', 'unknown', 'added', 'added', 'added', 'notAttempted']],
  ] as const)('ends the rest only if its effect isn’t there: lost %s it', async (drop, outcomes) => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.faults.add({ on: 'rest', operationId: 'addUserToGroupByGroupId', drop, skip: 1, times: 1 });
    const accountIds = ['01', '02', '03', '04', '05', '06'].map((number) => world.id(`person-${number}`));
    const { people } = valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    expect(people.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('deletes a group: a look at the site finds it gone, and says no more', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    loseAnswers(true);
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload))).toEqual({
      deleted: false,
      answerLost: true,
    });
    expect(ended('deleteGroup')).toEqual(['unknown', 'ANSWER_LOST', 'noGroup']);
    expect(world.entity('group-record')).toEqual({});
  });

  it('does not delete a group: the attempt stays open until the hourly run has looked', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    loseAnswers(false);
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload))).toMatchObject({
      changed: 'unknown',
    });
    await settle();
    expect(ended('deleteGroup')).toEqual(['unknown', 'SETTLED_LATER', 'group']);
    expect(Object.keys(world.entity('group-record'))).toEqual([groupId]);
  });

  it('tests a privileged user: refused as not checkable, and its group is gone within the hour at the latest', async () => {
    loseAnswers(true);
    const payload = { accountId: world.id('site-admin'), version: 1 };
    const answer = valueOf(await world.asGlobal('site-admin', 'savePrivilegedUser', payload));
    expect(answer).toMatchObject({
      outcome: 'refused',
      checks: [{}, {}, {}, { name: 'writeTest', outcome: 'unclear' }],
    });
    function checkGroups() {
      return [...world.model.groups.values()].filter(({ name }) => name.startsWith('space-steward-'));
    }
    world.onSite(async (_request, _identity, pass) => pass());
    await settle();
    expect(checkGroups()).toEqual([]);
  });
});

describe('a write test that the hourly run has to settle', () => {
  async function openTest(performed: boolean) {
    world.onSite(async (request, _identity, pass) => {
      if (request.method === 'GET' || request.url.endsWith('/users-bulk')) return pass();
      if (request.method === 'DELETE') return Response.json({ message: 'No' }, { status: 403 });
      if (performed) await pass();
      return new Response('', { status: 504 });
    });
    const payload = { accountId: world.id('site-admin'), version: 1 };
    world.advance(1);
    expect(valueOf(await world.asGlobal('site-admin', 'savePrivilegedUser', payload)).outcome).toBe('refused');
  }
  function last() {
    return world.auditRows().findLast(({ action }) => action === 'writeTestCreate');
  }

  it('is not said to have succeeded if there is no group to show for it', async () => {
    await openTest(false);
    await settle();
    expect(last()).toMatchObject({ outcome: 'unknown' });
  });

  it('is not said to have failed if its group stands and can’t be deleted', async () => {
    await openTest(true);
    await settle();
    expect(last()).toMatchObject({ outcome: 'succeeded' });
  });
});

describe('Atlassian asking to wait', () => {
  it('is passed on, and nothing is left open', async () => {
    world.onSite(async (request, _identity, pass) =>
      request.method === 'POST' ? new Response('', { status: 429, headers: { 'retry-after': '120' } }) : pass(),
    );
    expect(errorOf(await create())).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 120, changed: 'nothing' });
    expect(outcomeOf('createGroup')).toBe('failed');
  });
});
