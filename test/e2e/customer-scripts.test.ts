// The scripts of examples/ as somebody runs them, against the sandbox over HTTP.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { accountOf, allowCustomers, choosePrivilegedUser, consent, membersOf } from './customer-site';
import { openSandbox, type OpenSandbox } from './harness';

const examples = join(import.meta.dirname, '../../examples');
const NOAH = ['noah@acme.example', 'Noah Berg'];
const ACME = '1';

let opened: OpenSandbox;
beforeEach(async () => {
  opened = await openSandbox();
  await choosePrivilegedUser(opened);
  await allowCustomers(opened, 'SUP', { allowedDomains: ['acme.example'], rules: true });
});
afterEach(async () => opened.close());

/** Nothing of this process's environment but what Node needs. */
async function run(script: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(examples, script), ...args], { env });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, error };
}

function asAgent() {
  return { SITE: opened.url, EMAIL: 'agent@example.com', API_TOKEN: 'sandbox' };
}
async function byRule(env: Record<string, string> = {}) {
  return run('create-customer-by-rule.mjs', NOAH, { ...asAgent(), PROJECT: 'SUP', ...env });
}

async function byApi(args = [...NOAH, ACME], env: Record<string, string> = {}) {
  const { api, token } = await consent(opened, 'agent');
  return run('create-customer-by-api.mjs', args, { APP_API: api, ACCESS_TOKEN: token, PROJECT: 'SUP', ...env });
}

async function addRule(): Promise<void> {
  const answer = await fetch(`${opened.url}/_sandbox/automation/rules`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Customers for the integration',
      projectKey: 'SUP',
      trigger: 'issueCreated',
      actionKey: 'create-portal-customer',
      owner: accountOf(opened.sandbox, 'agent'),
      inputs: {
        issueKey: '{{issue.key}}',
        email: '{{issue.summary}}',
        displayName: '{{issue.description}}',
        organizationId: ACME,
      },
    }),
  });
  expect(answer.status).toBe(201);
}

function noah() {
  return [...opened.sandbox.site.model.accounts.values()].filter(({ email }) => email === NOAH[0]);
}
/** What a customer is part of: accounts, service projects, organizations. */
async function places() {
  return {
    accounts: noah(),
    inAcme: await membersOf(opened, ACME),
    inProject: [...(opened.sandbox.site.model.project('SUP').serviceDesk?.customers ?? [])],
  };
}
const IN_ACME = ['ada@acme.example', 'noah@acme.example'];

test('before: an agent may not create the customer, in the words that were reported', async () => {
  const before = await places();
  expect(await run('create-customer-before.mjs', [...NOAH, ACME], asAgent())).toEqual({
    code: 1,
    out: '',
    error:
      'POST /rest/servicedeskapi/customer: 403 {"errorMessage":"Unauthorized to perform the requested action, JIRA Administrators global permission is required."}\n',
  });
  expect(await places()).toEqual(before);
});

test('before: somebody who is there can be added to the organization', async () => {
  await byApi(NOAH);
  expect(await membersOf(opened, ACME)).toEqual(['ada@acme.example']);
  const done = await run('create-customer-before.mjs', [...NOAH, ACME], asAgent());
  expect(done).toEqual({ code: 0, out: `${noah()[0]?.accountId} is in organization 1.\n`, error: '' });
  expect(await membersOf(opened, ACME)).toEqual(IN_ACME);
});

