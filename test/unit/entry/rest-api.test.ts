import { describe, it } from 'vitest';

import { createAutomationAction } from '../../../src/entry/automation-action';
import { createRefusalLimit } from '../../../src/entry/call/refusal-limit';
import { createRestApi } from '../../../src/entry/rest-api';
import { ann, answerLost, fails, person } from '../../support/ports/builders';
import { acme, aPolicy } from '../../support/ports/customers';
import { aWorld, type World } from '../../support/ports/world';

const platform = { principal: { accountId: ann }, installContext: 'site-1' };
function body(more: object = {}) {
  return JSON.stringify({ projectKey: 'SUP', email: 'ada@example.com', organizationIds: [acme], ...more });
}

function open(world: World = aWorld()) {
  const parts = { portsFor: () => world.ports, refusalLimit: createRefusalLimit(world.clock) };
  const api = createRestApi(parts);
  function read({ statusCode, headers, body: text }: Awaited<ReturnType<typeof api.post>>) {
    return {
      status: statusCode,
      type: headers['Content-Type']?.[0],
      retryAfter: headers['Retry-After']?.[0],
      json: JSON.parse(text) as Record<string, unknown>,
    };
  }
  return {
    world,
    action: createAutomationAction(parts),
    post: async (text: unknown, headers: object = {}, who: unknown = platform) =>
      read(await api.post({ method: 'POST', path: '/customers', headers, queryParameters: {}, body: text }, who)),
    get: async (queryParameters: object, who: unknown = platform) =>
      read(await api.get({ method: 'GET', path: '/customers', headers: {}, queryParameters }, who)),
  };
}

