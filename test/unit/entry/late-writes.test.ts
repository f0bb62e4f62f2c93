// What a person changes by their own right counts only while that right is young: at every point at which time can pass, through the door.
import { describe, it } from 'vitest';

import { NO_PROOFS, withProof } from '../../../src/broker/site-admin/proofs';
import { createEndpoint } from '../../../src/entry/call/endpoint';
import { proveJiraAdmin } from '../../../src/entry/call/jira-proofs';
import { isWriteAction, operations } from '../../../src/entry/call/operations';
import { proveSiteRoles } from '../../../src/entry/call/proofs';
import { createRefusalLimit } from '../../../src/entry/call/refusal-limit';
import { customerSettings } from '../../../src/entry/customer-settings';
import { globalSettings } from '../../../src/entry/global-settings';
import { boss, storageDown } from '../../support/ports/builders';
import { aWorld, type World } from '../../support/ports/world';
import { CHOOSING_ONESELF, noAdmin, payloadOf, TESTED, WRITES, type Write } from './admin-writes';

/** They act as somebody, and read what they stand on before each write: other tests hold them. */
const NOT_OF_THESE = ['runSiteChecks', 'confirmSiteAdmin'];

const DOORS = ['caller', 'isJiraAdmin'];
const STORES = [
  'savePrivilegedUser',
  'saveRules',
  'save first run',
  'add record',
  'replace record',
  'remove record',
  'delete credentials',
  'savePolicy',
  'saveDailyPerSite',
  'change run',
];

function aSite({ prepare }: Write): World {
  const world = aWorld();
  world.owns({}, [], { deletable: true });
  world.site.caller = boss;
  world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, world.clock.now());
  prepare?.(world);
  return world;
}

async function call(world: World, write: Write) {
  const { key } = write;
  const parts = { portsFor: () => world.ports, refusalLimit: createRefusalLimit(world.clock) };
  const answer = Object.hasOwn(globalSettings, key)
    ? createEndpoint({ ...parts, rows: globalSettings, prove: proveSiteRoles })
    : createEndpoint({ ...parts, rows: customerSettings, prove: proveJiraAdmin });
  return answer(
    { call: { functionKey: key, payload: payloadOf(world, write) } },
    { principal: { accountId: boss }, installContext: 'site-1' },
  );
}

function stored({ settings, firstRun, groupRecords, legacyCredentials, jiraState, runs, auditLog }: World) {
  return structuredClone([
    settings.stored.privilegedUser,
    settings.stored.rules,
    firstRun.stored,
    [...groupRecords.stored],
    legacyCredentials.stored,
    jiraState.policy,
    jiraState.dailyPerSite,
    [...runs.runs],
    // All that this leaves is its entry: with it, the rest can be read.
    auditLog.lines().filter((line) => /^export\w+ succeeded$/.test(line)),
  ]);
}

/** The calls between the door and what is stored: time can pass before each. */
async function pointsOf(write: Write): Promise<string[]> {
  // Readings of what is stored are no entries.
  if (write.last !== undefined) return [write.last];
  const world = aSite(write);
  await call(world, write);
  const calls = world.journal.entries.map((entry) => entry.call);
  const end = calls.findIndex((one) => STORES.includes(one));
  return [...new Set(calls.slice(0, end))].filter((one) => !DOORS.includes(one));
}

function isTested({ key, answers }: Write) {
  return key === 'acceptNomination' || answers === TESTED;
}
/** Whether time passes before the group of the write test is sent for. */
function isBeforeTest(write: Write, points: readonly string[], point: string) {
  return isTested(write) && points.indexOf(point) < points.indexOf('createGroup');
}

function proofs(world: World) {
  return world.journal.lines(...DOORS).length;
}