describe('with a rule and the same credentials', () => {
  test('the customer ends up in the organization; once more changes nothing', async () => {
    await addRule();
    const done = await byRule();
    const after = await places();
    const { accountId } = noah()[0] ?? {};
    function rest(place: string) {
      return [`Account: ${accountId}`, `Customer of this project: ${place}.`, `Organization 1: ${place}.`, ''];
    }
    expect(done).toEqual({
      code: 0,
      out: ['SUP-2', 'Space Steward: Customer account created.', ...rest('added')].join('\n'),
      error: '',
    });
    expect(after).toMatchObject({ accounts: [{ name: 'Noah Berg', accountType: 'customer' }], inAcme: IN_ACME });
    expect(after.inProject).toContain(accountId);

    expect(await byRule()).toEqual({
      code: 0,
      out: ['SUP-3', 'Space Steward: This person already has an account.', ...rest('there already')].join('\n'),
      error: '',
    });
    expect(await places()).toEqual(after);
  });

  test('what the rules of the project forbid is told, and ends with 1', async () => {
    await addRule();
    await allowCustomers(opened, 'SUP', { allowedDomains: ['globex.example'] });
    const { code, out } = await byRule();
    expect([code, out]).toEqual([
      1,
      'SUP-2\nSpace Steward: No account created. The email domain isn’t one of those allowed in this service project. (DOMAIN_NOT_ALLOWED)\nOrganization 1: not tried.\n',
    ]);
    expect(noah()).toEqual([]);
  });

  test('the script gives up where no rule answers', async () => {
    expect(await byRule({ WAIT_SECONDS: '1' })).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringMatching(/^SUP-2: no answer/),
    });
  });
});

describe('with the REST API of the app and a bearer token', () => {
  function done(outcome: string, place = 'added') {
    return {
      code: 0,
      out: `account ${noah()[0]?.accountId}: ${outcome}\nservice project: ${place}\norganization 1: ${place}\n`,
      error: '',
    };
  }

  test('the customer ends up in the organization; once more changes nothing', async () => {
    expect(await byApi()).toEqual(done('created'));
    const after = await places();
    expect(after).toMatchObject({ accounts: [{ name: 'Noah Berg', accountType: 'customer' }], inAcme: IN_ACME });

    expect(await byApi()).toEqual(done('existed', 'alreadyThere'));
    expect(await places()).toEqual(after);
  });

  test('a request with the same key is answered as the first time, and nobody asks Jira', async () => {
    const env = { IDEMPOTENCY_KEY: 'noah-berg-2026-11' };
    const first = await byApi(undefined, env);
    const before = opened.sandbox.requests().filter(({ method }) => method !== 'GET').length;
    expect(await byApi(undefined, env)).toEqual(first);
    expect(opened.sandbox.requests().filter(({ method }) => method !== 'GET').length).toBe(before);

    const other = await byApi(['eve@acme.example', 'Eve'], env);
    expect(other).toMatchObject({ code: 1, out: '', error: expect.stringMatching(/^422 IDEMPOTENCY_KEY_REUSED: /) });
  });

  test('it waits as long as it is told, and is done then', async () => {
    // The app tries three times by itself.
    const limit = { on: 'rest', operationId: 'createCustomer', status: 429, headers: { 'retry-after': '1' } } as const;
    opened.sandbox.faults.add({ ...limit, times: 3 });
    const started = performance.now();
    expect(await byApi()).toEqual(done('created'));
    expect(performance.now() - started).toBeGreaterThanOrEqual(3000);
    const tries = opened.sandbox.requests().filter(({ operationId }) => operationId === 'createCustomer');
    expect(tries).toHaveLength(4);
  });

  test('a problem is told by its code, with the fields', async () => {
    expect(await byApi(['noah@globex.example', 'Noah'])).toMatchObject({
      code: 1,
      error: '403 DOMAIN_NOT_ALLOWED: The email domain isn’t one of those allowed in this service project.\n',
    });
    expect(await byApi(NOAH, { PROJECT: 'sup' })).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^400 INVALID_INPUT: .*\n {2}projectKey: Enter a project key, such as SUP\.\n$/),
    });
  });

  test('without consent it is refused before the app is asked', async () => {
    const { api } = await consent(opened, 'agent');
    const env = { APP_API: api, ACCESS_TOKEN: 'made-up', PROJECT: 'SUP' };
    expect(await run('create-customer-by-api.mjs', NOAH, env)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^401/),
    });
  });
});
