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
import type { ForbiddenReason } from '../../../src/shared/result';
import { aGroup, aGroupId, ann, bob, boss, devId, EARLIER, someRules, storageDown } from '../../support/ports/builders';
import { aPolicy, supId } from '../../support/ports/customers';
import { aWorld, type World } from '../../support/ports/world';

interface Write {
  key: string;
  payload: (world: World) => unknown;
  prepare?: (world: World) => void;
  /** How the right goes, and the reason that is given then. Absent: they are a Confluence admin no longer. */
  withdraw?: (world: World) => void;
  reason?: ForbiddenReason;
  /** The answer to one that is late; absent: the refusal. */
  answers?: unknown;
}

const { groupId } = aGroup();
const oldGroup = aGroupId('g-old');
const version = ({ settings }: World) => settings.versions.privilegedUser;
const noAdmin = (world: World) => void world.site.confluenceAdmins.delete(boss);
const nominee = { accountId: boss, nominatedBy: ann, nominatedAt: EARLIER };
const isAsked = (world: World) => {
  world.settings.stored.privilegedUser = { nominee };
};
const asksBob = (world: World) => {
  world.settings.stored.privilegedUser = { nominee: { ...nominee, accountId: bob } };
};
const leaves = (world: World) => {
  world.site.caller = undefined;
};
const noJiraAdmin = (world: World) => {
  world.jiraState.callerIsJiraAdmin = false;
};

