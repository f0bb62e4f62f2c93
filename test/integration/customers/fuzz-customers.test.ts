// Bad input by the thousand for the calls about customers, of both pages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Invocation } from '../../../sandbox/contract/forge';
import { customerSettingsPayloads, queuePagePayloads } from '../../../src/shared/customers/payloads';
import { aWorldOfCustomers } from '../../support/customer-calls';
import { idsOf, INSIDES, keptBy, SEED } from '../../support/customer-fuzz';
import { bent, hostilePayload, hostileText, hostileValue } from '../../support/hostile-payloads';
import { isPrivileged, isWrite, type World } from '../../support/integration';

/** What a page may be told; INTERNAL is a fault of the app, whatever was sent. */
const CODES = /^(INVALID_INPUT|FORBIDDEN|NOT_FOUND|CONFLICT|INVOCATION_REFUSED)$/;

const rows = [
  ...Object.entries(queuePagePayloads).map(([key, schema]) => ({ page: 'customers' as const, key, schema })),
  ...Object.entries(customerSettingsPayloads).map(([key, schema]) => ({
    page: 'customer-settings' as const,
    key,
    schema,
  })),
];

const expectTyped: (answer: { ok: boolean; error?: { code: string } }) => void = (answer) => {
  expect(typeof answer.ok).toBe('boolean');
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(INSIDES);
  expect(text.length).toBeLessThan(40_000);
  if (!answer.ok) expect(answer.error?.code).toMatch(CODES);
};

function nothingOdd(world: World) {
  // Nothing of it led to another address, nor to a question that Atlassian does not understand.
  const odd = world.requests().filter((row) => row.operationId === undefined || (row.status === 400 && !isWrite(row)));
  expect(odd).toEqual([]);
}

function contextFor(world: World) {
  return bent(fc.constant(world.inProject('SUP'))).map((it) => Object(it) as Invocation['context']);
}

describe.each(rows)('$key', ({ page, key, schema }) => {
  it('from somebody without rights: refused, nothing changed, nobody impersonated', async () => {
    const world = await aWorldOfCustomers();
    world.site.clearRequests();
    const before = keptBy(world);
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
    expect(keptBy(world)).toEqual(before);
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
    expect(displayName).toMatch(/^(?:[^\p{C}\p{Zl}\p{Zp}]|(?<=[^\s\d])[\u200c\u200d](?=[^\s\d])){1,255}$/u);
    expect(displayName).toBe(displayName.trim());
  }
  expect(bodies.length).toBeGreaterThan(3);
  // Such names and addresses are found in any text: not what the scan at the end looks for.
  for (const account of world.model.accounts.values()) {
    if (!known.has(account.accountId)) Object.assign(account, { name: '', email: '' });
  }
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
