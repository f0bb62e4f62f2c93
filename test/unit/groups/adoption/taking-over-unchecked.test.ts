// Taking over where nobody can find out what a group gives.
import { describe, it } from 'vitest';

import { releaseGroup } from '../../../../src/groups/adoption/release-group';
import { setGroupDeletable } from '../../../../src/groups/adoption/set-group-deletable';
import { transferGroup } from '../../../../src/groups/adoption/transfer-group';
import { addMembers } from '../../../../src/groups/members/add-members';
import { findGroups } from '../../../../src/groups/takeovers/find-groups';
import { planTakeover } from '../../../../src/groups/takeovers/plan-takeover';
import { resolveTakeover } from '../../../../src/groups/takeovers/resolve-takeover';
import {
  aCheck,
  aGroup,
  anObservation,
  bob,
  boss,
  devId,
  failureFrom,
  fails,
  hrId,
  proved,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';
import { planning } from '../takeovers/planning';

const asBoss = proved(boss);
function group() {
  return aGroup({ groupId: 'g-old', name: 'dev-old' });
}

const TAKING_OVER: [what: string, run: (world: World) => Promise<unknown>][] = [
  ['finding groups', ({ ports }) => findGroups(ports, asBoss, { start: 0 })],
  [
    'planning to take over',
    ({ ports }) => {
      const { groupId, name: groupName } = group();
      const groups = [
        { groupId, groupName, spaceId: devId, acknowledgeProductAccess: false, isManagedOutside: undefined },
      ];
      return planTakeover(ports, asBoss, { groups });
    },
  ],
  ['transferring', ({ ports }) => transferGroup(ports, asBoss, { groupId: aGroup().groupId, spaceKey: 'HR' })],
  [
    'letting it be deleted',
    ({ ports }) => setGroupDeletable(ports, asBoss, { groupId: aGroup().groupId, deletable: false }),
  ],
  [
    'looking up a list',
    ({ ports }) => resolveTakeover(ports, asBoss, { lines: [{ line: 1, group: 'dev-old', space: undefined }] }),
  ],
];

/** A group of DEV, and one of nobody. */
function aWorldWithBoth() {
  const world = aWorld();
  world.owns();
  world.site.has(group());
  return world;
}

describe('without a privileged user who works', () => {
  it.for(TAKING_OVER)('%s is refused with that reason, and nothing is read as them', async ([, run], { expect }) => {
    const world = aWorldWithBoth();
    world.settings.stored.observation = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
    const cause = { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'deactivated', accountId: boss };
    expect(await failureFrom(run(world))).toEqual(cause);
    expect(world.journal.lines('accessOf')).toEqual([]);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('releasing works', async ({ expect }) => {
    const world = aWorldWithBoth();
    world.settings.stored.privilegedUser = {};
    expect(await releaseGroup(world.ports, asBoss, { groupId: aGroup().groupId })).toEqual({ released: true });
  });
});

describe('while Confluence does not show what groups give', () => {
  function unknown(world: World) {
    world.site.access = { ...world.site.access, admin: new Set() };
  }

  it('groups are shown as not checked', async ({ expect }) => {
    const world = aWorldWithBoth();
    unknown(world);
    const { groups } = await findGroups(world.ports, asBoss, { start: 0 });
    expect(groups).toMatchObject([
      { groupName: 'dev-old', givesProductAccess: 'notChecked' },
      { groupName: 'dev-writers', isManaged: true },
    ]);
  });

  it('none is planned to be taken over, transferred, let be deleted, or changed', async ({ expect }) => {
    const world = aWorldWithBoth();
    unknown(world);
    const [, plan, transfer, deletable] = TAKING_OVER.map(([, run]) => run);
    const refusal = { code: 'FORBIDDEN', reason: 'PROTECTION_UNKNOWN' };
    expect(await failureFrom(Promise.resolve(plan?.(world)))).toEqual(refusal);
    expect(await failureFrom(Promise.resolve(transfer?.(world)))).toEqual(refusal);
    expect(await failureFrom(Promise.resolve(deletable?.(world)))).toEqual(refusal);
    const payload = { groupId: aGroup().groupId, accountIds: [bob] };
    expect(await failureFrom(addMembers(world.ports, world.inDev, payload))).toEqual(refusal);
    expect(world.journal.lines('addMember', 'replace record', 'add record')).toEqual([]);
  });
});

describe('a plan to take groups over that was made before', () => {
  it.for([
    [
      'there is no privileged user who works',
      (world: World) => {
        world.settings.stored.observation = anObservation({ checks: [aCheck('account', 'failed', 'deactivated')] });
      },
      'PRIVILEGED_USER_UNAVAILABLE',
    ],
    [
      'Confluence does not show what groups give',
      (world: World) => {
        world.site.access = { ...world.site.access, admin: new Set() };
      },
      'PROTECTION_UNKNOWN',
    ],
  ] as const)('ends, and takes none over, while %s', async ([, happen, why], { expect }) => {
    const world = aWorldWithBoth();
    const { plan, apply } = planning(world);
    const planned = await plan([group().groupId]);
    happen(world);
    const before = world.groupRecords.stored.size;
    expect(await apply(planned)).toMatchObject({ state: 'stopped', why, done: { succeeded: 0, notTried: 1 } });
    expect(world.groupRecords.stored.size).toBe(before);
  });
});

describe('a privileged user whom Forge would not act for', () => {
  it('is looked at when the protection is read, and the cause is told', async ({ expect }) => {
    const world = aWorldWithBoth();
    const refused = fails({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'noAppAccess', accountId: boss });
    world.journal.fail('accessOf', refused);
    world.site.accounts.set(boss, { accountId: boss, accountType: 'atlassian', status: 'inactive' });
    const payload = { groupId: aGroup().groupId, accountIds: [bob] };
    expect(await failureFrom(addMembers(world.ports, world.inDev, payload))).toEqual({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'deactivated',
      accountId: boss,
    });
    expect(world.auditLog.attempts).toEqual([]);
  });
});

describe('a group of another space', () => {
  it('is asked about in Confluence by nobody', async ({ expect }) => {
    const world = aWorld();
    world.owns({}, [], { spaceId: hrId });
    const payload = { groupId: aGroup().groupId, accountIds: [bob] };
    expect(await failureFrom(addMembers(world.ports, world.inDev, payload))).toMatchObject({ code: 'FORBIDDEN' });
    expect(world.journal.lines('group', 'accessOf')).toEqual([]);
  });
});
