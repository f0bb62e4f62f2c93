// Groups that a write test made and could not delete.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function state() {
  return valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {})).privilegedUser;
}
function siteAdmin() {
  return world.id('site-admin');
}

describe('the group of a write test that could not be deleted', () => {
  async function leaveOneBehind() {
    let refuse = true;
    world.onSite(async (request, _identity, pass) =>
      refuse && request.method === 'DELETE' ? Response.json({ message: 'No' }, { status: 403 }) : pass(),
    );
    const answer = valueOf(
      await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: siteAdmin(), version: 1 }),
    );
    refuse = false;
    return answer;
  }
  function checkGroups() {
    return [...world.model.groups.values()]
      .map(({ name }) => name)
      .filter((name) => name.startsWith('space-steward-check-'));
  }

  it('is shown, and deleted by the daily check', async () => {
    const answer = await leaveOneBehind();
    expect(checkGroups()).toHaveLength(1);
    expect(answer).toMatchObject({ outcome: 'active', privilegedUser: { leftoverCheckGroups: checkGroups() } });
    expect((await state())?.leftoverCheckGroups).toEqual(checkGroups());
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
    expect((await state())?.leftoverCheckGroups).toEqual([]);
  });

  it('is not forgotten when the privileged user is chosen anew', async () => {
    await leaveOneBehind();
    valueOf(await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: siteAdmin(), version: 2 }));
    expect((await state())?.leftoverCheckGroups).toEqual(checkGroups());
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
  });

  it('is looked for by its name where nothing else was noted', async () => {
    let name = '';
    world.onSite(async (request, _identity, pass) => {
      if (request.method !== 'POST' || new URL(request.url).pathname !== '/wiki/rest/api/group') return pass();
      ({ name } = (await request.clone().json()) as { name: string });
      return new Response('', { status: 504 });
    });
    valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
    world.onSite(async (_request, _identity, pass) => pass());
    // It took effect late.
    world.model.addGroup(name);
    expect(checkGroups()).toEqual([name]);
    world.advance(60_000);
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
  });

  it('is recorded as unchanged if somebody else deleted it first', async () => {
    world.onSite(async (request, _identity, pass) => {
      for (const id of request.method === 'DELETE' ? world.model.groups.keys() : []) {
        if (checkGroups().includes(world.model.groups.get(id)?.name ?? '')) world.model.deleteGroup(id);
      }
      return pass();
    });
    const before = world.auditRows().length;
    valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
    const rows = world.auditRows().slice(before);
    expect(rows.map(({ action, outcome }) => `${action} ${String(outcome)}`).toSorted()).toEqual([
      'writeTestCreate succeeded',
      'writeTestDelete unchanged',
    ]);
  });

  it('are all deleted, whoever left them behind and whatever came between', async () => {
    await leaveOneBehind();
    function choose() {
      return world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: siteAdmin(), version: 2 });
    }
    let tests = 0;
    world.onSite(async (request, _identity, pass) => {
      // In the middle of the first test another one begins and ends, and both leave a group behind.
      const isTest = request.method === 'POST' && new URL(request.url).pathname === '/wiki/rest/api/group';
      if (isTest && (tests += 1) === 1) valueOf(await choose());
      return request.method === 'DELETE' ? Response.json({ message: 'No' }, { status: 403 }) : pass();
    });
    expect(errorOf(await choose())).toEqual({ code: 'CONFLICT', what: 'settings' });
    world.onSite(async (_request, _identity, pass) => pass());
    expect(checkGroups()).toHaveLength(3);
    expect(new Set((await state())?.leftoverCheckGroups)).toEqual(new Set(checkGroups()));
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
    expect((await state())?.leftoverCheckGroups).toEqual([]);
  });

  it('is kept, and what a later look found, when a look that began earlier ends', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    let tests = 0;
    world.onSite(async (request, _identity, pass) => {
      if (request.method === 'DELETE') return Response.json({ message: 'No' }, { status: 403 });
      const isTest = request.method === 'POST' && new URL(request.url).pathname === '/wiki/rest/api/group';
      if (!isTest || (tests += 1) > 1) return pass();
      // Within the look that follows the refusal somebody presses "Check now".
      world.advance(1000);
      valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
      return Response.json({ message: 'No' }, { status: 403 });
    });
    await world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName: 'demo-alpha', confirmSelf: false });
    expect(tests).toBe(2);
    world.onSite(async (_request, _identity, pass) => pass());
    expect(checkGroups()).toHaveLength(1);
    expect(await state()).toMatchObject({ state: { name: 'healthy' }, leftoverCheckGroups: checkGroups() });
  });
});
