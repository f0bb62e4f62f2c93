// Changing how a group is managed while time passes: everything that it stands on is asked again.
import { describe, it } from 'vitest';

import type { Proved } from '../../../../src/broker/proved';
import { setGroupDeletable } from '../../../../src/groups/adoption/set-group-deletable';
import { transferGroup } from '../../../../src/groups/adoption/transfer-group';
import { aGroup, bob, boss, devId, failureFrom, hrId, NOW } from '../../../support/ports/builders';
import { SITE_ADMINS } from '../../../support/ports/site';
import { aWorld, type World } from '../../../support/ports/world';

const { groupId } = aGroup();

/** Boss, whose right is asked again as often as somebody has to. */
function bossIn(world: World): Proved & { asked: number } {
  const by = {
    caller: boss,
    provedAt: NOW,
    asked: 0,
    proveAgain: async () => {
      by.asked += 1;
      return world.clock.now();
    },
  };
  return by;
}

function late(happen: (world: World) => void = () => undefined) {
  const world = aWorld();
  world.owns({}, [bob]);
  world.journal.before('attempt', () => {
    world.clock.advance(5001);
    happen(world);
  });
  return { world, by: bossIn(world) };
}

function givesAdmin({ site }: World, ...ids: (typeof groupId)[]) {
  site.access = { ...site.access, admin: new Set([SITE_ADMINS, ...ids]) };
}
function endings({ auditLog }: World) {
  return [...auditLog.outcomes.values()].map(({ outcome, code, found }) =>
    [outcome, code, found].filter(Boolean).join(' '),
  );
}

describe.for<[string, (world: World, by: Proved) => Promise<unknown>]>([
  ['transferring', ({ ports }, by) => transferGroup(ports, by, { groupId, spaceKey: 'HR' })],
  ['letting it be deleted', ({ ports }, by) => setGroupDeletable(ports, by, { groupId, deletable: true })],
])('%s while more than five seconds pass', ([, run]) => {
  it('asks again, and does it', async ({ expect }) => {
    const { world, by } = late();
    expect(await run(world, by)).toMatchObject({ groupId });
    expect(by.asked).toBe(1);
    expect(world.journal.lines('accessOf')).toHaveLength(2);
  });

  it('is refused for a group that gives admin access by then', async ({ expect }) => {
    const { world, by } = late((site) => givesAdmin(site, groupId));
    const before = structuredClone([...world.groupRecords.stored]);
    expect(await failureFrom(run(world, by))).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_GIVES_ADMIN_ACCESS' });
    expect([...world.groupRecords.stored]).toEqual(before);
    expect(new Set(endings(world))).toEqual(new Set(['failed NOT_ATTEMPTED GROUP_GIVES_ADMIN_ACCESS']));
  });
});

describe('transferring to a space that is gone by then', () => {
  it('asks for another', async ({ expect }) => {
    const { world, by } = late(({ site }) => {
      site.spaces = site.spaces.filter(({ spaceId }) => spaceId !== hrId);
    });
    const run = transferGroup(world.ports, by, { groupId, spaceKey: 'HR' });
    expect(await failureFrom(run)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'spaceKey' }] });
    expect(world.groupRecords.stored.get(groupId)?.spaceId).toBe(devId);
  });
});
