// People in Jira: the caller, one, a search, and a person's groups.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ and /api-group-user-search/
import { numberParam, requiredParam, type Answer } from '../../core/call';
import { Refusal, unmodelled } from '../../core/refusal';
import type { Account, Group } from '../../people/model';
import { isActive, mayReadEmail } from '../../people/rules';
import { JIRA_SEARCH_PAGE, JIRA_SEARCH_REACH } from '../limits';
import type { Call, Row } from '../model';
import { canBrowseUsers } from '../rules';
import { groupNameJson, jiraUserJson } from './json';

const READ_ONE = [
  ['read:jira-user'],
  ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
];
const NO_LONGER = ['username', 'key'];

export const jiraUserRows: readonly Row[] = [
  {
    operationId: 'getCurrentUser',
    method: 'GET',
    path: '/rest/api/3/myself',
    scopes: READ_ONE,
    handler: getMyself,
  },
  {
    operationId: 'getUser',
    method: 'GET',
    path: '/rest/api/3/user',
    scopes: READ_ONE,
    notModelled: [...NO_LONGER, 'expand'],
    handler: (call) => ({ status: 200, json: jiraUserJson(call, namedAccount(call)), people: 1 }),
  },
  {
    operationId: 'getUserGroups',
    method: 'GET',
    path: '/rest/api/3/user/groups',
    scopes: [['read:jira-user'], ['read:group:jira']],
    notModelled: NO_LONGER,
    handler: getUserGroups,
  },
  {
    operationId: 'findUsers',
    method: 'GET',
    path: '/rest/api/3/user/search',
    scopes: [
      ['read:jira-user'],
      [
        'read:user:jira',
        'read:user.property:jira',
        'read:application-role:jira',
        'read:avatar:jira',
        'read:group:jira',
      ],
    ],
    notModelled: ['username', 'property'],
    handler: findUsers,
  },
];

/** Answers the caller's account. `expand=groups` adds their groups; no other expansion is modeled. */
function getMyself(call: Call): Answer {
  const { actor, model, url } = call;
  const json = jiraUserJson(call, actor.account);
  const expand = url.searchParams.get('expand');
  if (expand === null) return { status: 200, json, people: 1 };
  if (expand !== 'groups') throw unmodelled(`GET /rest/api/3/myself?expand=${expand}`);
  const items = groupsOf(model, actor.account.accountId).map((group) => groupNameJson(call, group));
  return { status: 200, json: { ...json, groups: { size: items.length, items } }, people: 1 + items.length };
}

function groupsOf({ groups }: Call['model'], accountId: string): Group[] {
  return [...groups.values()].filter(({ members }) => members.has(accountId));
}

function getUserGroups(call: Call): Answer {
  const { accountId } = namedAccount(call);
  const groups = groupsOf(call.model, accountId);
  return { status: 200, json: groups.map((group) => groupNameJson(call, group)), people: groups.length };
}

/** Finds active accounts and portal-only customers, whatever products they may use. */
function findUsers(call: Call): Answer {
  const { model, actor, url } = call;
  const query = url.searchParams.get('query')?.trim() ?? '';
  const accountId = url.searchParams.get('accountId') ?? '';
  if ((query === '') === (accountId === '')) {
    throw new Refusal(400, 'Either the query or the accountId parameter is needed, and not both.');
  }
  const startAt = numberParam(call, 'startAt', 0);
  const maxResults = numberParam(call, 'maxResults', JIRA_SEARCH_PAGE);

  function isFound(account: Account) {
    return (
      isActive(account) &&
      (accountId === '' ? matches(call, account, query.toLowerCase()) : account.accountId === accountId)
    );
  }

  const found = canBrowseUsers(model, actor.account) ? [...model.accounts.values()].filter(isFound) : [];
  const page = found.slice(0, JIRA_SEARCH_REACH).slice(startAt, startAt + maxResults);
  return { status: 200, json: page.map((account) => jiraUserJson(call, account)), people: page.length };
}

/** Matches the beginning of a name or of a visible email; of a hidden email, only the whole. */
function matches({ actor }: Call, account: Account, query: string): boolean {
  const email = account.email.toLowerCase();
  const isAddress = email === query || (mayReadEmail(actor, account) && email.startsWith(query));
  return account.name.toLowerCase().startsWith(query) || isAddress;
}

function namedAccount(call: Call): Account {
  if (!canBrowseUsers(call.model, call.actor.account)) {
    throw new Refusal(403, 'Browse users and groups permission is required to view users.');
  }
  const account = call.model.accounts.get(requiredParam(call, 'accountId'));
  if (account === undefined || account.status === 'closed') {
    throw new Refusal(404, 'Specified user does not exist or you do not have required permissions');
  }
  return account;
}
