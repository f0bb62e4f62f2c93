// A write that Confluence refuses may be about one group only: what the app then says of the group, and of its privileged user.
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
async function manage() {
  return valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {})).manage;
}
async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}

describe('a refusal that concerns one group', () => {
  function refuseWrites() {
    return world.onSite(async (request, _identity, pass) =>
      request.method !== 'GET' && request.url.includes('/userByGroupId')
        ? Response.json({ statusCode: 403, message: 'No' }, { status: 403 })
        : pass(),
    );
  }

  it('leaves the privileged user healthy and marks the group', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.advance(61_000);
    refuseWrites();
    const { stoppedBy } = valueOf(
      await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id('member')] }),
    );
    expect(stoppedBy).toEqual({ code: 'ATLASSIAN_REFUSED' });
    expect(await manage()).toEqual({ allowed: true });
    const [group] = valueOf(await world.asSpace('space-admin', 'DEMO', 'listGroups', {})).groups;
    expect(group?.refused).toMatchObject({ action: 'addMember' });
  });

  it('is forgotten as soon as the operation works again', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.advance(61_000);
    refuseWrites();
    const payload = { groupId, accountIds: [world.id('member')] };
    await world.asSpace('space-admin', 'DEMO', 'addMembers', payload);
    world.onSite(async (_request, _identity, pass) => pass());
    valueOf(await world.asSpace('space-admin', 'DEMO', 'removeMembers', { ...payload, confirmSelf: false }));
    async function mark() {
      return valueOf(await world.asSpace('space-admin', 'DEMO', 'listGroups', {})).groups[0]?.refused;
    }
    expect(await mark()).toMatchObject({ action: 'addMember' });
    valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', payload));
    expect(await mark()).toBeUndefined();
  });

  it('does not undo what a site admin changed meanwhile', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.advance(61_000);
    world.onSite(async (request, identity, pass) => {
      const isTheirs = identity.kind === 'user' && identity.impersonated;
      if (!isTheirs || request.method === 'GET' || !request.url.includes('/userByGroupId')) return pass();
      valueOf(await world.asGlobal('site-admin', 'setGroupDeletable', { groupId, deletable: false }));
      return Response.json({ message: 'No' }, { status: 403 });
    });
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id('member')] });
    expect(world.entity('group-record')[groupId]).toMatchObject({ deletable: false, refused: { action: 'addMember' } });
  });

  it('tells that writing awaits approval, on every page, until a look finds that it works', async () => {
    world.advance(61_000);
    world.forge.setUnapproved(['write:group:confluence']);
    expect(errorOf(await create())).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' });
    expect(await manage()).toMatchObject({ allowed: false, reason: 'notApproved' });
    expect(await state()).toMatchObject({ state: { name: 'notApproved' } });
    world.forge.setUnapproved([]);
    valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
    expect(await manage()).toEqual({ allowed: true });
  });

  it('looks at the privileged user at most once a minute', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.advance(61_000);
    refuseWrites();
    async function add() {
      return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id('member')] });
    }
    function looks() {
      return world.requests().filter(({ operationId }) => operationId === 'getCurrentUser').length;
    }
    await add();
    expect(looks()).toBe(1);
    await add();
    await add();
    expect(looks()).toBe(1);
    world.advance(61_000);
    await Promise.all([add(), add(), add(), add()]);
    expect(looks()).toBe(2);
    expect(world.auditRows().filter(({ action }) => action === 'writeTestCreate')).toHaveLength(3);
  });
});
