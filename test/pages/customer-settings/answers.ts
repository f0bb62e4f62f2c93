// What the back end answers to Jira's administration page in these tests, typed by the contract.
import type { CustomerPolicy } from '../../../src/shared/customers/policy';
import type {
  CustomerAuditRow,
  CustomerPolicyView,
  CustomerSettingsView,
  JiraRight,
  ProjectRow,
} from '../../../src/shared/customers/views';
import { GroupId, OrganizationId, ProjectId } from '../../../src/shared/ids';
import { account } from '../answers';

export const ACME = { organizationId: organizationId('1'), name: 'Acme' };
export const GLOBEX = { organizationId: organizationId('2'), name: 'Globex' };

export const WORKS: JiraRight = { name: 'works', accountId: account('sam'), checkedAt: '2026-01-06T10:00:00.000Z' };

export function projectId(text: string) {
  return ProjectId.parse(text);
}

export function organizationId(text: string) {
  return OrganizationId.parse(text);
}

export function aGroup(name: string) {
  return { groupId: GroupId.parse(`g-${name}`), name };
}

export function aRow(more: Partial<ProjectRow> = {}): ProjectRow {
  return {
    projectId: projectId('10001'),
    key: 'SUP',
    name: 'Support',
    enabled: false,
    rules: false,
    ...more,
  };
}

/** A hundred accounts a day, three of them asked for. */
export function aQuota(more: Partial<CustomerSettingsView['site']> = {}): CustomerSettingsView['site'] {
  return {
    dailyPerSite: 100,
    usedToday: 3,
    resetsAt: '2026-11-29T00:00:00.000Z',
    version: 2,
    ...more,
  };
}

/** One service project, all is well, unless told otherwise. */
export function someSettings(more: Partial<CustomerSettingsView> = {}): CustomerSettingsView {
  return {
    accountId: account('me'),
    right: WORKS,
    projects: { projects: [aRow()] },
    site: aQuota(),
    ...more,
  };
}

export function aPolicy(more: Partial<CustomerPolicy> = {}, version = 7): CustomerPolicyView {
  return {
    project: { projectId: projectId('10001'), key: 'SUP', name: 'Support' },
    policy: {
      enabled: true,
      creators: { kind: 'agents' },
      allowedDomains: ['example.com', '*.example.com'],
      deniedDomains: [],
      organizations: { kind: 'none' },
      dailyPerAgent: 20,
      addToProject: true,
      existingAccounts: false,
      rules: false,
      dailyByRules: 50,
      ...more,
    },
    version,
    organizations: [ACME, GLOBEX],
    usedByRulesToday: 4,
    resetsAt: '2026-11-29T00:00:00.000Z',
  };
}

export function anEntry(more: Partial<CustomerAuditRow> = {}): CustomerAuditRow {
  return {
    id: 'e1',
    at: '2026-03-04T15:06:00.000Z',
    caller: account('ada'),
    actedAs: account('sam'),
    action: 'createCustomer',
    accountId: account('cleo'),
    projectId: projectId('10001'),
    domain: 'example.com',
    via: 'page',
    outcome: 'succeeded',
    ...more,
  };
}