describe.for(
  WRITES.map((write) => [`${write.key} (${JSON.stringify(payloadOf(aSite(write), write))})`, write] as const),
)('%s', ([, write]) => {
  const { last = 'attempt' } = write;

  it('stores nothing if the right went while more than five seconds passed, wherever', async ({ expect }) => {
    const points = await pointsOf(write);
    expect(points).toContain(last);
    for (const point of points) {
      const world = aSite(write);
      const before = stored(world);
      const { withdraw = noAdmin, reason = 'NOT_CONFLUENCE_ADMIN' } = write;
      world.journal.before(point, () => {
        world.clock.advance(5001);
        withdraw(world);
      });
      const refused = { ok: false, error: { code: 'FORBIDDEN', reason } };
      const answer = await call(world, write);
      expect([point, answer]).toEqual([
        point,
        isBeforeTest(write, points, point) ? refused : (write.answers ?? refused),
      ]);
      expect(stored(world)).toEqual(before);
      expect(world.auditLog.refusals).toMatchObject([{ caller: boss, reason }]);
      // What is known before is not even tried.
      const own = world.auditLog.attempts.filter(({ action }) => !action.startsWith('writeTest'));
      expect(point === 'attempt' || own.length === 0).toBe(true);
      const late = { outcome: 'failed', code: 'NOT_ATTEMPTED', found: reason };
      const ofAttempt = [...world.auditLog.outcomes.values()].filter(({ outcome }) => outcome === 'failed');
      expect(ofAttempt.every((one) => one.code === late.code && one.found === late.found)).toBe(true);
      // The first attempt of these is that of the write test.
      expect(point !== 'attempt' || isTested(write) || ofAttempt.length > 0).toBe(true);
    }
  });

  it('is stored if the right still holds, which is asked once more', async ({ expect }) => {
    const points = await pointsOf(write);
    for (const point of points) {
      const world = aSite(write);
      const before = stored(world);
      world.journal.before(point, () => world.clock.advance(5001));
      expect([point, await call(world, write)]).toMatchObject([point, { ok: true }]);
      expect(stored(world)).not.toEqual(before);
      // Before the test group is made, and before the choice is stored.
      expect([point, proofs(world)]).toEqual([point, isBeforeTest(write, points, point) ? 3 : 2]);
    }
  });

  it('stands on what was asked for five seconds', async ({ expect }) => {
    const world = aSite(write);
    const before = stored(world);
    world.journal.before(last, () => world.clock.advance(5000));
    expect(await call(world, write)).toMatchObject({ ok: true });
    expect(stored(world)).not.toEqual(before);
    expect(proofs(world)).toBe(1);
  });

  it('is not stored if Atlassian takes more than five seconds to say that the right holds', async ({ expect }) => {
    const world = aSite(write);
    const before = stored(world);
    world.journal.before(last, () => {
      world.clock.advance(5001);
      for (const door of DOORS) world.journal.before(door, () => world.clock.advance(5001));
    });
    const failed = { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' } };
    // A write test that may not be made is one that could not be.
    const refused = { ok: true, value: { outcome: 'refused' } };
    expect(await call(world, write)).toMatchObject(isTested(write) ? refused : failed);
    expect(stored(world)).toEqual(before);
  });
});

describe('a right that goes during the write test', () => {
  it('is told with the group that couldn’t be deleted', async ({ expect }) => {
    const world = aSite(CHOOSING_ONESELF);
    world.journal.fail('deleteGroup', storageDown);
    world.journal.before('deleteGroup', () => {
      world.clock.advance(5001);
      noAdmin(world);
    });
    const error = { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN', testGroup: 'stays' };
    expect(await call(world, CHOOSING_ONESELF)).toEqual({ ok: false, error });
    expect(world.settings.stored.observation?.leftoverCheckGroups).toHaveLength(1);
  });
});

describe('every write of a Confluence or Jira administrator', () => {
  it('is one of these', ({ expect }) => {
    const keys = [globalSettings, customerSettings].flatMap((rows) =>
      Object.entries(rows).flatMap(([key, { action }]) => (isWriteAction(action) ? [key] : [])),
    );
    expect(new Set([...WRITES.map(({ key }) => key), ...NOT_OF_THESE])).toEqual(new Set(keys));
    expect(Object.keys(operations)).toEqual(expect.arrayContaining(NOT_OF_THESE));
  });
});
