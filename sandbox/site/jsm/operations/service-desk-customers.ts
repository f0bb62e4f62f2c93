// Customers of a service desk who were added one by one: read, add, remove.
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

/** The beginning of any word of the name, or of an address that one may see; all of one that is hidden. */
function matches({ actor }: Call, account: Account, query: string): boolean {
  const [name, email] = [account.name.toLowerCase(), account.email.toLowerCase()];
  const isAddress = email === query || (mayReadCustomerEmail(actor, account) && email.startsWith(query));
  return name.startsWith(query) || name.split(/\s+/).some((word) => word.startsWith(query)) || isAddress;
}

/** Those who exist are added even if others do not. */
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

/** Removing somebody who is no customer is answered like a removal. */
function removeCustomers(call: Call): Answer {
  const project = existingServiceDesk(call);
  requireServiceDeskAdmin(call.model, call.actor, project);
  requireClosedAccess(project.serviceDesk);
  readAccountIds(call).forEach((accountId) => project.serviceDesk.customers.delete(accountId));
  return { status: 204 };
}
