// Bad input by the thousand, derived from every schema. Whatever comes, the answer is one of the errors that the pages know.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import type { Invocation } from '../../../sandbox/contract/forge';
import { createSandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { globalPayloads, spacePayloads } from '../../../src/shared/groups/payloads';
import { ERROR_CODES } from '../../support/error-codes';
import { bent, hostilePayload, hostileText, hostileValue } from '../../support/hostile-payloads';
import { app, isPrivileged, isWrite, type NotLetIn, type World } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';

/** The same examples in every run; a failure names its own. */
const SEED = 20_261_121;

/** INTERNAL is a fault of the app, whatever was sent. */
const { INTERNAL: _fault, ...CODES } = ERROR_CODES;
const INSIDES = /\n\s+at |node_modules|\/src\/|[A-Z]\w+Error\b/;

const rows = [
  ...Object.entries(globalPayloads).map(([key, schema]) => ({ page: 'global-settings' as const, key, schema })),
  ...Object.entries(spacePayloads).map(([key, schema]) => ({ page: 'space-settings' as const, key, schema })),
];

function idsOf(world: Attacked): string[] {
  return [
    world.demoGroup,
    world.otherGroup,
    world.groupId('site-admins'),
    world.groupId('demo-editors'),
    ...['site-admin', 'person-30', 'customer', 'deactivated'].map((handle) => world.id(handle)),
    world.spaceId('DEMO'),
    world.spaceId('DEVOPS'),
    'DEVOPS',
    '1#a',
  ];
}

type Answer = Awaited<ReturnType<World['call']>>;

/** What holds for every answer, of whatever input. */
function expectTyped(answer: Answer | NotLetIn): void {
  expect(typeof answer.ok).toBe('boolean');
  if (answer.ok) return;
  expect([...Object.keys(CODES), 'INVOCATION_REFUSED']).toContain(answer.error.code);
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(INSIDES);
  expect(text.length).toBeLessThan(10_000);
}

/** All that can be kept but for the audit, which counts refusals. */
function kept(world: World) {
  const { plain, secret, entities } = world.forge.kvs.dump();
  return {
    site: world.snapshot().site,
    plain,
    secret,
    settings: entities['setting'],
    records: entities['group-record'],
  };
}
function contextFor(world: World) {
  return bent(fc.constant(world.inSpace('DEMO'))).map((it) => Object(it) as Invocation['context']);
}

describe.each(rows)('$key', ({ page, key, schema }) => {
  it('from somebody without rights: refused, nothing changed, nobody impersonated', async () => {
    const world = await aWorldToAttack();
    world.site.clearRequests();
    const before = kept(world);
    const handles = fc.constantFrom('member', 'archive-admin', 'no-access', 'deactivated', 'customer', undefined);
    await fc.assert(
      fc.asyncProperty(
        hostilePayload(schema, idsOf(world)),
        contextFor(world),
        handles,
        async (sent, context, handle) => {
          world.advance(61_000);
          const answer = await world.call(page, key, sent, handle, context);
          expectTyped(answer);
          expect(answer.ok).toBe(false);
        },
      ),
      { seed: SEED, numRuns: 25 },
    );
    expect(world.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
    expect(kept(world)).toEqual(before);
  });

  it('from somebody with rights: a typed answer, and no call at all for what the schema refuses', async () => {
    const world = await aWorldToAttack();
    const handle = page === 'global-settings' ? 'site-admin' : 'space-admin';
    await fc.assert(
      fc.asyncProperty(hostilePayload(schema, idsOf(world)), async (sent) => {
        world.advance(61_000);
        world.site.clearRequests();
        const stored = world.forge.kvs.requests().length;
        const answer = await world.call(page, key, sent, handle, world.inSpace('DEMO'));
        expectTyped(answer);
        expect(answer.ok ? '' : answer.error.code).not.toMatch(/^(UPSTREAM|STORAGE|AUDIT)_/);
        // Nothing of it led to another address, nor to a question that Atlassian does not understand.
        const odd = world.requests().filter((row) => row.operationId === undefined || row.status === 400);
        // The site checks ask for a name that is in use, to see it refused.
        expect(odd.filter((row) => key !== 'runSiteChecks' || !isWrite(row))).toEqual([]);
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

it('a function key that is not one: not found, without any call', async () => {
  const world = await aWorldToAttack();
  world.site.clearRequests();
  const pages = fc.constantFrom('global-settings' as const, 'space-settings' as const);
  await fc.assert(
    fc.asyncProperty(pages, hostileText, hostileValue, async (page, key, sent) => {
      const answer = await world.call(page, key, sent, 'site-admin', world.inSpace('DEMO'));
      expect(answer).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'function' } });
    }),
    { seed: SEED, numRuns: 200 },
  );
  expect(world.requests()).toEqual([]);
});

/** The demo site, whose functions get other arguments than Forge would give them. */
async function withArguments(args: { current: unknown[] }) {
  vi.useFakeTimers({ toFake: ['Date'] });
  type Handler = (...given: unknown[]) => unknown;
  const forged = Object.entries(app).map(([name, handler]): [string, Handler] => [
    name,
    () => (handler as Handler)(...args.current),
  ]);
  return createSandbox({ seed: demoSeed, app: Object.fromEntries(forged) });
}

it('arguments of a resolver that Forge would never send: a typed answer, and nobody is let in', async () => {
  const args: { current: unknown[] } = { current: [] };
  const sandbox = await withArguments(args);
  const { accountId } = sandbox.site.model.accountOf('member');
  const space = { id: sandbox.site.model.space('DEMO').id };
  const body = fc.constant({
    call: { functionKey: 'createGroup', payload: { name: 'gamma' } },
    context: { extension: { space } },
  });
  const platform = fc.constant({ principal: { accountId }, installContext: 'ari:cloud:x' });
  const keys = fc.constantFrom('global-settings', 'space-settings');
  const before = sandbox.snapshot().site;
  await fc.assert(
    fc.asyncProperty(keys, bent(body), bent(platform), async (moduleKey, ...given) => {
      // Past the minute in which refusals are counted.
      vi.setSystemTime(Date.now() + 61_000);
      args.current = given;
      const answer = (await sandbox.invoke({
        moduleKey,
        functionKey: 'any',
        payload: {},
        accountId,
        context: {},
      })) as Answer;
      expectTyped(answer);
      expect(answer.ok).toBe(false);
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect(sandbox.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
  expect(sandbox.snapshot().site).toEqual(before);
});

it.each(['daily-health-check', 'hourly-audit-settling'])(
  '%s with any arguments: runs as without',
  async (moduleKey) => {
    const args: { current: unknown[] } = { current: [] };
    const sandbox = await withArguments(args);
    const before = sandbox.snapshot().site;
    await fc.assert(
      fc.asyncProperty(fc.array(hostileValue, { maxLength: 3 }), async (given) => {
        args.current = given;
        await sandbox.runScheduled(moduleKey);
      }),
      { seed: SEED, numRuns: 40 },
    );
    expect(sandbox.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
    expect(sandbox.snapshot().site).toEqual(before);
  },
);
