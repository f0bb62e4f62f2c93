// The REST operations on who has access to a space: roles, on sites that have them, and permissions.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/ and /v2/api-group-space-permissions/
import { callerReads, notTaken, type Operation } from '../rest/operation';
import { perPermission, perWrite, READ_SPACE, V2 } from './rows';
import { Nothing, PermissionList, RoleAssignmentList, RoleList } from './schemas';

const READ_SPACE_PERMISSION = 'read:space.permission:confluence';
const SPACE_ROLES = `${V2}/spaces/{id}/role-assignments`;

export const accessReads = {
  // A site without roles answers 404.
  getAvailableSpaceRoles: {
    operationId: 'getAvailableSpaceRoles',
    api: 'v2',
    method: 'GET',
    path: `${V2}/space-roles`,
    scopes: [READ_SPACE_PERMISSION],
    ...callerReads,
    points: perPermission,
    about: 'space',
    response: RoleList,
  },
  getSpaceRoleAssignments: {
    operationId: 'getSpaceRoleAssignments',
    api: 'v2',
    method: 'GET',
    path: SPACE_ROLES,
    scopes: [READ_SPACE_PERMISSION],
    ...callerReads,
    points: perPermission,
    about: 'space',
    response: RoleAssignmentList,
  },
  getSpacePermissionsAssignments: {
    operationId: 'getSpacePermissionsAssignments',
    api: 'v2',
    method: 'GET',
    path: `${V2}/spaces/{id}/permissions`,
    scopes: [READ_SPACE],
    ...callerReads,
    points: perPermission,
    about: 'space',
    response: PermissionList,
  },
} as const satisfies Record<string, Operation>;

export const accessWrites = {
  // Only as the person who is present: they give no more than they may.
  setSpaceRoleAssignments: {
    operationId: 'setSpaceRoleAssignments',
    api: 'v2',
    method: 'POST',
    path: SPACE_ROLES,
    scopes: ['write:space.permission:confluence'],
    actsAs: ['caller'],
    points: perWrite,
    retry: 'write',
    about: 'space',
    meanings: { 400: notTaken },
    response: Nothing,
  },
} as const satisfies Record<string, Operation>;
