// Calls that Jira allows only its administrators to make: new customers, customers of a service project, and accounts that an agent can't see.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-customer/
import type { CustomerWriter } from '../../customers/ports';
import { granted } from '../rest/granted';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { findByAddress } from './accounts';
import { customerWrites } from './service-desk-operations';

/** Creates, finds and adds customers as the privileged user. The port describes how each method fails. */
export function createCustomerWriter(deps: RequestDeps): CustomerWriter {
  return {
    create: async (grant) => {
      const identity = granted(grant, 'createCustomer');
      const { email, displayName } = grant;
      // Without it, Jira answers 400 for an address in use, as for a bad one.
      const request = { query: { strictConflictStatusCode: true }, body: { email, displayName } };
      return unless(['CONFLICT'], 'exists' as const, () =>
        unless(['INVALID_INPUT'], 'rejected' as const, () =>
          send(deps, customerWrites.createCustomer, identity, request),
        ),
      );
    },
    // A grant is for one call: after a wait, another one is needed.
    find: async (grant) => findByAddress(deps, granted(grant, 'findCustomer'), grant.email, { once: true }),
    addToProject: async (grant) => {
      const identity = granted(grant, 'addToProject');
      const request = { path: { serviceDeskId: grant.serviceDeskId }, body: { accountIds: [grant.accountId] } };
      await send(deps, customerWrites.addCustomers, identity, request);
    },
  };
}
