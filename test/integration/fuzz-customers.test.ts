// Bad input by the thousand for the calls about customers: both pages, both routes, the action.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Invocation } from '../../sandbox/contract';
import { InvocationFailure } from '../../sandbox/forge/failure';
import {
  customerActionPayloads,
  customerAdminPayloads,
  customerApiPayloads,
  customerPayloads,
} from '../../src/shared/customer-payloads';
import { aWorldOfCustomers } from '../support/customer-denials';
import { bent, hostilePayload, hostileText, hostileValue } from '../support/hostile-payloads';
import { isPrivileged, isWrite, type World } from '../support/integration';

/** The same examples in every run; a failure names its own. */
const SEED = 20_261_122;
/** What a page may be told; INTERNAL is a fault of the app, whatever was sent. */
const CODES = /^(INVALID_INPUT|FORBIDDEN|NOT_FOUND|CONFLICT|INVOCATION_REFUSED)$/;
const INSIDES = /\n\s+at |node_modules|\/src\/|[A-Z]\w+Error\b/;

const rows = [
  ...Object.entries(customerPayloads).map(([key, schema]) => ({ page: 'customers' as const, key, schema })),
  ...Object.entries(customerAdminPayloads).map(([key, schema]) => ({
    page: 'customer-settings' as const,
    key,
    schema,
  })),
];

const idsOf = (world: World): string[] => [
  '10010',
  '10011',
  '1',
  '2',
  'SUP',
  'PRIV',
  'SUP-1',
  'PRIV-1',
  world.groupId('support-team'),
  ...['site-admin', 'acme-customer', 'agent'].map((handle) => world.id(handle)),
];

const expectTyped = (answer: { ok: boolean; error?: { code: string } }): void => {
  expect(typeof answer.ok).toBe('boolean');
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(INSIDES);
  expect(text.length).toBeLessThan(40_000);
  if (!answer.ok) expect(answer.error?.code).toMatch(CODES);
};

/** All that can be kept but for the audit, which counts refusals. */
const kept = (world: World) => {
  const { plain, secret, entities } = world.forge.kvs.dump();
  const { 'audit-entry': _entries, 'audit-outcome': _outcomes, ...rest } = entities;
  return { site: world.snapshot().site, plain, secret, ...rest };
};
const nothingOdd = (world: World) => {
  // Nothing of it led to another address, nor to a question that Atlassian does not understand.
  const odd = world.requests().filter((row) => row.operationId === undefined || (row.status === 400 && !isWrite(row)));
  expect(odd).toEqual([]);
};
const contextFor = (world: World) =>
  bent(fc.constant(world.inProject('SUP'))).map((it) => Object(it) as Invocation['context']);

describe.each(rows)('$key', ({ page, key, schema }) => {
  it('from somebody without rights: refused, nothing changed, nobody impersonated', async () => {
    const world = await aWorldOfCustomers();
    world.site.clearRequests();
    const before = kept(world);
    const handles = fc.constantFrom('developer', 'acme-customer', 'confluence-admin', 'deactivated', undefined);
    const payload = hostilePayload(schema, idsOf(world));
    await fc.assert(
      fc.asyncProperty(payload, contextFor(world), handles, async (sent, context, handle) => {
        world.advance(61_000);
        const answer = await world.call(page, key, sent, handle, context);
        expectTyped(answer);
        expect(answer.ok).toBe(false);
      }),
      { seed: SEED, numRuns: 25 },
    );
    expect(world.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
    expect(kept(world)).toEqual(before);
  });

  it('from somebody with rights: a typed answer, and no call at all for what the schema refuses', async () => {
    const world = await aWorldOfCustomers();
    await fc.assert(
      fc.asyncProperty(hostilePayload(schema, idsOf(world)), async (sent) => {
        world.advance(61_000);
        world.site.clearRequests();
        const stored = world.forge.kvs.requests().length;
        const answer = await world.call(page, key, sent, 'site-admin', world.inProject('SUP'));
        expectTyped(answer);
        nothingOdd(world);
        const { payload } = JSON.parse(JSON.stringify({ payload: sent })) as { payload?: unknown };
        if (schema.safeParse(payload ?? {}).success) return;
        expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
        expect(world.requests()).toEqual([]);
        expect(world.forge.kvs.requests()).toHaveLength(stored);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});

/** People as odd as can be, at a domain that is allowed or not. */
const person = fc.record({
  email: fc.oneof(
    fc
      .tuple(hostileText, fc.constantFrom('@acme.example', '@ACME.example ', '@evil.example', '@аcme.example', ''))
      .map((it) => it.join('')),
    fc.tuple(fc.constantFrom('nadia.', 'nadia+'), hostileText, fc.constant('@acme.example')).map((it) => it.join('')),
  ),
  displayName: hostileText,
});
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@acme\.example$/;

it('people of any text: whoever reaches Jira has a plain address at an allowed domain and a name of one line', async () => {
  const world = await aWorldOfCustomers();
  await world.savePolicy('SUP', { allowedDomains: ['acme.example'], dailyPerAgent: 10_000 });
  const bodies: { email: string; displayName: string }[] = [];
  world.onSite(async (request, _identity, pass) => {
    if (new URL(request.url).pathname === '/rest/servicedeskapi/customer') {
      bodies.push((await request.clone().json()) as (typeof bodies)[number]);
    }
    return pass();
  });
  const known = new Set(world.model.accounts.keys());
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 5 }), async (people) => {
      world.advance(61_000);
      const payload = { people, organizationIds: [] };
      expectTyped(await world.call('customers', 'createCustomers', payload, 'agent', world.inProject('SUP')));
      nothingOdd(world);
    }),
    { seed: SEED, numRuns: 150 },
  );
  for (const { email, displayName } of bodies) {
    expect(email).toMatch(ADDRESS);
    expect(displayName).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]{1,255}$/u);
    expect(displayName).toBe(displayName.trim());
  }
  expect(bodies.length).toBeGreaterThan(3);
  // Such names and addresses are found in any text: not what the scan at the end looks for.
  for (const account of world.model.accounts.values()) {
    if (!known.has(account.accountId)) Object.assign(account, { name: '', email: '' });
  }
});

