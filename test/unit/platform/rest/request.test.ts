import { describe, it } from 'vitest';

import { groupReads, groupWrites } from '../../../../src/platform/confluence/group-operations';
import { userReads } from '../../../../src/platform/confluence/operations';
import { CALLER, privilegedUser } from '../../../../src/platform/rest/identity';
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

function read(deps = requestDeps()) {
  return send(deps, groupReads.getGroupByGroupId, CALLER, { query: { id: GROUP } });
}
function write(deps = requestDeps()) {
  return send(deps, groupWrites.addUserToGroupByGroupId, privilegedUser(LENDER), {
    query: { groupId: GROUP },
    body: { accountId: PERSON },
  });
}

describe('a call', () => {
  it('carries what it asks, as whom, and nothing else', async ({ expect }) => {
    const calls = scriptSite([json(aGroup())]);
    await read();
    expect(calls).toEqual([
      {
        remote: 'confluence',
        accountId: undefined,
        provider: 'user',
        method: 'GET',
        path: '/wiki/rest/api/group/by-id',
        query: { id: GROUP },
        headers: { accept: 'application/json' },
        body: undefined,
      },
    ]);
  });

  it('that writes says that it is no forgery, and acts as the privileged user', async ({ expect }) => {
    const calls = scriptSite([status(201)]);
    await write();
    expect(calls).toEqual([
      {
        remote: 'confluence',
        accountId: LENDER,
        provider: 'user',
        method: 'POST',
        path: '/wiki/rest/api/group/userByGroupId',
        query: { groupId: GROUP },
        headers: { accept: 'application/json', 'content-type': 'application/json', 'x-atlassian-token': 'no-check' },
        body: { accountId: PERSON },
      },
    ]);
  });

  it('is not sent as somebody for whom its row has no place', async ({ expect }) => {
    const calls = scriptSite([]);
    const identity = CALLER;
    // @ts-expect-error What the types refuse is refused at run time too.
    const call = send(requestDeps(), groupWrites.addUserToGroupByGroupId, identity, { query: { groupId: 'g' } });
    await expect(call).rejects.toThrow('addUserToGroupByGroupId is not sent as caller');
    expect(calls).toEqual([]);
  });

  it('is not sent when there is no time left', async ({ expect }) => {
    const calls = scriptSite([]);
    expect(await failureOf(write(requestDeps({ budgetMs: 0 })))).toEqual({
      code: 'UPSTREAM_UNAVAILABLE',
      changed: 'nothing',
    });
    expect(calls).toEqual([]);
  });
});

describe('a read', () => {
  it.for([500, 502, 503, 504, 408])('is repeated after %i, waiting longer each time', async (code, { expect }) => {
    const calls = scriptSite([status(code), status(code), json(aGroup())]);
    const deps = requestDeps();
    expect(await read(deps)).toMatchObject({ id: GROUP });
    expect(calls).toHaveLength(3);
    expect(deps.waits).toEqual([400, 800]);
  });

  it('is repeated when no answer came', async ({ expect }) => {
    const calls = scriptSite([lost(), json(aGroup())]);
    expect(await read()).toMatchObject({ id: GROUP });
    expect(calls).toHaveLength(2);
  });

  it('spreads its waits at random from nothing up', async ({ expect }) => {
    scriptSite([status(503), status(503), json(aGroup())]);
    const deps = requestDeps({ random: 0.25 });
    await read(deps);
    expect(deps.waits).toEqual([100, 200]);
  });

  it('is repeated after a wait that is no whole number of milliseconds', async ({ expect }) => {
    scriptSite([status(503), json(aGroup())]);
    expect(await read(requestDeps({ random: 0.12345 }))).toMatchObject({ id: GROUP });
  });

  it('is given up after three tries', async ({ expect }) => {
    const calls = scriptSite([status(503), lost(), status(503)]);
    expect(await failureOf(read())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    expect(calls).toHaveLength(3);
  });

  it.for([400, 401, 403, 404, 409, 410, 501])('is never repeated after %i', async (code, { expect }) => {
    const calls = scriptSite([status(code)]);
    await failureOf(read());
    expect(calls).toHaveLength(1);
  });

  it.for([
    ['429', 429],
    ['503', 503],
  ] as const)('waits as long as a %s asks', async ([, code], { expect }) => {
    scriptSite([status(code, { 'retry-after': '2' }), json(aGroup())]);
    const deps = requestDeps({ random: 0.5 });
    await read(deps);
    expect(deps.waits).toEqual([2125]);
  });

  it('does not wait for a quota', async ({ expect }) => {
    const calls = scriptSite([status(429, { 'retry-after': '1800' })]);
    expect(await failureOf(read())).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 1800, changed: 'nothing' });
    expect(calls).toHaveLength(1);
  });

  it('does not wait past the deadline', async ({ expect }) => {
    const calls = scriptSite([status(429, { 'retry-after': '4' })]);
    const deps = requestDeps({ budgetMs: 5_900 });
    expect(await failureOf(read(deps))).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 4 });
    expect(calls).toHaveLength(1);
    expect(deps.waits).toEqual([]);
  });

  it('by POST is repeated like any other', async ({ expect }) => {
    const calls = scriptSite([lost(), json({ results: [] })]);
    await send(requestDeps(), userReads.createBulkUserLookup, CALLER, { body: { accountIds: [PERSON] } });
    expect(calls.map(({ method, headers }) => [method, headers['x-atlassian-token']])).toEqual([
      ['POST', undefined],
      ['POST', undefined],
    ]);
  });
});

describe('a write', () => {
  it.for([
    ['a 429 that names a short wait', () => status(429, { 'retry-after': '1' })],
    ['a 429 that names no wait', () => status(429)],
    ['a 429 that names a long one', () => status(429, { 'retry-after': '6' })],
    ['a 500', () => status(500)],
    ['a 503 that names a wait', () => status(503, { 'retry-after': '1' })],
    ['a lost answer', lost],
    ['a refusal', () => status(403)],
  ] as const)('is not repeated after %s', async ([, reply], { expect }) => {
    const calls = scriptSite([reply()]);
    await failureOf(write());
    expect(calls).toHaveLength(1);
  });
});

describe('the log', () => {
  it('has one line for each failed try, without bodies, headers or ids', async ({ expect }) => {
    scriptSite([status(503, {}, 'secret'), status(404, {}, 'secret')]);
    const deps = requestDeps();
    await failureOf(read(deps));
    function line(code: number, attempt: number) {
      return {
        level: 'warn',
        event: 'restCallFailed',
        fields: { operationId: 'getGroupByGroupId', status: code, actsAs: 'caller', attempt },
      };
    }
    expect(deps.lines).toEqual([line(503, 1), line(404, 2)]);
  });

  it('is silent about what went well', async ({ expect }) => {
    scriptSite([json(aGroup())]);
    const deps = requestDeps();
    await read(deps);
    expect(deps.lines).toEqual([]);
  });
});
