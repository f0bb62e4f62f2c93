// Calls of later versions, whose scopes admins approve today. They are never sent.
// https://developer.atlassian.com/platform/forge/versions/
import type { ReservedOperation } from './operation';

const SPACE_ROLES = '/wiki/api/v2/spaces/{id}/role-assignments';
const READ_SPACE_PERMISSION = 'read:space.permission:confluence';

export const reservedOperations = {
  getAvailableSpaceRoles: {
    reserved: true,
    operationId: 'getAvailableSpaceRoles',
    api: 'v2',
    method: 'GET',
    path: '/wiki/api/v2/space-roles',
    scopes: [READ_SPACE_PERMISSION],
    actsAs: ['caller'],
  },
  getSpaceRoleAssignments: {
    reserved: true,
    operationId: 'getSpaceRoleAssignments',
    api: 'v2',
    method: 'GET',
    path: SPACE_ROLES,
    scopes: [READ_SPACE_PERMISSION],
    actsAs: ['caller'],
  },
  // Roles are given only as the person who is present.
  setSpaceRoleAssignments: {
    reserved: true,
    operationId: 'setSpaceRoleAssignments',
    api: 'v2',
    method: 'POST',
    path: SPACE_ROLES,
    scopes: ['write:space.permission:confluence'],
    actsAs: ['caller'],
  },
  // Needs an administrator of the service desk, as adding does.
  removeCustomers: {
    reserved: true,
    operationId: 'removeCustomers',
    api: 'jsm',
    method: 'DELETE',
    path: '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
    scopes: [
      'read:servicedesk.customer:jira-service-management',
      'delete:servicedesk.customer:jira-service-management',
    ],
    actsAs: ['privilegedUser'],
    isExperimental: true,
  },
  // An agent may do it, as they may add.
  removeUsersFromOrganization: {
    reserved: true,
    operationId: 'removeUsersFromOrganization',
    api: 'jsm',
    method: 'DELETE',
    path: '/rest/servicedeskapi/organization/{organizationId}/user',
    scopes: [
      'read:organization.user:jira-service-management',
      'delete:organization.user:jira-service-management',
      'read:user:jira',
    ],
    actsAs: ['caller'],
  },
} as const satisfies Record<string, ReservedOperation>;
