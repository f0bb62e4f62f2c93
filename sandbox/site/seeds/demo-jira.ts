// The Jira part of the demo site: two separate service desks, and a project without one.
// https://support.atlassian.com/jira-service-management-cloud/docs/what-are-organizations/
import type { z } from 'zod';

import type { seedSchema } from '../seed';
import { CUSTOMER_DIRECTORY, uuidFrom } from './people';

const CREATED = '2024-03-04T09:00:00.000Z';

export const demoJira: z.input<typeof seedSchema>['jira'] = {
  customerDirectoryId: CUSTOMER_DIRECTORY,
  organizations: [organization('1', 'Acme', ['acme-customer']), organization('2', 'Globex', ['globex-customer'])],
  projects: [
    {
      id: '10010',
      key: 'SUP',
      name: 'Support',
      lead: 'site-admin',
      administrators: ['site-admin'],
      agents: ['agent', 'site-admin'],
      serviceDesk: { id: '1', access: 'closed', customers: ['acme-customer'], organizations: ['Acme'] },
    },
    {
      id: '10011',
      key: 'PRIV',
      name: 'Private clients',
      lead: 'site-admin',
      administrators: ['site-admin'],
      agents: ['priv-agent', 'site-admin'],
      serviceDesk: { id: '2', access: 'closed', customers: ['globex-customer'], organizations: ['Globex'] },
    },
    {
      id: '10012',
      key: 'DEVP',
      name: 'Development',
      lead: 'developer',
      administrators: ['developer'],
      users: ['jira-software-users'],
    },
  ],
  issues: [
    {
      id: '10101',
      project: 'SUP',
      summary: 'Access for a new colleague',
      description: 'Please give noah@acme.example access to the portal.\nName: Noah Berg',
      reporter: 'acme-customer',
      createdAt: CREATED,
    },
    {
      id: '10102',
      project: 'PRIV',
      summary: 'Invoice of last month',
      description: 'Where can I find it?',
      reporter: 'globex-customer',
      createdAt: CREATED,
    },
  ],
};

function organization(id: string, name: string, members: string[]) {
  return {
    id,
    uuid: uuidFrom(`organization ${name}`),
    name,
    createdAt: CREATED,
    members,
  };
}
