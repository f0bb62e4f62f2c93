// The app's storage is down, all of it or the audit alone: what pages say, and that nothing is written.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  world.advance(1000);
});

const DOWN = { code: 'STORAGE_UNAVAILABLE', changed: 'nothing' };
function stop(status: number, entityName?: string) {
  return world.faults.add({ on: 'storage', status, times: 999, ...(entityName === undefined ? {} : { entityName }) });
}

describe.each([429, 500, 503])('storage that answers %i to everything', (status) => {
  it('is named by each page, and comes back by itself', async () => {
    stop(status);
    async function openSpace() {
      return world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {});
    }
    async function openSite() {
      return world.asGlobal('site-admin', 'openGlobalSettings', {});
    }
    async function openGroup() {
      return world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId });
    }
    for (const open of [openSpace, openSite, openGroup]) expect(errorOf(await open())).toEqual(DOWN);
    world.faults.clear();
    for (const open of [openSpace, openSite, openGroup]) expect(await open()).toMatchObject({ ok: true });
  });

  it('lets nothing be written, and nobody be acted for', async () => {
    stop(status);
    const before = world.snapshot();
    const accountIds = [world.id('person-01')];
    const answers = [
      await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }),
      await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }),
      await world.asSpace('space-admin', 'DEMO', 'removeMembers', { groupId, accountIds, confirmSelf: false }),
      await world.asSpace('space-admin', 'DEMO', 'deleteGroup', {
        groupId,
        typedName: 'demo-alpha',
        confirmSelf: false,
      }),
      await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id('site-admin'), version: 1 }),
    ];
    for (const answer of answers) expect(errorOf(answer)).toEqual(DOWN);
    expect(world.requests().filter(isWrite)).toEqual([]);
    expect(world.privilegedCalls()).toEqual([]);
    expect(world.snapshot()).toEqual(before);
  });
});

describe('an audit that can’t be written', () => {
  it('stops writes, while pages are read as before', async () => {
    stop(500, 'audit-entry');
    const before = world.snapshot().site;
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }))).toEqual({
      code: 'AUDIT_UNAVAILABLE',
    });
    expect(world.requests().filter(isWrite)).toEqual([]);
    expect(world.snapshot().site).toEqual(before);
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {})).manage).toEqual({
      allowed: true,
    });
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId })).group.groupId).toBe(groupId);
  });
});
