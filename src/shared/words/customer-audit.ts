import type { AuditCode, CustomerAction } from '../broker/audit';
import type { CustomerRefusal, ForbiddenReason } from '../result';

/** Names the requested actions on customers. */
export const CUSTOMER_ACTIONS: Readonly<Record<CustomerAction, string>> = {
  createCustomer: 'Create customer',
  findCustomer: 'Look up account by email address',
  addToProject: 'Add to service project',
  addToOrganization: 'Add to organization',
  saveCustomerPolicy: 'Change rules of service project',
  saveSiteQuota: 'Change daily quota of site',
  exportCustomers: 'Export what the app holds about customers',
  saveCustomerSettings: 'Change rules or quota for customers',
};

/** Replaces the words of some codes in an entry about one customer. */
export const CUSTOMER_CODES = {
  NOT_FOUND: 'The organization, the project or the account wasn’t found.',
  UPSTREAM_UNAVAILABLE: 'Jira didn’t respond.',
  CONFLICT: 'Atlassian says that an account with this email address already exists.',
  INVALID_INPUT: 'Atlassian didn’t accept the email address.',
  REJECTED: 'Atlassian didn’t accept the email address.',
  SETTLED_LATER:
    'The answer was lost. The result can’t be looked up without the email address, which the app doesn’t keep.',
} as const satisfies Partial<Record<AuditCode, string>>;

/** Gives the reason to others than the refused agent, if its own sentence addresses that agent. */
export const ABOUT_AGENTS = {
  NOT_AGENT: 'Isn’t an agent of the service project.',
  NOT_IN_CUSTOMER_GROUP: 'Isn’t in any of the groups that can create customers in the service project.',
  ORGANIZATION_NOT_CHECKED:
    'The service project has more than 2,000 organizations, and one that was chosen isn’t among the first 2,000, so it couldn’t be checked.',
  AGENT_QUOTA_REACHED: 'Had requested as many new accounts that day as one agent can.',
} as const satisfies Partial<Record<ForbiddenReason | CustomerRefusal, string>>;
