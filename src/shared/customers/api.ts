import type { ExportPage } from '../broker/site-export';
import type { Calls } from '../calls';
import type { ExportedOfCustomers } from './customer-export';
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

/** Lists the answers of the queue page's calls, by function key. */
export interface QueuePageAnswers {
  openCustomers: CustomersView;
  previewCustomers: PreviewView;
  createCustomers: CustomersResult;
  listOrganizations: OrganizationList;
}

/** Lists the answers of the calls of Jira's administration page, by function key. */
export interface CustomerSettingsAnswers {
  openCustomerSettings: CustomerSettingsView;
  readCustomerPolicy: CustomerPolicyView;
  listProjectOrganizations: OrganizationList;
  saveCustomerPolicy: CustomerPolicyView;
  saveSiteQuota: CustomerSettingsView['site'];
  checkJiraRight: JiraRight;
  findJiraGroups: JiraGroups;
  exportCustomers: ExportPage<ExportedOfCustomers>;
  readCustomerAudit: CustomerAuditPage;
}

/** Lists the answers of the app REST API, by function key. */
export interface RestApiAnswers {
  createCustomer: CustomerResult;
  findCustomer: FoundCustomer;
}

/** Lists the answers of automation actions, by function key. */
export interface AutomationActionAnswers {
  createByRule: { result: CustomerResult; commented: boolean | 'unknown' };
}

/** Lists every call of the queue page. */
export type QueuePageApi = Calls<typeof queuePagePayloads, QueuePageAnswers>;
/** Lists every call of Jira's administration page. */
export type CustomerSettingsApi = Calls<typeof customerSettingsPayloads, CustomerSettingsAnswers>;
