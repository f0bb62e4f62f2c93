// Jira Service Management as the site serves it. It's built on Jira, and spends Jira's points.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/
import type { Product } from '../core/product';
import type { JsmState } from './model';
import { customerRows } from './operations/customers';
import { infoRows } from './operations/info';
import { organizationUserRows } from './operations/organization-users';
import { organizationRows } from './operations/organizations';
import { serviceDeskCustomerRows } from './operations/service-desk-customers';
import { serviceDeskOrganizationRows } from './operations/service-desk-organizations';
import { serviceDeskRows } from './operations/service-desks';
import { requireAgentLicence } from './rules';

export const jsm: Product<JsmState> = {
  name: 'jsm',
  serves: (path) => path.startsWith('/rest/servicedeskapi/'),
  rows: [
    ...infoRows,
    ...customerRows,
    ...serviceDeskRows,
    ...serviceDeskCustomerRows,
    ...organizationRows,
    ...organizationUserRows,
    ...serviceDeskOrganizationRows,
  ],
  requireUse: (state, account, { operationId }) => {
    if (operationId !== 'getInfo') {
      requireAgentLicence(state, account);
    }
  },
  refusalBody: ({ message }) => ({ errorMessage: message }),
  quota: 'jira',
};
