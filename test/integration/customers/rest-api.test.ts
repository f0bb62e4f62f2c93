// The app's REST API as scripts use it, over HTTP with a token.
import { beforeEach, describe, expect, it } from 'vitest';

import { isWrite, openSandbox, type World } from '../../support/integration';
import { problemOf } from '../../support/problem-details';

const NEW = 'nadia.comer@acme.example';
const BODY = { projectKey: 'SUP', email: NEW, displayName: 'Nadia Comer' };

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function post(body: unknown = BODY, headers: Record<string, string> = {}, handle = 'agent') {
  return world.api.post(handle, body, { headers });
}
async function get(query: string, handle = 'agent') {
  return world.api.get(handle, query);
}
function made() {
  return [...world.model.accounts.values()].filter(({ email }) => email.startsWith('nadia.'));
}
function nothingDone() {
  expect(world.privilegedCalls()).toEqual([]);
  expect(world.requests().filter(isWrite)).toEqual([]);
}

describe('POST /customers', () => {
  it('201 for a new account, 200 for one that is there, with the result so far', async () => {
    const first = await post({ ...BODY, organizationIds: ['1'] });
    const account = { accountId: world.customer(NEW)?.accountId, kind: 'customer' };
    function places(outcome: string) {
      return { project: outcome, organizations: [{ organizationId: '1', outcome }] };
    }
    expect(first).toMatchObject({
      status: 201,
      body: { account: { ...account, outcome: 'created' }, ...places('added') },
    });
    expect(first.headers.get('content-type')).toBe('application/json');
    expect(await post({ ...BODY, organizationIds: ['1'] })).toMatchObject({
      status: 200,
      body: { account: { ...account, outcome: 'existed' }, ...places('alreadyThere') },
    });
    expect(made()).toHaveLength(1);
  });

  it.each([
    ['a body that is no JSON', '{"projectKey":', 400, 'INVALID_INPUT'],
    ['no body', '', 400, 'INVALID_INPUT'],
    ['null', 'null', 400, 'INVALID_INPUT'],
    ['a list', [BODY], 400, 'INVALID_INPUT'],
    ['a text', '"nadia.comer@acme.example"', 400, 'INVALID_INPUT'],
    ['a field too many', { ...BODY, accountId: '1' }, 400, 'INVALID_INPUT'],
    ['a field too few', { email: NEW }, 400, 'INVALID_INPUT'],
    ['a prototype', `{"projectKey":"SUP","email":"${NEW}","__proto__":{"agent":true}}`, 400, 'INVALID_INPUT'],
    ['a key of a project that is a path', { ...BODY, projectKey: 'SUP/../PRIV' }, 400, 'INVALID_INPUT'],
    ['an address that is none', { ...BODY, email: 'nadia' }, 400, 'EMAIL_INVALID'],
    ['a name that is none', { ...BODY, displayName: 'Nadia\nComer' }, 400, 'NAME_INVALID'],
    ['an organization that is not allowed', { ...BODY, organizationIds: ['2'] }, 403, 'ORGANIZATION_NOT_ALLOWED'],
    ['a project where the caller is no agent', { ...BODY, projectKey: 'PRIV' }, 403, 'NOT_AGENT'],
    ['a project that is not there', { ...BODY, projectKey: 'NONE' }, 403, 'NOT_AGENT'],
  ])('%s', async (_name, body, status, code) => {
    expect(problemOf(await post(body))).toEqual({ status, code });
    nothingDone();
    expect(made()).toEqual([]);
  });

  it('the rules of the project: 403, and 429 where a quota is used up', async () => {
    await world.savePolicy('SUP', { deniedDomains: ['acme.example'] });
    expect(problemOf(await post())).toEqual({ status: 403, code: 'DOMAIN_DENIED' });
    await world.savePolicy('SUP', { deniedDomains: [], dailyPerAgent: 0 });
    expect(problemOf(await post())).toEqual({ status: 429, code: 'AGENT_QUOTA_REACHED' });
    await world.savePolicy('SUP', { enabled: false });
    expect(problemOf(await post())).toEqual({ status: 403, code: 'CUSTOMERS_OFF' });
    expect(made()).toEqual([]);
  });

  it('409 for an account that nobody who was asked can see', async () => {
    world.model.setStatus(world.id('lone-customer'), 'inactive');
    expect(problemOf(await post({ ...BODY, email: 'lena@freelance.example' }))).toEqual({
      status: 409,
      code: 'EXISTS_NOT_VISIBLE',
    });
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '120' } }, { status: 429, code: 'RATE_LIMITED' }, '120'],
    [{ drop: 'before' }, { status: 504, code: 'OUTCOME_UNKNOWN' }, null],
    [{ status: 201, body: {} }, { status: 502, code: 'CREATED_NOT_FOUND' }, null],
    [{ status: 400 }, { status: 400, code: 'EMAIL_REJECTED' }, null],
    [{ status: 403 }, { status: 503, code: 'ATLASSIAN_REFUSED' }, null],
  ])('Jira’s own answer %j', async (fault, expected, retryAfter) => {
    world.faults.add({ on: 'rest', operationId: 'createCustomer', times: 9, ...fault } as never);
    const answer = await post();
    expect(problemOf(answer)).toEqual(expected);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(answer.body['result']).toMatchObject({ project: 'notTried' });
  });

  it('no Jira administrator to act: 403', async () => {
    world.model.revokeAccess(world.groupId('site-admins'), 'jira-admin');
    await world.asJiraAdmin('jira-admin', 'checkJiraRight', {});
    expect(problemOf(await post())).toEqual({ status: 403, code: 'JIRA_RIGHT_MISSING' });
  });

  it('whoever is refused twenty times in a minute waits', async () => {
    for (let time = 0; time < 20; time += 1) await post({ ...BODY, projectKey: 'PRIV' });
    world.site.clearRequests();
    expect(problemOf(await post())).toEqual({ status: 429, code: 'TOO_MANY_REFUSALS' });
    expect(world.requests()).toEqual([]);
    world.advance(61_000);
    expect((await post()).status).toBe(201);
  });
});

