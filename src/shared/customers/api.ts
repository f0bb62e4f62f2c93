import type { Calls } from '../calls';
import type { customerSettingsPayloads, queuePagePayloads } from './payloads';
import type { CustomerResult, FoundCustomer } from './results';
import type {
  CustomerAuditPage,
  CustomerPolicyView,
  CustomerSettingsView,
  CustomersResult,
  CustomersView,
  JiraGroups,
  JiraRight,
  OrganizationList,
  PreviewView,
} from './views';

/** What the queue page's calls answer, by function key. */
export interface QueuePageAnswers {
  openCustomers: CustomersView;
  previewCustomers: PreviewView;
  createCustomers: CustomersResult;
  listOrganizations: OrganizationList;
}

/** What the calls of Jira's administration page answer, by function key. */
export interface CustomerSettingsAnswers {
  openCustomerSettings: CustomerSettingsView;
  readCustomerPolicy: CustomerPolicyView;
  listProjectOrganizations: OrganizationList;
  saveCustomerPolicy: CustomerPolicyView;
  saveSiteQuota: CustomerSettingsView['site'];
  checkJiraRight: JiraRight;
  findJiraGroups: JiraGroups;
  readCustomerAudit: CustomerAuditPage;
}

/** What the app REST API answers, by function key. */
export interface RestApiAnswers {
  createCustomer: CustomerResult;
  findCustomer: FoundCustomer;
}

/** What automation actions answer, by function key. */
export interface AutomationActionAnswers {
  createByRule: { result: CustomerResult; commented: boolean | 'unknown' };
}

/** Every call that the queue page can make. */
export type QueuePageApi = Calls<typeof queuePagePayloads, QueuePageAnswers>;
/** Every call that Jira's administration page can make. */
export type CustomerSettingsApi = Calls<typeof customerSettingsPayloads, CustomerSettingsAnswers>;
