import type { CustomerAnswers } from '../shared/customer-api';
import { customerPayloads as payloads } from '../shared/customer-payloads';
import { createCustomers } from '../usecases/create-customers';
import { listOrganizations } from '../usecases/list-organizations';
import { openCustomers } from '../usecases/open-customers';
import { previewCustomers } from '../usecases/preview-customers';
import type { InProject } from '../usecases/steps/in-project';
import type { Table } from './row';

/** Every call of the queue page. */
export const customers: Table<typeof payloads, InProject, CustomerAnswers> = {
  openCustomers: { payload: payloads.openCustomers, action: 'readCustomers', run: openCustomers },
  previewCustomers: { payload: payloads.previewCustomers, action: 'createCustomer', run: previewCustomers },
  createCustomers: { payload: payloads.createCustomers, action: 'createCustomer', run: createCustomers },
  listOrganizations: { payload: payloads.listOrganizations, action: 'readCustomers', run: listOrganizations },
};
