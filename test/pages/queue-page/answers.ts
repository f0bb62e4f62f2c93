// What the back end answers to the queue page in these tests, typed by the contract.
import type { CustomerPreview, CustomerResult } from '../../../src/shared/customers/results';
import type { CustomersView, DayQuota } from '../../../src/shared/customers/views';
import { OrganizationId, ProjectId } from '../../../src/shared/ids';
import { account } from '../answers';

export const ACME = anOrganization('1', 'Acme');
export const GLOBEX = anOrganization('2', 'Globex');

export const NEW: CustomerPreview = { outcome: 'willBeCreated' };
export const EXISTS: CustomerPreview = { outcome: 'exists', kind: 'customer' };

export function anOrganization(id: string, name: string) {
  return { organizationId: OrganizationId.parse(id), name };
}

/** 17 of 20 left, unless told otherwise. */
export function aQuota(more: Partial<DayQuota> = {}): DayQuota {
  return {
    daily: 20,
    usedToday: 3,
    left: 17,
    limitedBy: 'agent',
    resetsAt: '2026-11-29T00:00:00.000Z',
    ...more,
  };
}

/** Ready, unless told otherwise. */
export function aView(more: Partial<CustomersView> = {}): CustomersView {
  return {
    accountId: account('me'),
    project: { projectId: ProjectId.parse('10001'), key: 'SUP', name: 'Support' },
    organizationsFrom: 'ofProject',
    organizations: [ACME, GLOBEX],
    allowedDomains: ['example.com', '*.example.org'],
    addToProject: true,
    existingAccounts: false,
    quota: aQuota(),
    ...more,
  };
}

/** Created and added everywhere, unless told otherwise. */
export function aResult(more: Partial<CustomerResult> = {}): CustomerResult {
  return {
    account: { outcome: 'created', accountId: account('qm:1'), kind: 'customer' },
    project: 'added',
    organizations: [],
    ...more,
  };
}
