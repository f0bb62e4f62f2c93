// What groups may do in a space: read as the caller, within four pages; and a role that is given to a new group with the caller's own right.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

const VIEWER = '104';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  world.site.clearRequests();
});

function readAccess() {
  return world.asSpace('space-admin', 'DEMO', 'readSpaceAccess', {});
}
function readRoles() {
  return world.asSpace('space-admin', 'DEMO', 'readSpaceRoles', {});
}
function assign(roleId = VIEWER, handle = 'space-admin') {
  return world.asSpace(handle, 'DEMO', 'assignRole', { groupId, roleId });
}
function callsOf(operationId: string) {
  return world.requests().filter((row) => row.operationId === operationId);
}

describe('on a site without roles', () => {
  it('shows the permissions of groups, as the caller', async () => {
    const id = world.model.nextPermissionId++;
    world.model
      .space('DEMO')
      .permissions.push({ id, principal: { type: 'group', id: groupId }, key: 'read', target: 'space' });
    const { kind, groups } = valueOf(await readAccess());
    expect(kind).toBe('permissions');
    expect(groups).toContainEqual({ groupId, access: ['read space'] });
    expect(callsOf('getSpacePermissionsAssignments')).toMatchObject([
      { identity: { accountId: world.id('space-admin'), impersonated: false } },
    ]);
  });

  it('offers no role, gives none, and opens a group as before', async () => {
    expect(valueOf(await readRoles())).toEqual({});
    expect(errorOf(await assign())).toEqual({ code: 'NOT_FOUND', what: 'space' });
    const opened = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(opened).not.toHaveProperty('roles');
  });

  it('says so with a group, of which a page that knows it doesn’t have them read again', async () => {
    const first = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(first).toMatchObject({ siteHasNoRoles: true });
    expect(callsOf('getAvailableSpaceRoles')).toHaveLength(1);
    const again = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId, withoutRoles: true }));
    expect(again).not.toHaveProperty('siteHasNoRoles');
    expect(callsOf('getAvailableSpaceRoles')).toHaveLength(1);
  });

  it('counts an empty list of roles as none', async () => {
    world.faults.add({
      on: 'rest',
      operationId: 'getAvailableSpaceRoles',
      status: 200,
      body: { results: [] },
      times: 9,
    });
    expect(valueOf(await readRoles())).toEqual({});
    expect(valueOf(await readAccess()).kind).toBe('permissions');
  });
});

describe('on a site with roles', () => {
  beforeEach(() => world.model.setMode('ROLES_TRANSITION'));

  it('gives a group a role as the caller, records it, and shows it', async () => {
    expect(valueOf(await readRoles()).roles?.map(({ name }) => name)).toContain('Viewer');
    world.site.clearRequests();
    expect(valueOf(await assign())).toEqual({ assigned: true });
    expect(world.requests().filter(isWrite)).toMatchObject([
      { operationId: 'setSpaceRoleAssignments', identity: { accountId: world.id('space-admin'), impersonated: false } },
    ]);
    expect(world.auditRows().findLast(({ action }) => action === 'assignRole')).toMatchObject({
      kind: 'attempt',
      caller: world.id('space-admin'),
      groupId,
      groupName: 'demo-alpha',
      outcome: 'succeeded',
    });
    const { kind, groups } = valueOf(await readAccess());
    expect(kind).toBe('roles');
    expect(groups).toContainEqual({ groupId, access: ['Viewer'] });
    const opened = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(opened.roles).toEqual(['Viewer']);
  });

  it('an admin who may not manage roles in Confluence gets no help of the app’s', async () => {
    world.faults.add({ on: 'rest', operationId: 'setSpaceRoleAssignments', status: 404, times: 9 });
    expect(errorOf(await assign())).toEqual({ code: 'NOT_FOUND', what: 'space' });
    expect(world.model.space('DEMO').assignments.map(({ principalId }) => principalId)).not.toContain(groupId);
    expect(world.auditRows().findLast(({ action }) => action === 'assignRole')).toMatchObject({ outcome: 'failed' });
  });

  it('a role that there is not is refused, and an answer that is lost is not taken for a failure', async () => {
    expect(errorOf(await assign('999'))).toMatchObject({ code: 'INVALID_INPUT' });
    world.advance(1000);
    world.faults.add({ on: 'rest', operationId: 'setSpaceRoleAssignments', drop: 'after', times: 9 });
    expect(errorOf(await assign())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    expect(callsOf('setSpaceRoleAssignments')).toHaveLength(2);
    expect(world.auditRows().findLast(({ action }) => action === 'assignRole')).toMatchObject({ outcome: 'open' });
  });

  it('reads at most four pages, and says that there is more', async () => {
    for (let n = 0; n < 1001; n += 1) {
      const principalId = world.model.addGroup(`many-${String(n)}`);
      world.model.space('DEMO').assignments.push({ principalType: 'GROUP', principalId, roleId: VIEWER });
    }
    expect(valueOf(await readAccess())).toMatchObject({ kind: 'roles', incomplete: true });
    expect(callsOf('getSpaceRoleAssignments')).toHaveLength(4);
    expect(callsOf('getAvailableSpaceRoles')).toHaveLength(1);
  });

  it('opens a group though its roles can’t be read', async () => {
    world.faults.add({ on: 'rest', operationId: 'getAvailableSpaceRoles', status: 403, times: 9 });
    const opened = valueOf(await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }));
    expect(opened).not.toHaveProperty('roles');
    expect(opened).not.toHaveProperty('siteHasNoRoles');
    expect(opened.members.total).toBe(0);
  });
});
