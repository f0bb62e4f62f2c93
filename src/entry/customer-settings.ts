import { readCustomerAudit } from '../customers/audit/read-customer-audit';
import { exportCustomers } from '../customers/export/export-customers';
import type { InJira } from '../customers/in-jira';
import { checkJiraRight } from '../customers/jira-right/check-jira-right';
import { listProjectOrganizations } from '../customers/organizations/list-project-organizations';
import { saveSiteQuota } from '../customers/quota/save-site-quota';
import { findJiraGroups } from '../customers/settings/find-jira-groups';
import { openCustomerSettings } from '../customers/settings/open-customer-settings';
import { readCustomerPolicy } from '../customers/settings/read-customer-policy';
import { saveCustomerPolicy } from '../customers/settings/save-customer-policy';
import type { CustomerSettingsAnswers } from '../shared/customers/api';
import { customerSettingsPayloads as payloads } from '../shared/customers/payloads';
import type { Table } from './call/row';

/** Lists every call of Jira's administration page. */
export const customerSettings: Table<typeof payloads, InJira, CustomerSettingsAnswers> = {
  openCustomerSettings: {
    payload: payloads.openCustomerSettings,
    action: 'readCustomerSettings',
    run: openCustomerSettings,
  },
  readCustomerPolicy: { payload: payloads.readCustomerPolicy, action: 'readCustomerSettings', run: readCustomerPolicy },
  listProjectOrganizations: {
    payload: payloads.listProjectOrganizations,
    action: 'readCustomerSettings',
    run: listProjectOrganizations,
  },
  saveCustomerPolicy: { payload: payloads.saveCustomerPolicy, action: 'saveCustomerSettings', run: saveCustomerPolicy },
  saveSiteQuota: { payload: payloads.saveSiteQuota, action: 'saveCustomerSettings', run: saveSiteQuota },
  checkJiraRight: { payload: payloads.checkJiraRight, action: 'readCustomerSettings', run: checkJiraRight },
  findJiraGroups: { payload: payloads.findJiraGroups, action: 'readCustomerSettings', run: findJiraGroups },
  exportCustomers: { payload: payloads.exportCustomers, action: 'exportCustomers', run: exportCustomers },
  readCustomerAudit: { payload: payloads.readCustomerAudit, action: 'readCustomerSettings', run: readCustomerAudit },
};
