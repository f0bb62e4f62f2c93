// Bad input by the thousand, derived from every schema. Whatever comes, the answer is one of the errors that the pages know.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { globalPayloads, spacePayloads } from '../../../src/shared/groups/payloads';
import { ERROR_CODES } from '../../support/error-codes';
import {
  expectAnswers,
  expectNoFunctions,
  expectPause,
  expectRefusals,
  fuzzedCalls,
  INSIDES,
  isEffect,
  withArguments,
  type Answer,
  type FuzzedCall,
} from '../../support/fuzz';
import { bent, hostileValue } from '../../support/hostile-payloads';
import { isWrite } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';
import { onGlobalSettings, onSpaceSettings } from '../../support/payloads';
import { ON_FAKE_GROUP, onDemoGroup, onDemoSite } from '../../support/subjects';

const FUZZ = {
  seed: 20_261_121,
  idsOf,
  contextOf: (world: Attacked) => world.inSpace('DEMO'),
  expectTyped,
};

type GlobalKey = keyof typeof onGlobalSettings;
type SpaceKey = keyof typeof onSpaceSettings;

/** INTERNAL is a fault of the app, whatever was sent. */
const { INTERNAL: _fault, ...CODES } = ERROR_CODES;

function expectTyped(answer: Answer): void {
  expect(typeof answer.ok).toBe('boolean');
  if (answer.ok) return;
  expect([...Object.keys(CODES), 'INVOCATION_REFUSED']).toContain(answer.error.code);
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(INSIDES);
  expect(text.length).toBeLessThan(10_000);
}

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

/** What somebody with rights could send. */
function validPayload(world: Attacked, { page, key }: FuzzedCall): object {
  if (page === 'space-settings') return onSpaceSettings[key as SpaceKey](onDemoGroup(world, world.demoGroup));
  return onGlobalSettings[key as GlobalKey](onDemoSite(world, world.demoGroup));
}

const CALLS = [...fuzzedCalls('global-settings', globalPayloads), ...fuzzedCalls('space-settings', spacePayloads)];

describe.each(CALLS)('$key', (call) => {
  it('from somebody without rights: refused, nothing changed, nobody impersonated', async () => {
    expect.hasAssertions();
    const strangers = ['member', 'archive-admin', 'no-access', 'deactivated', 'customer', undefined];
    await expectRefusals(await aWorldToAttack(), call, FUZZ, strangers);
  });

  it('from somebody with rights: a typed answer, and no call at all for what the schema refuses', async () => {
    expect.hasAssertions();
    const world = await aWorldToAttack();
    const handle = call.page === 'global-settings' ? 'site-admin' : 'space-admin';
    function alsoHolds(answer: Answer): void {
      expect(answer.ok ? '' : answer.error.code).not.toMatch(/^(UPSTREAM|STORAGE|AUDIT)_/);
      // Nothing of it led to another address, nor to a question that Atlassian does not understand.
      const odd = world.requests().filter((row) => row.operationId === undefined || row.status === 400);
      // The site checks ask for a name that is in use, to see it refused.
      expect(odd.filter((row) => call.key !== 'runSiteChecks' || !isWrite(row))).toEqual([]);
    }
    await expectAnswers(world, call, FUZZ, { handle, alsoHolds });
  });
});

describe.each(CALLS.filter(({ key }) => key !== 'resumeChanges'))('$key, while all changes are paused', (call) => {
  it('makes no call as the privileged user', async () => {
    expect.hasAssertions();
    const world = await aWorldToAttack();
    const handle = call.page === 'global-settings' ? 'site-admin' : 'space-admin';
    await expectPause(world, call, FUZZ, { handle, valid: validPayload(world, call) });
  });
});

it('a function key that is not one: not found, without any call', async () => {
  expect.hasAssertions();
  await expectNoFunctions(await aWorldToAttack(), ['global-settings', 'space-settings'], FUZZ, 200);
});

it('arguments of a resolver that Forge would never send: a typed answer, and nobody is let in', async () => {
  const args: { current: unknown[] } = { current: [] };
  const sandbox = await withArguments(args);
  const { accountId } = sandbox.site.model.accountOf('member');
  const space = { id: sandbox.site.model.space('DEMO').id };
  const body = fc.constant({
    call: { functionKey: 'createGroup', payload: onSpaceSettings.createGroup(ON_FAKE_GROUP) },
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
    { seed: FUZZ.seed, numRuns: 300 },
  );
  expect(sandbox.requests().filter(isEffect)).toEqual([]);
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
      { seed: FUZZ.seed, numRuns: 40 },
    );
    expect(sandbox.requests().filter(isEffect)).toEqual([]);
    expect(sandbox.snapshot().site).toEqual(before);
  },
);