/** Tokens last an hour, and examples a minute each. */
const bearerOf = ({ forge, id }: World, handle: string) => ({
  authorization: `Bearer ${forge.appRest.issueToken(id(handle), forge.appRest.scopes)}`,
});

describe('POST /customers', () => {
  it.each(['agent', 'developer'])(
    'of any body and any header, from %s: problem details or a result',
    async (handle) => {
      const world = await aWorldOfCustomers();
      await world.savePolicy('SUP', { dailyPerAgent: 0 });
      await world.savePolicy('PRIV', { dailyPerAgent: 0 });
      const before = kept(world);
      const text = fc.oneof(
        hostilePayload(customerApiPayloads.createCustomer, idsOf(world)).map((it) => String(JSON.stringify(it))),
        hostileText,
      );
      const key = fc.option(fc.stringMatching(/^[\x21-\x7e]{0,140}$/), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(text, key, async (body, idempotencyKey) => {
          world.advance(61_000);
          const bearer = bearerOf(world, handle);
          const headers = idempotencyKey === undefined ? bearer : { ...bearer, 'idempotency-key': idempotencyKey };
          const { status, body: problem } = await world.api.post(undefined, body, { headers });
          expect([400, 403, 404, 409, 422, 429]).toContain(status);
          expect(problem).toMatchObject({ code: expect.any(String), status });
          expect(JSON.stringify(problem)).not.toMatch(INSIDES);
        }),
        { seed: SEED, numRuns: 60 },
      );
      expect(world.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
      expect(kept(world)).toEqual(before);
    },
  );
});

it('GET /customers with any query: problem details or an account', async () => {
  const world = await aWorldOfCustomers();
  const names = fc.constantFrom('projectKey', 'email', '__proto__', 'constructor', 'accountId');
  const values = fc.oneof(fc.constantFrom('SUP', 'ada@acme.example'), fc.string({ unit: 'binary', maxLength: 30 }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 4 }), async (pairs) => {
      world.advance(61_000);
      const query = pairs.map((pair) => pair.map((it) => encodeURIComponent(it)).join('=')).join('&');
      const { status, body } = await world.api.get(undefined, query, { headers: bearerOf(world, 'agent') });
      expect([200, 400, 403, 404]).toContain(status);
      expect(JSON.stringify(body)).not.toMatch(INSIDES);
    }),
    { seed: SEED, numRuns: 100 },
  );
  expect(world.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
});

it('the action with any input: a result or messages for the rule’s log, and a throw never', async () => {
  const world = await aWorldOfCustomers();
  await world.savePolicy('SUP', { dailyByRules: 0 });
  const before = kept(world).plain;
  const inputs = hostilePayload(customerActionPayloads.createByRule, idsOf(world));
  const owners = fc.constantFrom('agent', 'developer', 'priv-agent');
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(inputs, owners, async (sent, owner) => {
      world.advance(61_000);
      const call = { actionKey: 'create-portal-customer', inputs: Object(sent) as object, accountId: world.id(owner) };
      try {
        const answer = (await world.forge.runAction(call as never)) as { errors?: { message: unknown }[] };
        reached += 1;
        const messages = answer.errors?.map(({ message }) => typeof message) ?? ['result' in answer];
        expect([['string'], [true]]).toContainEqual(messages);
        expect(JSON.stringify(answer)).not.toMatch(INSIDES);
      } catch (thrown) {
        // Whoever sends what the manifest does not name is not let in; the function itself never throws.
        if (!(thrown instanceof InvocationFailure) || thrown.code === 'FUNCTION_FAILED') throw thrown;
      }
    }),
    { seed: SEED, numRuns: 100 },
  );
  expect(reached).toBeGreaterThan(10);
  expect(world.requests().filter(isPrivileged)).toEqual([]);
  expect(kept(world).plain).toEqual(before);
});

it('a function key that is not one: not found, without any call', async () => {
  const world = await aWorldOfCustomers();
  world.site.clearRequests();
  const pages = fc.constantFrom('customers' as const, 'customer-settings' as const);
  await fc.assert(
    fc.asyncProperty(pages, hostileText, hostileValue, async (page, key, sent) => {
      const answer = await world.call(page, key, sent, 'site-admin', world.inProject('SUP'));
      expect(answer).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'function' } });
    }),
    { seed: SEED, numRuns: 100 },
  );
  expect(world.requests()).toEqual([]);
});
