// Calls that between them reach every modelled operation, with the answer that each should get.
import type { Identity } from '../../../../sandbox/contract/identity';
import type { aWorld } from '../../../unit/sandbox/site/world';
import type { ExampleCall } from './example-call';
import { jiraCalls } from './jira-calls';
import { jsmCalls } from './jsm-calls';
import { demoSubject, type Subject } from './subject';

export type World = ReturnType<typeof aWorld>;

/** In the order in which they are to be made: some change the site. */
export function exampleCalls(world: World): ExampleCall[] {
  return callsAbout(demoSubject(world));
}

/** The same calls about what a site has in the place of the demo site's people and objects. */
export function callsAbout(subject: Subject): ExampleCall[] {
  return [
    ...groupCalls(subject),
    ...userCalls(subject),
    ...spaceCalls(subject),
    ...jiraCalls(subject),
    ...jsmCalls(subject),
  ];
}

function groupCalls({ user, groupId, accountId, checkGroup }: Subject): ExampleCall[] {
  const admin = user('site-admin');
  const member = user('member');
  const id = groupId('demo-editors');
  const checked = checkGroup.id;
  const someone = encodeURIComponent(accountId('site-admin'));
  const root = '/wiki/rest/api/group';
  function write(identity: Identity, groupIdOrNot: string, accountIdOrNot: unknown, status: number): ExampleCall {
    return {
      identity,
      method: 'POST',
      path: `${root}/userByGroupId?groupId=${groupIdOrNot}`,
      body: { accountId: accountIdOrNot },
      operationId: 'addUserToGroupByGroupId',
      status,
    };
  }
  function get(path: string, operationId: string, status = 200): ExampleCall {
    return {
      identity: member,
      method: 'GET',
      path: `${root}${path}`,
      operationId,
      status,
    };
  }
  function remove(identity: Identity, path: string, operationId: string, status: number): ExampleCall {
    return {
      identity,
      method: 'DELETE',
      path: `${root}${path}`,
      operationId,
      status,
    };
  }
  function create(identity: Identity, body: unknown, status: number): ExampleCall {
    return {
      identity,
      method: 'POST',
      path: root,
      body,
      operationId: 'createGroup',
      status,
    };
  }
  return [
    get('?limit=2', 'getGroups'),
    get('?accessType=user&limit=2', 'getGroups'),
    create(admin, { name: 'demo-readers' }, 201),
    create(admin, { name: '' }, 400),
    create(admin, { name: checkGroup.name }, 400),
    create(member, { name: checkGroup.name }, 403),
    get(`/by-id?id=${id}`, 'getGroupByGroupId'),
    get('/by-id?id=nothing', 'getGroupByGroupId', 404),
    get('/picker?query=demo&limit=1&shouldReturnTotalSize=true', 'searchGroups'),
    get(
      `/${id}/membersByGroupId?limit=2&expand=operations,personalSpace&shouldReturnTotalSize=true`,
      'getGroupMembersByGroupId',
    ),
    get('/nothing/membersByGroupId', 'getGroupMembersByGroupId'),
    get(`/${id}/membersByGroupId?limit=201`, 'getGroupMembersByGroupId', 400),
    write(admin, checked, accountId('site-admin'), 201),
    write(admin, checked, accountId('site-admin'), 400),
    write(admin, checked, undefined, 400),
    write(admin, 'nothing', accountId('site-admin'), 404),
    write(member, checked, accountId('member'), 403),
    remove(admin, `/userByGroupId?groupId=${checked}&accountId=${someone}`, 'removeMemberFromGroupByGroupId', 204),
    remove(admin, `/userByGroupId?groupId=${checked}`, 'removeMemberFromGroupByGroupId', 400),
    remove(admin, `/userByGroupId?groupId=nothing&accountId=${someone}`, 'removeMemberFromGroupByGroupId', 404),
    remove(member, `/userByGroupId?groupId=${checked}&accountId=${someone}`, 'removeMemberFromGroupByGroupId', 403),
    remove(admin, `/by-id?id=${checked}`, 'removeGroupById', 204),
    remove(admin, '/by-id?id=nothing', 'removeGroupById', 404),
    remove(admin, '/by-id', 'removeGroupById', 400),
    remove(admin, `/by-id?id=${groupId('scim-finance')}`, 'removeGroupById', 403),
  ];
}

