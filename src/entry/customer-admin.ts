import type { CustomerAdminAnswers } from '../shared/customer-api';
import { customerAdminPayloads as payloads } from '../shared/customer-payloads';
import { checkJiraRight } from '../usecases/check-jira-right';
import { findJiraGroups } from '../usecases/find-jira-groups';
import { listProjectOrganizations } from '../usecases/list-project-organizations';
import { openCustomerSettings } from '../usecases/open-customer-settings';
import { readCustomerAudit } from '../usecases/read-customer-audit';
import { readCustomerPolicy } from '../usecases/read-customer-policy';
import { saveCustomerPolicy } from '../usecases/save-customer-policy';
import { saveSiteQuota } from '../usecases/save-site-quota';
import type { InJira } from '../usecases/steps/in-jira';
import type { Table } from './row';

/** Every call of Jira's administration page. */
export const customerAdmin: Table<typeof payloads, InJira, CustomerAdminAnswers> = {
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
  readCustomerAudit: { payload: payloads.readCustomerAudit, action: 'readCustomerSettings', run: readCustomerAudit },
};
