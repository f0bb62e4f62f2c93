// Calls of later versions, whose scopes admins approve today. They are never sent.
// https://developer.atlassian.com/platform/forge/versions/
import type { ReservedOperation } from './operation';

export const reservedOperations = {
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
