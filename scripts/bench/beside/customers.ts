// Customers who are to be in a project and in an organization: by a script with jira.js, or by the app.
import { createServiceDeskClient } from 'jira.js';

import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { ORGANIZATION, sendCustomers } from '../customers';
import { blindly, inTurns } from './blind-retry';
import type { Contender } from './contender';
import { HOST } from './through-site';

/** Creates them as a Jira administrator's script does, so many at a time. */
export function customerScript(atOnce: number, emails: () => readonly string[]): Contender {
  return {
    name: atOnce === 1 ? 'jira.js, one after the other' : `jira.js, ${String(atOnce)} at a time`,
    work: async ({ site }) => {
      const { model } = site.sandbox.site;
      const { email: user } = model.accountOf('site-admin');
      const auth = { type: 'basic', email: user, apiToken: demoSeed.apiToken } as const;
      const { customer, organization, servicedesk } = createServiceDeskClient({ host: HOST, auth });
      const serviceDeskId = model.project('SUP').serviceDesk?.id ?? '';
      async function create(email: string): Promise<void> {
        const { accountId = '' } = await blindly(site, async () =>
          customer.createCustomer({ email, displayName: email }),
        );
        await blindly(site, async () => servicedesk.addCustomers({ serviceDeskId, accountIds: [accountId] }));
        const body = { accountIds: [accountId] };
        await blindly(site, async () =>
          organization.addUsersToOrganization({ organizationId: Number(ORGANIZATION), body }),
        );
      }
      return site.hurried(inTurns(emails(), atOnce, create));
    },
  };
}

/** Creates them as an agent does, 25 a request. */
export function customerPage(emails: () => readonly string[]): Contender {
  return {
    name: 'Space Steward',
    work: async ({ site }) => {
      const results = await sendCustomers(site, emails());
      return [...results].map(([who, isDone]) => ({ who, isDone }));
    },
  };
}
