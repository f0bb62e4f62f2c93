// Bad input by the thousand for the calls about customers, of both pages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { customerSettingsPayloads, queuePagePayloads } from '../../../src/shared/customers/payloads';
import { aWorldOfCustomers } from '../../support/customer-calls';
import { idsOf, SEED } from '../../support/customer-fuzz';
import {
  expectAnswers,
  expectNoFunctions,
  expectPause,
  expectRefusals,
  fuzzedCalls,
  INSIDES,
  type Answer,
} from '../../support/fuzz';
import { hostileText } from '../../support/hostile-payloads';
import { isWrite, type World } from '../../support/integration';
import { onCustomerSettings, onQueuePage } from '../../support/payloads';
import { ON_SUP, onDemoProject } from '../../support/subjects';

const FUZZ = { seed: SEED, idsOf, contextOf: (world: World) => world.inProject('SUP'), expectTyped };

type QueueKey = keyof typeof onQueuePage;
type JiraKey = keyof typeof onCustomerSettings;

/** What a page may be told; INTERNAL is a fault of the app, whatever was sent. */
const CODES = /^(INVALID_INPUT|FORBIDDEN|NOT_FOUND|CONFLICT|INVOCATION_REFUSED)$/;

function expectTyped(answer: Answer): void {
  expect(typeof answer.ok).toBe('boolean');
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(INSIDES);
  expect(text.length).toBeLessThan(40_000);
  const codes = answer.ok ? [] : [answer.error.code];
  expect(codes.filter((code) => !CODES.test(code))).toEqual([]);
}

/** Nothing of it led to another address, nor to a question that Atlassian does not understand. */
function expectNothingOdd(world: World): void {
  const odd = world.requests().filter((row) => row.operationId === undefined || (row.status === 400 && !isWrite(row)));
  expect(odd).toEqual([]);
}

const CALLS = [
  ...fuzzedCalls('customers', queuePagePayloads),
  ...fuzzedCalls('customer-settings', customerSettingsPayloads),
];

describe.each(CALLS)('$key', (call) => {
  it('from somebody without rights: refused, nothing changed, nobody impersonated', async () => {
    expect.hasAssertions();
    const strangers = ['developer', 'acme-customer', 'confluence-admin', 'deactivated', undefined];
    await expectRefusals(await aWorldOfCustomers(), call, FUZZ, strangers);
  });

  it('from somebody with rights: a typed answer, and no call at all for what the schema refuses', async () => {
    expect.hasAssertions();
    const world = await aWorldOfCustomers();
    await expectAnswers(world, call, FUZZ, { handle: 'site-admin', alsoHolds: () => expectNothingOdd(world) });
  });
});

describe.each(CALLS)('$key, while all changes are paused', (call) => {
  it('makes no call as the privileged user', async () => {
    expect.hasAssertions();
    const world = await aWorldOfCustomers();
    const about = onDemoProject(world, world.policy);
    const isQueue = call.page === 'customers';
    const valid = isQueue ? onQueuePage[call.key as QueueKey](about) : onCustomerSettings[call.key as JiraKey](about);
    await expectPause(world, call, FUZZ, { handle: isQueue ? 'agent' : 'site-admin', valid });
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
      const payload = { ...onQueuePage.createCustomers(ON_SUP), people };
      expectTyped(await world.call('customers', 'createCustomers', payload, 'agent', world.inProject('SUP')));
      expectNothingOdd(world);
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
  expect.hasAssertions();
  await expectNoFunctions(await aWorldOfCustomers(), ['customers', 'customer-settings'], FUZZ, 100);
});
