import { describe, it } from 'vitest';

import { groupReads, groupWrites } from '../../../../src/platform/confluence/group-operations';
import { spaceReads, userReads } from '../../../../src/platform/confluence/operations';
import { jiraReads } from '../../../../src/platform/jira/operations';
import { APP, CALLER, privilegedUser } from '../../../../src/platform/rest/identity';
import { send } from '../../../../src/platform/rest/request';
import {
  aGroup,
  failureOf,
  GROUP,
  json,
  LENDER,
  lost,
  PERSON,
  requestDeps,
  scriptSite,
  status,
} from '../scripted-site';

const NEAR = { 'x-ratelimit-nearlimit': 'true' };
const OPERATIONS = {
  operations: [
    { operation: 'read', targetType: 'space' },
    { operation: 'administer', targetType: 'space' },
  ],
};

type Deps = ReturnType<typeof requestDeps>;

function group(deps: Deps) {
  return send(deps, groupReads.getGroupByGroupId, CALLER, { query: { id: GROUP } });
}
function add(deps: Deps) {
  return send(deps, groupWrites.addUserToGroupByGroupId, privilegedUser(LENDER), { query: { groupId: GROUP } });
}

const COSTS: [string, number, Response, (deps: Deps) => Promise<unknown>][] = [
  ['an object', 3, json(aGroup()), group],
  ['a page of two', 5, json({ results: [aGroup(), aGroup()] }), (deps) => send(deps, groupReads.getGroups, CALLER)],
  [
    'accounts by a body',
    3,
    json({ results: [{ accountId: PERSON }] }),
    (deps) => send(deps, userReads.createBulkUserLookup, APP, { body: { accountIds: [PERSON] } }),
  ],
  [
    'what somebody may do in a space, however much that is',
    3,
    json(OPERATIONS),
    (deps) => send(deps, spaceReads.getSpaceOperations, CALLER, { path: { id: '1' } }),
  ],
  ['a write', 1, status(201), add],
  ['a refusal', 1, status(403), group],
  ['what Atlassian put off', 0, status(429), add],
  [
    'an answer of Jira, which says nothing of points',
    0,
    json({ permissions: {} }),
    (deps) => send(deps, jiraReads.getMyPermissions, CALLER),
  ],
];

describe('what an invocation spends', () => {
  it.for(COSTS)('is counted for %s: %i', async ([, points, reply, call], { expect }) => {
    const deps = requestDeps();
    scriptSite([reply]);
    await call(deps).catch(() => {});
    expect(deps.spending.spent()).toBe(points);
  });

  it('counts each try', async ({ expect }) => {
    const deps = requestDeps();
    scriptSite([status(503), lost(), json(aGroup())]);
    await group(deps);
    expect(deps.spending.spent()).toBe(1 + 1 + 3);
  });
});

describe('few points left', () => {
  it('are known from the first answer that says so, and from then on', async ({ expect }) => {
    const deps = requestDeps();
    scriptSite([json(aGroup()), status(201, NEAR), json(aGroup())]);
    await group(deps);
    expect(deps.spending.areLow()).toBe(false);
    await add(deps);
    expect(deps.spending.areLow()).toBe(true);
    await group(deps);
    expect(deps.spending.areLow()).toBe(true);
  });

  it('are known from a refusal too, and from no other word', async ({ expect }) => {
    const [deps, other] = [requestDeps(), requestDeps()];
    scriptSite([status(404, NEAR), status(201, { 'x-ratelimit-nearlimit': 'false' })]);
    await failureOf(group(deps));
    await add(other);
    expect([deps.spending.areLow(), other.spending.areLow()]).toEqual([true, false]);
  });

  it.for([
    ['its wait is short: too many calls at once', { 'retry-after': '1' }, false],
    ['it names none: the gateway’s limit', {}, false],
    ['its wait is the hour’s', { 'retry-after': '1800' }, true],
  ] as const)('are known from a 429 by its wait: %s', async ([, wait, isLow], { expect }) => {
    const deps = requestDeps();
    scriptSite([status(429, { ...NEAR, ...wait })]);
    await failureOf(add(deps));
    expect(deps.spending.areLow()).toBe(isLow);
  });
});
