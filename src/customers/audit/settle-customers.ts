import type { Looks } from '../../broker/audit/settle-audit';

/** No email address is kept by which a customer could be looked up; each of these may be asked for again. */
export const CUSTOMER_LOOKS: Pick<
  Looks,
  'createCustomer' | 'findCustomer' | 'addToProject' | 'addToOrganization' | 'saveCustomerPolicy' | 'saveSiteQuota'
> = {
  createCustomer: undefined,
  findCustomer: undefined,
  addToProject: undefined,
  addToOrganization: undefined,
  saveCustomerPolicy: undefined,
  saveSiteQuota: undefined,
};
