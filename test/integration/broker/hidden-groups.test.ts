// What Confluence doesn't show to the caller isn't gone: nothing is forgotten, and nothing called none, because of one answer.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  world.advance(1000);
});

function bob() {
  return world.id('person-01');
}
async function add() {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [bob()] });
}
async function deletion() {
  return world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName: 'demo-alpha', confirmSelf: false });
}
/** How the last attempt of this kind ended: outcome and what was found. */
function ended(action: string) {
  const row = world.auditRows().findLast((one) => one.action === action && one.kind === 'attempt');
  return [row?.['outcome'], row?.['found']];
}

describe('a group that Confluence shows to the privileged user alone', () => {
  function hide() {
    return world.onSite(async (request, identity, pass) => {
      const asCaller = identity.kind === 'user' && !identity.impersonated;
      return asCaller && request.url.includes('/group/by-id') ? new Response('', { status: 404 }) : pass();
    });
  }

  it('can be worked on, and is not forgotten', async () => {
    hide();
    expect(valueOf(await add()).people).toMatchObject([{ outcome: 'added' }]);
    expect(valueOf(await deletion())).toEqual({ deleted: true });
    expect(ended('deleteGroup')).toEqual(['succeeded', undefined]);
  });

  it('is not called gone on its page', async () => {
    hide();
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }))).not.toEqual({
      code: 'NOT_FOUND',
      what: 'group',
    });
  });

  it('is not called gone while nobody can check', async () => {
    hide();
    const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
    valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: privilegedUser?.version ?? 0 }));
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }))).toEqual({
      code: 'NOT_FOUND',
      what: 'group',
      notChecked: true,
    });
    expect(errorOf(await deletion())).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    expect(Object.keys(world.entity('group-record'))).toEqual([groupId]);
  });
});

describe('the groups of an account that Confluence answers with 404', () => {
  it('are not called none', async () => {
    world.faults.add({ on: 'rest', operationId: 'getGroupMembershipsForUser', status: 404 });
    const payload = { groupId, accountId: bob() };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'isMember', payload))).toEqual({
      code: 'UPSTREAM_CONTRACT',
      changed: 'nothing',
    });
  });
});
