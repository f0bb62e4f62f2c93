// The operations of Jira Service Management: service desks, organizations, customers.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/
import { callerReads, notTaken, type Operation } from '../rest/operation';
import {
  Customer,
  CustomerPage,
  Nothing,
  Organization,
  OrganizationPage,
  ServiceDesk,
  ServiceDeskPage,
} from './schemas';

const JSM = '/rest/servicedeskapi';

const READ_SERVICE_DESK = 'read:servicedesk:jira-service-management';

const READ_USER = 'read:user:jira';

export const serviceDeskReads = {
  getServiceDesks: {
    operationId: 'getServiceDesks',
    api: 'jsm',
    method: 'GET',
    path: `${JSM}/servicedesk`,
    scopes: [READ_SERVICE_DESK],
    ...callerReads,
    about: 'project',
    response: ServiceDeskPage,
  },
  getServiceDeskById: {
    operationId: 'getServiceDeskById',
    api: 'jsm',
    method: 'GET',
    path: `${JSM}/servicedesk/{serviceDeskId}`,
    scopes: [READ_SERVICE_DESK],
    ...callerReads,
    about: 'project',
    response: ServiceDesk,
  },
  // Current operations don't tell who is already a customer, and nothing depends on it.
  getCustomers: {
    operationId: 'getCustomers',
    api: 'jsm',
    method: 'GET',
    path: `${JSM}/servicedesk/{serviceDeskId}/customer`,
    scopes: ['read:servicedesk.customer:jira-service-management', READ_USER],
    ...callerReads,
    isExperimental: true,
    about: 'project',
    response: CustomerPage,
  },
  getOrganizations: {
    operationId: 'getOrganizations',
    api: 'jsm',
    method: 'GET',
    path: `${JSM}/organization`,
    scopes: ['read:organization:jira-service-management'],
    ...callerReads,
    about: 'account',
    response: OrganizationPage,
  },
  // Atlassian calls this one and the list of all organizations alike.
  getOrganizationsOfServiceDesk: {
    operationId: 'getOrganizations',
    api: 'jsm',
    method: 'GET',
    path: `${JSM}/servicedesk/{serviceDeskId}/organization`,
    scopes: ['read:servicedesk.organization:jira-service-management'],
    ...callerReads,
    about: 'project',
    response: OrganizationPage,
  },
  getOrganization: {
    operationId: 'getOrganization',
    api: 'jsm',
    method: 'GET',
    path: `${JSM}/organization/{organizationId}`,
    scopes: ['read:organization:jira-service-management'],
    ...callerReads,
    about: 'organization',
    response: Organization,
  },
} as const satisfies Record<string, Operation>;

/** Writes that an agent makes by their own right. */
export const agentWrites = {
  addUsersToOrganization: {
    operationId: 'addUsersToOrganization',
    api: 'jsm',
    method: 'POST',
    path: `${JSM}/organization/{organizationId}/user`,
    scopes: [
      'read:organization.user:jira-service-management',
      'write:organization.user:jira-service-management',
      READ_USER,
    ],
    actsAs: ['caller'],
    retry: 'write',
    about: 'organization',
    response: Nothing,
  },
} as const satisfies Record<string, Operation>;

/** Operations that need a Jira administrator who administers the service project. */
export const customerWrites = {
  createCustomer: {
    operationId: 'createCustomer',
    api: 'jsm',
    method: 'POST',
    path: `${JSM}/customer`,
    scopes: ['read:customer:jira-service-management', 'write:customer:jira-service-management', READ_USER],
    actsAs: ['privilegedUser'],
    retry: 'write',
    about: 'account',
    meanings: { 400: notTaken, 409: { code: 'CONFLICT', what: 'account' } },
    response: Customer,
  },
  addCustomers: {
    operationId: 'addCustomers',
    api: 'jsm',
    method: 'POST',
    path: `${JSM}/servicedesk/{serviceDeskId}/customer`,
    scopes: ['read:servicedesk.customer:jira-service-management', 'write:servicedesk.customer:jira-service-management'],
    actsAs: ['privilegedUser'],
    retry: 'write',
    about: 'project',
    response: Nothing,
  },
} as const satisfies Record<string, Operation>;
