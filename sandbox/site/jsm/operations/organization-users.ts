// Members of an organization: read, add, remove.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import type { Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import type { Call, Row } from '../model';
import { requireServiceDeskStaff, requireOrganizationManager } from '../rules';
import { possibleCustomers, readAccountIds } from './account-ids';
import { customerJson, jsmPage } from './json';
import { namedOrganization } from './organizations';

const PATH = '/rest/servicedeskapi/organization/{organizationId}/user';
const CLASSIC = ['manage:servicedesk-customer'];
const READ = 'read:organization.user:jira-service-management';

export const organizationUserRows: readonly Row[] = [
  {
    operationId: 'getUsersInOrganization',
    method: 'GET',
    path: PATH,
    scopes: [CLASSIC, [READ, 'read:user:jira']],
    handler: getUsersInOrganization,
  },
  {
    operationId: 'addUsersToOrganization',
    method: 'POST',
    path: PATH,
    scopes: [CLASSIC, [READ, 'write:organization.user:jira-service-management', 'read:user:jira']],
    handler: addUsersToOrganization,
  },
  {
    operationId: 'removeUsersFromOrganization',
    method: 'DELETE',
    path: PATH,
    scopes: [CLASSIC, [READ, 'delete:organization.user:jira-service-management', 'read:user:jira']],
    handler: removeUsersFromOrganization,
  },
];

/** Lists members in the order of their account ids. */
function getUsersInOrganization(call: Call): Answer {
  requireServiceDeskStaff(call.model, call.actor);
  const members = [...namedOrganization(call).members]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((accountId) => call.model.accounts.get(accountId) ?? []);
  const { items, page } = jsmPage(call, members);
  return { status: 200, json: page(items.map((account) => customerJson(call, account))), people: items.length };
}

/** Adds all accounts or none. */
function addUsersToOrganization(call: Call): Answer {
  requireOrganizationManager(call.model, call.actor);
  const { members } = namedOrganization(call);
  const accountIds = readAccountIds(call);
  if (possibleCustomers(call, accountIds).length < accountIds.length) {
    throw new Refusal(400, 'One or more of the users are unknown.');
  }
  accountIds.forEach((accountId) => members.add(accountId));
  return { status: 204 };
}

/** Removes members. Answers the same for accounts that aren't members, but refuses unknown accounts. */
function removeUsersFromOrganization(call: Call): Answer {
  requireOrganizationManager(call.model, call.actor);
  const { members } = namedOrganization(call);
  const accountIds = readAccountIds(call);
  if (accountIds.some((accountId) => !call.model.accounts.has(accountId))) {
    throw new Refusal(400, 'One or more of the users are unknown.');
  }
  accountIds.forEach((accountId) => members.delete(accountId));
  return { status: 204 };
}