describe('POST /customers', () => {
  it('answers 201 for a new account, 200 for one that was there, each step with its result', async ({ expect }) => {
    const { post } = open();
    const created = await post(body());
    expect(created).toMatchObject({
      status: 201,
      type: 'application/json',
      json: { account: { outcome: 'created' }, project: 'added', organizations: [{ outcome: 'added' }] },
    });
    expect(await post(body())).toMatchObject({ status: 200, json: { account: { outcome: 'existed' } } });
  });

  it('is a success even if a later step failed, which its own result says', async ({ expect }) => {
    const { world, post } = open();
    world.journal.fail('addToOrganization', answerLost);
    expect(await post(body())).toMatchObject({
      status: 200,
      json: { account: { outcome: 'thereNow' }, organizations: [{ outcome: 'unknown' }] },
    });
  });

  it.for([
    ['no JSON', '{', 400, 'INVALID_INPUT'],
    ['no body', undefined, 400, 'INVALID_INPUT'],
    ['a list', '[]', 400, 'INVALID_INPUT'],
    ['no project', JSON.stringify({ email: 'a@b.example' }), 400, 'INVALID_INPUT'],
    ['a project key that is a path', body({ projectKey: '../SUP' }), 400, 'INVALID_INPUT'],
    ['an unknown field', body({ accountId: 'boss' }), 400, 'INVALID_INPUT'],
    ['a key in the body', body({ idempotencyKey: 'from-the-body' }), 201, undefined],
    ['an address that is none', body({ email: 'ada' }), 400, 'EMAIL_INVALID'],
    ['a project that is not there', body({ projectKey: 'NONE' }), 403, 'NOT_AGENT'],
    ['an organization of another project', body({ organizationIds: ['2'] }), 403, 'ORGANIZATION_NOT_ALLOWED'],
  ] as const)('%s', async ([_what, text, status, code], { expect }) => {
    const answer = await open().post(text);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    if (status >= 400) expect(answer).toMatchObject({ type: 'application/problem+json', json: { status } });
  });

  it('takes the caller from the platform alone', async ({ expect }) => {
    const { post, world } = open();
    const headers = { 'x-slauth-user-context-account-id': ['boss'], authorization: ['Bearer x'] };
    expect(await post(body(), headers, {})).toMatchObject({ status: 401, json: { code: 'NOT_SIGNED_IN' } });
    expect(world.journal.lines()).toEqual(['refuse createCustomer']);
  });

  it('repeats its answer for the same key, and refuses the key for another body', async ({ expect }) => {
    const { post, world } = open();
    const headers = { 'idempotency-key': ['key-12345678'] };
    await post(body(), headers);
    expect(await post(body(), headers)).toMatchObject({ status: 201, json: { account: { outcome: 'created' } } });
    expect(await post(body({ displayName: 'Other' }), headers)).toMatchObject({
      status: 422,
      json: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(world.jiraState.taken.agent).toBe(1);
  });

  it.for([['short'], ['with blank 123'], ['line\r\nbreak-1'], ['x'.repeat(129)]])(
    'refuses the key %j',
    async (key, { expect }) => {
      expect(await open().post(body(), { 'idempotency-key': key })).toMatchObject({
        status: 400,
        json: { fields: [{ field: 'idempotencyKey' }] },
      });
    },
  );

  it('reads its key in any case, and refuses two', async ({ expect }) => {
    const { post, world } = open();
    await post(body(), { 'Idempotency-Key': ['key-12345678'] });
    expect(await post(body(), { 'idempotency-key': 'key-12345678' })).toMatchObject({ status: 201 });
    expect(world.jiraState.taken.agent).toBe(1);
    expect((await post(body(), { 'idempotency-key': ['key-12345678', 'key-87654321'] })).status).toBe(400);
  });

  it('says how long to wait', async ({ expect }) => {
    const { world, post } = open();
    world.journal.fail('findAccount', fails({ code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' }));
    expect(await post(body())).toMatchObject({ status: 429, retryAfter: '30', json: { code: 'RATE_LIMITED' } });
  });

  it.for([
    [aPolicy({ dailyPerAgent: 0 }), 429, 'AGENT_QUOTA_REACHED'],
    [aPolicy({ enabled: false }), 403, 'CUSTOMERS_OFF'],
    [aPolicy({ deniedDomains: ['example.com'] }), 403, 'DOMAIN_DENIED'],
  ] as const)('obeys the policy: %#', async ([policy, status, code], { expect }) => {
    const { world, post } = open();
    world.jiraState.policy = policy;
    expect(await post(body())).toMatchObject({ status, json: { code } });
  });
});

describe('GET /customers', () => {
  const query = { projectKey: ['SUP'], email: ['ada@example.com'] };

  it('answers the account that the caller sees', async ({ expect }) => {
    const { world, get } = open();
    expect(await get(query)).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    world.jiraState.accounts.set('ada@example.com', { accountId: person('qm:1'), kind: 'customer', active: true });
    expect(await get(query)).toMatchObject({ status: 200, json: { accountId: 'qm:1', kind: 'customer' } });
  });

  it('takes no name twice', async ({ expect }) => {
    const { get } = open();
    expect((await get({ ...query, email: ['a@b.example', 'c@d.example'] })).status).toBe(400);
    expect((await get({ projectKey: ['SUP', 'PRIV'], email: ['a@b.example'] })).status).toBe(400);
    expect((await get({})).status).toBe(400);
  });
});

describe('the automation action', () => {
  const inputs = { issueKey: 'SUP-12', email: 'ada@example.com', displayName: 'Ada', organizationId: '' };

  it('creates where rules are on, and answers the result', async ({ expect }) => {
    const { world, action } = open();
    world.jiraState.policy = aPolicy({ rules: true });
    expect(await action(inputs, platform)).toEqual({
      accountId: 'qm:1',
      outcome: 'created',
      code: null,
      project: 'added',
      organization: null,
      comment: 'written',
    });
  });

  it.for([
    [inputs, platform, 'Not allowed: RULES_OFF'],
    [{ ...inputs, issueKey: 'PRIV-1' }, platform, 'Not allowed: NOT_AGENT'],
    [inputs, {}, 'Not allowed: NOT_SIGNED_IN'],
    [{ ...inputs, issueKey: '../x' }, platform, 'issueKey: Enter a work item key, such as SUP-12.'],
    [{ ...inputs, email: '' }, platform, 'email: Enter an email address.'],
    [null, platform, 'issueKey: Invalid input'],
  ] as const)('tells the rule why not: %#', async ([sent, who, message], { expect }) => {
    const answer = await open().action(sent, who);
    expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining(message) as string }] });
  });
});