function userCalls({ user, basic, app, accountId }: Subject): ExampleCall[] {
  function id(handle: string) {
    return encodeURIComponent(accountId(handle));
  }
  function get(path: string, operationId: string, status = 200, identity = user('member')): ExampleCall {
    return {
      identity,
      method: 'GET',
      path: `/wiki/rest/api${path}`,
      operationId,
      status,
    };
  }
  function bulk(accountIds: readonly string[], status: number): ExampleCall {
    return {
      identity: user('member'),
      method: 'POST',
      path: '/wiki/api/v2/users-bulk',
      body: { accountIds },
      operationId: 'createBulkUserLookup',
      status,
    };
  }
  return [
    get(`/user?accountId=${id('member')}&expand=operations&expand=personalSpace`, 'getUser', 200, basic('member')),
    get(`/user?accountId=${id('app')}`, 'getUser'),
    get('/user?accountId=nobody', 'getUser', 404),
    get('/user?accountId=nobody', 'getUser', 403, user('no-access')),
    get('/user/current?expand=operations', 'getCurrentUser'),
    get('/user/current', 'getCurrentUser', 200, app()),
    get('/user/current', 'getCurrentUser', 403, user('deactivated')),
    get(`/user/memberof?accountId=${id('site-admin')}&limit=2`, 'getGroupMembershipsForUser'),
    get('/user/memberof?accountId=nobody', 'getGroupMembershipsForUser'),
    get(`/user/bulk?accountId=${id('app')}&accountId=${id('member')}&expand=operations`, 'getBulkUserLookup'),
    get('/search/user?cql=type%3Duser&limit=5&expand=operations', 'searchUser'),
    get('/search/user?cql=nonsense', 'searchUser', 400),
    get('/search?cql=type%3Dspace+and+title+~+%22demo*%22&limit=11', 'searchByCQL'),
    get('/search?cql=nonsense+nonsense', 'searchByCQL', 400),
    bulk([accountId('member')], 200),
    bulk(['member', 'app', 'customer', 'deactivated'].map(accountId), 200),
    bulk(
      Array.from({ length: 251 }, () => 'nobody'),
      400,
    ),
  ];
}

function spaceCalls({ mode, user, basic, accountId, spaceId, groupId, key, permissionId }: Subject): ExampleCall[] {
  const space = `/spaces/${spaceId('DEMO')}`;
  const permission = `/wiki/rest/api/space/${key('DEMO')}/permission`;
  const hasRoles = mode !== 'PRE_ROLES';
  const isClassic = mode !== 'ROLES';
  const principal = { principalType: 'USER', principalId: accountId('person-40') };
  function get(path: string, operationId: string, status = 200): ExampleCall {
    return {
      identity: user('member'),
      method: 'GET',
      path: `/wiki/api/v2${path}`,
      operationId,
      status,
    };
  }
  function assign(handle: string, body: unknown, status: number): ExampleCall {
    return {
      identity: user(handle),
      method: 'POST',
      path: `/wiki/api/v2${space}/role-assignments`,
      body,
      operationId: 'setSpaceRoleAssignments',
      status: hasRoles ? status : 404,
    };
  }
  const subject = { type: 'group', identifier: groupId('scim-finance') };
  return [
    get('/spaces?limit=2', 'getSpaces'),
    get('/spaces?limit=251', 'getSpaces', 400),
    get(`${space}?include-operations=true&include-permissions=true`, 'getSpaceById'),
    get('/spaces/1', 'getSpaceById', 404),
    get(`${space}/operations`, 'getSpaceOperations'),
    get('/spaces/DEMO/operations', 'getSpaceOperations', 400),
    get(`${space}/permissions?limit=2`, 'getSpacePermissionsAssignments'),
    get('/space-role-mode', 'getSpaceRoleMode'),
    get('/space-roles?limit=2', 'getAvailableSpaceRoles', hasRoles ? 200 : 404),
    get('/space-roles/101', 'getSpaceRolesById', hasRoles ? 200 : 404),
    get('/space-permissions', 'getAvailableSpacePermissions', hasRoles ? 200 : 404),
    get(`${space}/role-assignments?limit=2`, 'getSpaceRoleAssignments', hasRoles ? 200 : 404),
    assign('space-admin', [{ principal, roleId: '104' }], 200),
    assign('space-admin', [{ principal, roleId: '999' }], 400),
    assign('member', [{ principal, roleId: '104' }], 404),
    {
      identity: basic('space-admin'),
      method: 'POST',
      path: permission,
      body: { subject, operation: { key: 'read', target: 'space' } },
      operationId: 'addPermissionToSpace',
      status: isClassic ? 200 : 400,
    },
    {
      identity: basic('space-admin'),
      method: 'DELETE',
      path: `${permission}/${permissionId('DEMO', 'demo-editors')}`,
      operationId: 'removePermission',
      status: isClassic ? 204 : 400,
    },
  ];
}
