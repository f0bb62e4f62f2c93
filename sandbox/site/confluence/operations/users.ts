// People: one, the caller, many by id, and search.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
import { z } from 'zod';

import { choiceParam, readBody, requiredParam, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import type { Account } from '../../people/model';
import { mayReadEmail } from '../../people/rules';
import { parseUserQuery } from '../cql';
import { V1_BULK_USERS, V1_SEARCH_PAGE, V2_BULK_USERS } from '../limits';
import type { Call, Row } from '../model';
import { offsetPage } from '../paging';
import { usersOf } from '../rules';
import { AVATAR_PATH, personalSpaceOf, userJson } from './user-json';

const READ_USERS = [['read:confluence-user'], ['read:content-details:confluence']];

const bulkSchema = z.object({ accountIds: z.array(z.string()).min(1).max(V2_BULK_USERS) });

export const userRows: readonly Row[] = [
  { operationId: 'getUser', method: 'GET', path: '/wiki/rest/api/user', scopes: READ_USERS, handler: getUser },
  {
    operationId: 'getCurrentUser',
    method: 'GET',
    path: '/wiki/rest/api/user/current',
    scopes: READ_USERS,
    handler: (call) => ({ status: 200, json: userJson(call, call.actor.account), people: 1 }),
  },
  {
    operationId: 'getBulkUserLookup',
    method: 'GET',
    path: '/wiki/rest/api/user/bulk',
    scopes: READ_USERS,
    handler: getBulkUserLookup,
  },
  {
    operationId: 'searchUser',
    method: 'GET',
    path: '/wiki/rest/api/search/user',
    scopes: [['read:content-details:confluence']],
    handler: searchUser,
  },
  {
    operationId: 'createBulkUserLookup',
    method: 'POST',
    path: '/wiki/api/v2/users-bulk',
    scopes: [['read:user:confluence']],
    handler: createBulkUserLookup,
  },
];

function getUser(call: Call): Answer {
  const accountId = requiredParam(call, 'accountId');
  const account = visibleAccount(call, accountId);
  if (account === undefined) {
    throw new Refusal(404, `No user with the account id ${accountId}`);
  }
  return { status: 200, json: userJson(call, account), people: 1 };
}

/** Finds an account that v1 knows: portal customers and closed accounts are unknown to it. */
function visibleAccount({ model }: Call, accountId: string): Account | undefined {
  const account = model.accounts.get(accountId);
  return account === undefined || account.accountType === 'customer' || account.status === 'closed'
    ? undefined
    : account;
}

function getBulkUserLookup(call: Call): Answer {
  requiredParam(call, 'accountId');
  const accountIds = call.url.searchParams.getAll('accountId').slice(0, V1_BULK_USERS);
  const results = accountIds.flatMap((accountId) => visibleAccount(call, accountId) ?? []);
  const json = {
    results: results.map((account) => userJson(call, account)),
    start: 0,
    limit: V1_BULK_USERS,
    size: results.length,
    _links: { base: `${call.url.origin}/wiki`, context: '/wiki' },
  };
  return { status: 200, json, people: results.length };
}

/** Finds accounts that may use Confluence, apps included. `totalSize` is the size of the page, as clients report. */
function searchUser(call: Call): Answer {
  const cql = requiredParam(call, 'cql');
  const matches = parseUserQuery(cql);
  const filter = choiceParam(call, 'sitePermissionTypeFilter', ['all', 'externalCollaborator', 'none']);
  const isUser = usersOf(call.model);
  const found = [...call.model.accounts.values()].filter(
    (account) => filter !== 'externalCollaborator' && isUser(account) && matches(account),
  );
  const { items, start, limit, links } = offsetPage(call, found, V1_SEARCH_PAGE);
  const json = {
    results: items.map((account) => searchResult(call, account)),
    start,
    limit,
    size: items.length,
    totalSize: items.length,
    cqlQuery: cql,
    searchDuration: 1,
    _links: links,
  };
  return { status: 200, json, people: items.length };
}

function searchResult(call: Call, account: Account) {
  return {
    user: userJson(call, account),
    title: account.name,
    excerpt: '',
    url: `/people/${account.accountId}`,
    breadcrumbs: [],
    entityType: 'user',
    iconCssClass: 'aui-icon content-type-profile',
    lastModified: new Date(call.clock.now()).toISOString(),
    score: 0,
  };
}

/** Looks up accounts by id. Silently leaves out unknown ids; `accountType` identifies portal customers and apps. */
function createBulkUserLookup(call: Call): Answer {
  const { accountIds } = readBody(call, bulkSchema);
  const accounts = [...new Set(accountIds)].flatMap((accountId) => call.model.accounts.get(accountId) ?? []);
  const results = accounts.map((account) => userV2Json(call, account));
  const json = { results, _links: { base: `${call.url.origin}/wiki` } };
  return { status: 200, json, people: results.length };
}

function userV2Json(call: Call, account: Account) {
  const { accountId, accountType, name, status } = account;
  const space = personalSpaceOf(call, accountId);
  const shownName = status === 'closed' ? 'Former user' : name;
  return {
    displayName: shownName,
    ...(space === undefined ? {} : { personalSpaceId: space.id }),
    isExternalCollaborator: false,
    accountStatus: status,
    accountId,
    email: mayReadEmail(call.actor, account) ? account.email : '',
    accountType,
    publicName: shownName,
    profilePicture: { path: AVATAR_PATH, isDefault: true },
  };
}
