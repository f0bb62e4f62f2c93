// Customers added individually to a service desk: read, add, remove.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/
import type { Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import type { Account } from '../../people/model';
import type { Call, Row } from '../model';
import { isStaffOf, mayReadCustomerEmail, requireClosedAccess, requireServiceDeskAdmin } from '../rules';
import { possibleCustomers, readAccountIds } from './account-ids';
import { customerJson, jsmPage } from './json';
import { existingServiceDesk } from './service-desks';

const PATH = '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer';
const CLASSIC = ['manage:servicedesk-customer'];
const READ = 'read:servicedesk.customer:jira-service-management';

export const serviceDeskCustomerRows: readonly Row[] = [
  {
    operationId: 'getCustomers',
    method: 'GET',
    path: PATH,
    scopes: [CLASSIC, [READ, 'read:user:jira']],
    experimental: true,
    handler: getCustomers,
  },
  {
    operationId: 'addCustomers',
    method: 'POST',
    path: PATH,
    scopes: [CLASSIC, [READ, 'write:servicedesk.customer:jira-service-management']],
    handler: addCustomers,
  },
  {
    operationId: 'removeCustomers',
    method: 'DELETE',
    path: PATH,
    scopes: [CLASSIC, [READ, 'delete:servicedesk.customer:jira-service-management']],
    experimental: true,
    handler: removeCustomers,
  },
];

function getCustomers(call: Call): Answer {
  const { model, actor, url } = call;
  const project = existingServiceDesk(call);
  if (!isStaffOf(model, actor.account, project)) {
    throw new Refusal(403, 'You do not have permission to view the customers of this service desk.');
  }
  const query = url.searchParams.get('query')?.trim().toLowerCase() ?? '';
  const customers = [...project.serviceDesk.customers].flatMap((accountId) => model.accounts.get(accountId) ?? []);
  const found = customers.filter((account) => matches(call, account, query));
  const { items, page } = jsmPage(call, found);
  return { status: 200, json: page(items.map((account) => customerJson(call, account))), people: items.length };
}

/** Matches the beginning of any word of the name, or of a visible email; of a hidden email, only the whole. */
function matches({ actor }: Call, account: Account, query: string): boolean {
  const [name, email] = [account.name.toLowerCase(), account.email.toLowerCase()];
  const isAddress = email === query || (mayReadCustomerEmail(actor, account) && email.startsWith(query));
  return name.startsWith(query) || name.split(/\s+/).some((word) => word.startsWith(query)) || isAddress;
}

/** Adds the accounts that exist, even if others don't. */
function addCustomers(call: Call): Answer {
  const project = existingServiceDesk(call);
  requireServiceDeskAdmin(call.model, call.actor, project);
  const accountIds = readAccountIds(call);
  const known = possibleCustomers(call, accountIds);
  known.forEach((accountId) => project.serviceDesk.customers.add(accountId));
  if (known.length < accountIds.length) {
    throw new Refusal(400, 'Some of the customers do not exist.');
  }
  return { status: 204 };
}

/** Removes customers; answers the same for accounts that aren't customers. */
function removeCustomers(call: Call): Answer {
  const project = existingServiceDesk(call);
  requireServiceDeskAdmin(call.model, call.actor, project);
  requireClosedAccess(project.serviceDesk);
  readAccountIds(call).forEach((accountId) => project.serviceDesk.customers.delete(accountId));
  return { status: 204 };
}
