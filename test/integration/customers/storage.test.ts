// The app's storage fails on the way to a customer: before anything is done nothing is done, and what is done is told.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

const NEW = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function ask() {
  return world.asAgent('agent', 'SUP', 'createCustomers', {
    people: [{ email: NEW, displayName: 'Nadia Comer' }],
    organizationIds: [],
  });
}
async function post(headers: Record<string, string> = {}) {
  return world.api.post('agent', { projectKey: 'SUP', email: NEW, displayName: 'Nadia Comer' }, { headers });
}
function stop(entityName?: string, more: object = {}) {
  return world.faults.add({
    on: 'storage',
    status: 500,
    times: 999,
    ...(entityName !== undefined && { entityName }),
    ...more,
  });
}
function nothingDone() {
  expect(world.privilegedCalls()).toEqual([]);
  expect(world.requests().filter(isWrite)).toEqual([]);
  expect(world.customer(NEW)).toBeUndefined();
}

describe('storage that is down', () => {
  it.each([429, 500, 503])('with %i: nothing is created, on neither road', async (status) => {
    stop(undefined, { status });
    expect(errorOf(await ask())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
    expect(await post()).toMatchObject({ status: 503, body: { code: 'STORAGE_UNAVAILABLE' } });
    expect(await post({ 'idempotency-key': 'key-00001' })).toMatchObject({ status: 503 });
    nothingDone();
    world.faults.clear();
    expect(valueOf(await ask()).people).toMatchObject([{ account: { outcome: 'created' } }]);
  });

  it('where quotas are kept: nothing is created', async () => {
    stop('customer-quota');
    expect(valueOf(await ask())).toEqual({
      people: [{ account: { outcome: 'failed', code: 'STORAGE_UNAVAILABLE' }, project: 'notTried', organizations: [] }],
    });
    nothingDone();
  });

  it('where the audit is kept: nothing is created', async () => {
    stop('audit-entry');
    expect(valueOf(await ask()).people).toMatchObject([{ account: { outcome: 'failed', code: 'AUDIT_UNAVAILABLE' } }]);
    nothingDone();
  });
});

describe('storage that goes down after Jira has created somebody', () => {
  /** From the answer to createCustomer on. */
  function stopAfterCreation(entityName?: string) {
    return world.onSite(async (request, _identity, pass) => {
      const response = await pass();
      if (/\/servicedeskapi\/customer\b/.test(request.url)) stop(entityName);
      return response;
    });
  }

  it('(all of it): the page tells that Jira answered and no more, and asking again does the rest', async () => {
    stopAfterCreation();
    const account = { outcome: 'notConfirmed', code: 'AUDIT_UNAVAILABLE' };
    expect(valueOf(await ask()).people).toMatchObject([{ account, project: 'notTried' }]);
    world.faults.clear();
    expect(valueOf(await ask()).people).toMatchObject([{ account: { outcome: 'existed' }, project: 'added' }]);
  });

  it.each(['customer-quota', 'setting', 'audit-outcome'])(
    '(%s): the page still tells what was done',
    async (entity) => {
      stopAfterCreation(entity);
      const { people } = valueOf(await ask());
      expect(people).toMatchObject([{ account: { outcome: 'created', accountId: world.customer(NEW)?.accountId } }]);
    },
  );

  it('where answers are kept for keys: the script still hears what was done, and a repetition changes nothing', async () => {
    stopAfterCreation('repeated-request');
    const headers = { 'idempotency-key': 'key-00001' };
    expect(await post(headers)).toMatchObject({ status: 201, body: { account: { outcome: 'created' } } });
    world.faults.clear();
    expect(await post(headers)).toMatchObject({ status: 409, body: { code: 'REQUEST_RUNNING' } });
    world.advance(61_000);
    expect(await post(headers)).toMatchObject({ status: 200, body: { account: { outcome: 'existed' } } });
  });

  it('and the privileged user is refused a place: still told', async () => {
    world.model.removeFromProject('SUP', 'administrators', world.id('site-admin'));
    world.advance(61_000);
    world.onSite(async (request, _identity, pass) => {
      const response = await pass();
      if (/\/servicedesk\/1\/customer\b/.test(request.url)) stop();
      return response;
    });
    expect(valueOf(await ask()).people).toMatchObject([{ account: { outcome: 'thereNow' }, project: 'refused' }]);
  });
});
