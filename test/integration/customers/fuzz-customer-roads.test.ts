// Bad input by the thousand for the roads that scripts and rules take: both routes, the action.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { InvocationFailure } from '../../../sandbox/forge/failure';
import type { Sandbox } from '../../../sandbox/sandbox';
import { automationActionPayloads, restApiPayloads } from '../../../src/shared/customers/payloads';
import { aWorldOfCustomers } from '../../support/customer-calls';
import { idsOf, SEED } from '../../support/customer-fuzz';
import { INSIDES, isEffect, withArguments } from '../../support/fuzz';
import { bent, hostilePayload, hostileText } from '../../support/hostile-payloads';
import { isPrivileged, type World } from '../../support/integration';
import { kept, siteAndKept } from '../../support/kept';
import { onAutomationAction, onQueuePage, onRestApi } from '../../support/payloads';
import { ON_SUP } from '../../support/subjects';

/** Tokens last an hour, and examples a minute each. */
function bearerOf({ forge, id }: World, handle: string) {
  return {
    authorization: `Bearer ${forge.appRest.issueToken(id(handle), forge.appRest.scopes)}`,
  };
}

describe('POST /customers', () => {
  it.each(['agent', 'developer'])(
    'of any body and any header, from %s: problem details or a result',
    async (handle) => {
      const world = await aWorldOfCustomers();
      await world.savePolicy('SUP', { dailyPerAgent: 0 });
      await world.savePolicy('PRIV', { dailyPerAgent: 0 });
      const before = siteAndKept(world);
      const text = fc.oneof(
        hostilePayload(restApiPayloads.createCustomer, idsOf(world)).map((it) => String(JSON.stringify(it))),
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
      expect(world.requests().filter(isEffect)).toEqual([]);
      expect(siteAndKept(world)).toEqual(before);
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
  expect(world.requests().filter(isEffect)).toEqual([]);
});

it('the action with any input: a result or messages for the rule’s log, and a throw never', async () => {
  const world = await aWorldOfCustomers();
  await world.savePolicy('SUP', { dailyByRules: 0 });
  const before = kept(world).plain;
  const inputs = hostilePayload(automationActionPayloads.createByRule, idsOf(world));
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

describe('arguments that Forge would never send', () => {
  const about = { ...ON_SUP, newAddress: ON_SUP.knownAddress };
  const { projectKey, email } = onRestApi.findCustomer(about);
  const request = fc.constant({
    method: 'POST',
    headers: { 'idempotency-key': ['key-00001'] },
    queryParameters: { projectKey: [projectKey], email: [email] },
    body: JSON.stringify(onRestApi.createCustomer(about)),
    call: { functionKey: 'createCustomers', payload: onQueuePage.createCustomers(about) },
    context: { extension: { project: { id: about.projectId, key: projectKey } } },
    ...onAutomationAction.createByRule(about),
  });

  it.each([
    [
      'the pages',
      async (sandbox: Sandbox, accountId: string) =>
        sandbox.invoke({ moduleKey: 'customers', functionKey: 'any', payload: {}, accountId, context: {} }),
    ],
    [
      'the action',
      async (sandbox: Sandbox, accountId: string) =>
        sandbox.forge.runAction({
          actionKey: 'create-portal-customer',
          inputs: { issueKey: 'SUP-1', email: 'x' },
          accountId,
        }),
    ],
    [
      'the routes',
      async (sandbox: Sandbox, accountId: string) => {
        const { basePath, scopes, issueToken } = sandbox.forge.appRest;
        const headers = { authorization: `Bearer ${issueToken(accountId, scopes)}` };
        const answer = await sandbox.fetch(new Request(`https://site.example${basePath}/customers`, { headers }));
        return { status: answer.status, body: await answer.text() };
      },
    ],
  ])('to %s: an answer of the app, and nobody is let in', async (_name, run) => {
    const args: { current: unknown[] } = { current: [] };
    const sandbox = await withArguments(args);
    const { accountId } = sandbox.site.model.accountOf('developer');
    const platform = fc.constant({ principal: { accountId }, installContext: 'ari:cloud:x' });
    const before = sandbox.snapshot().site;
    await fc.assert(
      fc.asyncProperty(bent(request), bent(platform), async (...given) => {
        // Past the minute in which refusals are counted.
        vi.setSystemTime(Date.now() + 61_000);
        args.current = given;
        const answer = JSON.stringify(await run(sandbox, accountId));
        expect(answer).toMatch(/FORBIDDEN|INVALID_INPUT|NOT_FOUND|NOT_AGENT|NOT_SIGNED_IN|"errors"/);
        expect(answer).not.toMatch(INSIDES);
      }),
      { seed: SEED, numRuns: 150 },
    );
    expect(sandbox.requests().filter(isEffect)).toEqual([]);
    expect(sandbox.snapshot().site).toEqual(before);
  });
});