const TESTED = { ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN', testGroup: 'deleted' } };

const CHOOSING_ONESELF: Write = {
  key: 'savePrivilegedUser',
  prepare: asksBob,
  payload: (world) => ({ accountId: boss, version: version(world) }),
  answers: TESTED,
};

const WRITES: Write[] = [
  CHOOSING_ONESELF,
  { key: 'savePrivilegedUser', payload: (world) => ({ accountId: bob, version: version(world) }) },
  {
    key: 'acceptNomination',
    prepare: isAsked,
    payload: (world) => ({ version: version(world) }),
    withdraw: leaves,
    reason: 'NOT_NOMINATED',
    answers: { ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_NOMINATED', testGroup: 'deleted' } },
  },
  {
    key: 'declineNomination',
    prepare: isAsked,
    payload: (world) => ({ version: version(world) }),
    withdraw: leaves,
    reason: 'NOT_NOMINATED',
  },
  { key: 'cancelNomination', prepare: asksBob, payload: (world) => ({ version: version(world) }) },
  { key: 'removePrivilegedUser', payload: (world) => ({ version: version(world) }) },
  {
    key: 'deleteStoredCredentials',
    prepare: (world) => {
      world.legacyCredentials.stored = true;
    },
    payload: () => ({}),
  },
  {
    key: 'confirmTokenRevoked',
    prepare: (world) => {
      world.settings.stored.privilegedUser = { oldToken: { deletedAt: EARLIER } };
    },
    payload: (world) => ({ version: version(world) }),
  },
  { key: 'saveRules', payload: () => ({ rules: someRules({ personalSpaces: true }), version: 0 }) },
  { key: 'releaseGroup', payload: () => ({ groupId }) },
  {
    key: 'adoptGroups',
    prepare: (world) => void world.site.has(aGroup({ groupId: oldGroup, name: 'old' })),
    payload: () => ({ groups: [{ groupId: oldGroup, spaceId: devId, acknowledgeProductAccess: false }] }),
    answers: {
      ok: true,
      value: { groups: [{ groupId: oldGroup, outcome: 'refused', reason: 'NOT_CONFLUENCE_ADMIN' }] },
    },
  },
  { key: 'transferGroup', payload: () => ({ groupId, spaceKey: 'HR' }) },
  { key: 'setGroupDeletable', payload: () => ({ groupId, deletable: false }) },
  {
    key: 'saveCustomerPolicy',
    payload: ({ jiraState }) => ({
      projectId: supId,
      policy: aPolicy({ rules: true }),
      version: jiraState.policyVersion,
    }),
    withdraw: noJiraAdmin,
    reason: 'NOT_JIRA_ADMIN',
  },
  {
    key: 'saveSiteQuota',
    prepare: ({ jiraState }) => {
      jiraState.dailyPerSiteVersion = 0;
    },
    payload: () => ({ dailyPerSite: 7, version: 0 }),
    withdraw: noJiraAdmin,
    reason: 'NOT_JIRA_ADMIN',
  },
];

/** They act as somebody, and read what they stand on before each write: other tests hold them. */
const NOT_OF_THESE = ['runSiteChecks', 'confirmSiteAdmin'];

const DOORS = ['caller', 'isJiraAdmin'];
const STORES = [
  'savePrivilegedUser',
  'saveRules',
  'add record',
  'replace record',
  'remove record',
  'delete credentials',
  'savePolicy',
  'saveDailyPerSite',
];

const aSite = ({ prepare }: Write): World => {
  const world = aWorld();
  world.owns({}, [], { deletable: true });
  world.site.caller = boss;
  world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, world.clock.now());
  prepare?.(world);
  return world;
};

const call = async (world: World, { key, payload }: Write) => {
  const parts = { portsFor: () => world.ports, refusalLimit: createRefusalLimit(world.clock) };
  const answer = Object.hasOwn(globalSettings, key)
    ? createEndpoint({ ...parts, rows: globalSettings, prove: proveSiteRoles })
    : createEndpoint({ ...parts, rows: customerSettings, prove: proveJiraAdmin });
  return answer(
    { call: { functionKey: key, payload: payload(world) } },
    { principal: { accountId: boss }, installContext: 'site-1' },
  );
};

const stored = ({ settings, groupRecords, legacyCredentials, jiraState }: World) =>
  structuredClone([
    settings.stored.privilegedUser,
    settings.stored.rules,
    [...groupRecords.stored],
    legacyCredentials.stored,
    jiraState.policy,
    jiraState.dailyPerSite,
  ]);

/** The calls between the door and what is stored: time can pass before each. */
const pointsOf = async (write: Write): Promise<string[]> => {
  const world = aSite(write);
  await call(world, write);
  const calls = world.journal.entries.map((entry) => entry.call);
  const end = calls.findIndex((one) => STORES.includes(one));
  return [...new Set(calls.slice(0, end))].filter((one) => !DOORS.includes(one));
};

const isTested = ({ key, answers }: Write) => key === 'acceptNomination' || answers === TESTED;
/** Whether time passes before the group of the write test is sent for. */
const isBeforeTest = (write: Write, points: readonly string[], point: string) =>
  isTested(write) && points.indexOf(point) < points.indexOf('createGroup');

const proofs = (world: World) => world.journal.lines(...DOORS).length;

describe.for(WRITES.map((write) => [`${write.key} (${JSON.stringify(write.payload(aSite(write)))})`, write] as const))(
  '%s',
  ([, write]) => {
    it('stores nothing if the right went while more than five seconds passed, wherever', async ({ expect }) => {
      const points = await pointsOf(write);
      expect(points).toContain('attempt');
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
      world.journal.before('attempt', () => world.clock.advance(5000));
      expect(await call(world, write)).toMatchObject({ ok: true });
      expect(stored(world)).not.toEqual(before);
      expect(proofs(world)).toBe(1);
    });

    it('is not stored if Atlassian takes more than five seconds to say that the right holds', async ({ expect }) => {
      const world = aSite(write);
      const before = stored(world);
      world.journal.before('attempt', () => {
        world.clock.advance(5001);
        for (const door of DOORS) world.journal.before(door, () => world.clock.advance(5001));
      });
      const failed = { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' } };
      // A write test that may not be made is one that could not be.
      const refused = { ok: true, value: { outcome: 'refused' } };
      expect(await call(world, write)).toMatchObject(isTested(write) ? refused : failed);
      expect(stored(world)).toEqual(before);
    });
  },
);

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
