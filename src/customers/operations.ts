import type { GrantOf, Operation } from '../broker/operation';

/** No email is kept by which a customer could be looked up, and what is stored doesn't tell who brought it about. Each may be asked for again. */
const recorded = { effect: 'write', area: 'customers', look: 'none' } as const;

/** Jira allows these to its administrators only. */
const inJira = { ...recorded, actsAs: 'privilegedUser' } as const;

/** What the app does about customers: one row per operation, by the word that the audit stores. */
export const customerOperations = {
  readCustomerSettings: { needs: 'jiraAdmin', effect: 'read' },
  saveCustomerSettings: { needs: 'jiraAdmin', ...recorded },
  saveCustomerPolicy: { needs: 'noDoor', ...recorded },
  saveSiteQuota: { needs: 'noDoor', ...recorded },
  readCustomers: { needs: 'agent', effect: 'read' },
  createCustomer: {
    needs: 'agent',
    ...inJira,
    grant: ['projectId', 'email', 'displayName'],
    reveals: 'accountId',
  },
  // It tells whether somebody has an account, which the agent may not see.
  findCustomer: { needs: 'noDoor', ...inJira, grant: ['projectId', 'email'], reveals: 'accountId' },
  addToProject: { needs: 'noDoor', ...inJira, grant: ['projectId', 'serviceDeskId', 'accountId'] },
  addToOrganization: { needs: 'noDoor', ...recorded, actsAs: 'caller' },
} as const satisfies Record<string, Operation<never>>;

export type CustomerGrant<Name extends 'createCustomer' | 'findCustomer' | 'addToProject'> = GrantOf<
  typeof customerOperations,
  Name
>;
