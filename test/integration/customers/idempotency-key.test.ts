// A script that sends the same request again, by its Idempotency-Key.
import { beforeEach, describe, expect, it } from 'vitest';

import { isWrite, openSandbox, type World } from '../../support/integration';
import { problemOf } from '../../support/problem-details';

const BODY = { projectKey: 'SUP', email: 'nadia.comer@acme.example', displayName: 'Nadia Comer' };
const KEY = { 'idempotency-key': 'key-00001' };

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function post(body: unknown = BODY, headers: Record<string, string> = {}, handle = 'agent') {
  return world.api.post(handle, body, { headers });
}
function made() {
  return [...world.model.accounts.values()].filter(({ email }) => email.startsWith('nadia.'));
}
function nothingDone() {
  expect(world.privilegedCalls()).toEqual([]);
  expect(world.requests().filter(isWrite)).toEqual([]);
}

describe('Idempotency-Key', () => {
  it('the same request again: the same answer, one account, no further call but for who asks', async () => {
    const first = await post(BODY, KEY);
    expect(first.status).toBe(201);
    world.site.clearRequests();
    const second = await post(BODY, KEY);
    expect({ status: second.status, body: second.body }).toEqual({ status: 201, body: first.body });
    expect(made()).toHaveLength(1);
    nothingDone();
  });

  it('another request: 422', async () => {
    await post(BODY, KEY);
    world.site.clearRequests();
    expect(problemOf(await post({ ...BODY, email: 'nadia.two@acme.example' }, KEY))).toEqual({
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(problemOf(await post({ ...BODY, displayName: 'Nadia Other' }, KEY))).toEqual({
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    nothingDone();
    expect(made()).toHaveLength(1);
  });

  it('of another person is another key', async () => {
    await post(BODY, KEY);
    expect(await post({ ...BODY, email: 'nadia.two@acme.example' }, KEY, 'site-admin')).toMatchObject({ status: 201 });
    // And nobody reads by it what somebody else was answered.
    expect(await post(BODY, KEY, 'priv-agent')).toMatchObject({ status: 403, body: { code: 'NOT_AGENT' } });
  });

  it('two at the same time: one account, and one is told that the other runs', async () => {
    const statuses = (await Promise.all([post(BODY, KEY), post(BODY, KEY)])).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    expect(made()).toHaveLength(1);
  });

  it('holds for 24 hours', async () => {
    await post(BODY, KEY);
    world.advance(24 * 3_600_000 - 1000);
    expect((await post(BODY, KEY)).status).toBe(201);
    world.advance(2000);
    expect((await post(BODY, KEY)).status).toBe(200);
  });

  it('is free again after a request that came to nothing', async () => {
    world.faults.add({ on: 'rest', operationId: 'createCustomer', drop: 'before' });
    expect((await post(BODY, KEY)).status).toBe(504);
    expect((await post(BODY, KEY)).status).toBe(201);
    expect(made()).toHaveLength(1);
  });

  it.each(['short', 'x'.repeat(129), 'with blanks', 'ümläute-key'])('%s is none: 400', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') };
    expect(problemOf(await post(BODY, headers))).toEqual({ status: 400, code: 'INVALID_INPUT' });
    nothingDone();
  });

  it('is no field of the body', async () => {
    await post({ ...BODY, idempotencyKey: 'key-00001' });
    expect(world.entity('repeated-request')).toEqual({});
  });
});
