import type { GrantOf, Operation } from '../broker/operation';

/** Emails aren't stored, so a customer can't be looked up later, and stored data doesn't tell who caused a change. Each operation can be requested again. */
const recorded = { effect: 'write', area: 'customers', look: 'none' } as const;

/** Operations that Jira allows only its administrators to perform. */
const inJira = { ...recorded, actsAs: 'privilegedUser' } as const;

/** Lists the operations on customers: one row each, by the word that the audit stores. */
export const customerOperations = {
  readCustomerSettings: { needs: 'jiraAdmin', effect: 'read' },
  saveCustomerSettings: { needs: 'jiraAdmin', ...recorded },
  saveCustomerPolicy: { needs: 'noDoor', ...recorded },
  saveSiteQuota: { needs: 'noDoor', ...recorded },
  // It changes nothing; who took along what the app holds is on record.
  exportCustomers: { needs: 'jiraAdmin', ...recorded },
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
