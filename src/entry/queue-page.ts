import { createListedCustomers } from '../customers/creation/create-listed-customers';
import { openCustomers } from '../customers/creation/open-customers';
import type { InProject } from '../customers/in-project';
import { previewCustomers } from '../customers/lookup/preview-customers';
import { listOrganizations } from '../customers/organizations/list-organizations';
import type { QueuePageAnswers } from '../shared/customers/api';
import { queuePagePayloads as payloads } from '../shared/customers/payloads';
import type { Table } from './call/row';

/** Lists every call of the queue page. */
export const queuePage: Table<typeof payloads, InProject, QueuePageAnswers> = {
  openCustomers: { payload: payloads.openCustomers, action: 'readCustomers', run: openCustomers },
  previewCustomers: { payload: payloads.previewCustomers, action: 'createCustomer', run: previewCustomers },
  createCustomers: { payload: payloads.createCustomers, action: 'createCustomer', run: createListedCustomers },
  listOrganizations: { payload: payloads.listOrganizations, action: 'readCustomers', run: listOrganizations },
};
