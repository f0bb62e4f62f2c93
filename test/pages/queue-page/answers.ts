// What the back end answers to the queue page in these tests, typed by the contract.
import type { CustomerPreview, CustomerResult } from '../../../src/shared/customers/results';
import type { CustomersView, DayQuota } from '../../../src/shared/customers/views';
import { OrganizationId, ProjectId } from '../../../src/shared/ids';
import { account } from '../space-settings/answers';

export const anOrganization = (id: string, name: string) => ({ organizationId: OrganizationId.parse(id), name });
export const ACME = anOrganization('1', 'Acme');
export const GLOBEX = anOrganization('2', 'Globex');

/** 17 of 20 left, unless told otherwise. */
export const aQuota = (more: Partial<DayQuota> = {}): DayQuota => ({
  daily: 20,
  usedToday: 3,
  left: 17,
  limitedBy: 'agent',
  resetsAt: '2026-11-29T00:00:00.000Z',
  ...more,
});

/** Ready, unless told otherwise. */
export const aView = (more: Partial<CustomersView> = {}): CustomersView => ({
  accountId: account('me'),
  project: { projectId: ProjectId.parse('10001'), key: 'SUP', name: 'Support' },
  organizationsFrom: 'ofProject',
  organizations: [ACME, GLOBEX],
  allowedDomains: ['example.com', '*.example.org'],
  addToProject: true,
  existingAccounts: false,
  quota: aQuota(),
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