describe('who calls', () => {
  it.each([
    ['nobody', undefined, undefined],
    ['without the scope of the app', 'agent', ['write:customer:custom']],
    ['without the scope of the route', 'agent', ['read:forge-app:jira', 'read:customer:custom']],
  ])('%s: 401', async (_name, handle, scopes) => {
    const answer = await world.api.post(handle, BODY, scopes === undefined ? {} : { scopes });
    expect(answer.status).toBe(401);
    nothingDone();
    expect(made()).toEqual([]);
  });

  it('with a token that has expired, or that was made up: 401', async () => {
    const token = await world.api.tokenOf('agent');
    world.advance(3_600_001);
    for (const bearer of [token, 'sandbox-made-up']) {
      expect((await world.api.post(undefined, BODY, { headers: { authorization: `Bearer ${bearer}` } })).status).toBe(
        401,
      );
    }
    nothingDone();
  });

  it('is whom the platform names, whatever a header, the body or the query says', async () => {
    const agent = world.id('agent');
    const headers = {
      'x-atlassian-account-id': agent,
      'x-forge-account-id': agent,
      'forge-user-id': agent,
      'x-forwarded-user': agent,
      principal: JSON.stringify({ accountId: agent }),
      'atl-accountid': agent,
    };
    expect(problemOf(await post(BODY, headers, 'priv-agent'))).toEqual({ status: 403, code: 'NOT_AGENT' });
    const principal = { accountId: agent };
    expect(problemOf(await post({ ...BODY, principal, context: { principal } }, headers, 'priv-agent'))).toEqual({
      status: 400,
      code: 'INVALID_INPUT',
    });
    expect(problemOf(await get(`projectKey=SUP&email=ada@acme.example&accountId=${agent}`, 'priv-agent'))).toEqual({
      status: 400,
      code: 'INVALID_INPUT',
    });
    nothingDone();
  });

  it('is recorded as the one who called', async () => {
    await post(BODY, { 'x-atlassian-account-id': world.id('site-admin') });
    const row = world.auditRows().find(({ action }) => action === 'createCustomer');
    expect(row).toMatchObject({ caller: world.id('agent'), actedAs: world.id('site-admin'), via: 'api' });
  });

  it('a person who lost Jira since the consent: 403', async () => {
    const token = await world.api.tokenOf('agent');
    world.model.setStatus(world.id('agent'), 'inactive');
    const answer = await world.api.post(undefined, BODY, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(403);
    nothingDone();
  });
});

describe('GET /customers', () => {
  it('200 with the account that the caller can see', async () => {
    expect(await get('projectKey=SUP&email=ADA%40acme.example')).toMatchObject({
      status: 200,
      body: { accountId: world.id('acme-customer'), kind: 'customer' },
    });
    nothingDone();
  });

  it.each([
    ['nobody', `projectKey=SUP&email=${NEW}`, 404, 'NOT_FOUND'],
    ['somebody whom the policy does not take', 'projectKey=SUP&email=developer@example.com', 404, 'NOT_FOUND'],
    ['an address that is none', 'projectKey=SUP&email=nadia', 400, 'INVALID_INPUT'],
    ['nothing', '', 400, 'INVALID_INPUT'],
    ['a name twice', `projectKey=SUP&email=${NEW}&email=ada@acme.example`, 400, 'INVALID_INPUT'],
    ['a project twice', `projectKey=PRIV&projectKey=SUP&email=ada@acme.example`, 400, 'INVALID_INPUT'],
    ['a prototype', `projectKey=SUP&email=${NEW}&__proto__=1`, 400, 'INVALID_INPUT'],
    ['another project', 'projectKey=PRIV&email=ada@acme.example', 403, 'NOT_AGENT'],
  ])('for %s', async (_name, query, status, code) => {
    expect(problemOf(await get(query))).toEqual({ status, code });
    nothingDone();
  });

  it('401 without the scope for it', async () => {
    const scopes = ['read:forge-app:jira', 'write:customer:custom'];
    expect((await world.api.get('agent', `projectKey=SUP&email=${NEW}`, { scopes })).status).toBe(401);
  });
});

it('an admin who switched app REST APIs off: 403, and nothing runs', async () => {
  world.forge.appRest.setEnabled(false);
  expect((await post()).status).toBe(403);
  expect(world.requests()).toEqual([]);
});
