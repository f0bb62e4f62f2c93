// What the back end answers to the queue page in these tests, typed by the contract.
import type { CustomerPreview, CustomerResult } from '../../../src/shared/customer-results';
import type { CustomersView } from '../../../src/shared/customer-views';
import { OrganizationId, ProjectId } from '../../../src/shared/ids';
import { account } from '../space/answers';

export const anOrganization = (id: string, name: string) => ({ organizationId: OrganizationId.parse(id), name });
export const ACME = anOrganization('1', 'Acme');
export const GLOBEX = anOrganization('2', 'Globex');

/** Ready, unless told otherwise. */
export const aView = (more: Partial<CustomersView> = {}): CustomersView => ({
  accountId: account('me'),
  project: { projectId: ProjectId.parse('10001'), key: 'SUP', name: 'Support' },
  organizations: [ACME, GLOBEX],
  allowedDomains: ['example.com', '*.example.org'],
  addToProject: true,
  existingAccounts: false,
  quota: { daily: 20, usedToday: 3 },
  ...more,
});

export const NEW: CustomerPreview = { outcome: 'willBeCreated' };
export const EXISTS: CustomerPreview = { outcome: 'exists', kind: 'customer' };

/** Created and added everywhere, unless told otherwise. */
export const aResult = (more: Partial<CustomerResult> = {}): CustomerResult => ({
  account: { outcome: 'created', accountId: account('qm:1'), kind: 'customer' },
  project: 'added',
  organizations: [],
  ...more,
});
