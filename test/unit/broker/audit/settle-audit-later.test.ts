import { describe, it } from 'vitest';

import type { Attempt, AuditAction } from '../../../../src/broker/audit/entries';
import { schedules } from '../../../../src/entry/schedules';
import { aGroup, answerLost, bob, devId, EARLIER, rateLimited } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const writers = aGroup();
const membership = { groupId: writers.groupId, accountId: bob };
function inside(world: World) {
  return world.site.has(writers, bob);
}
function open(world: World, action: AuditAction, given: Partial<Attempt>) {
  const id = `a${String(world.auditLog.attempts.length)}`;
  world.auditLog.attempts.push({ id, at: EARLIER, action, spaceId: devId, ...given });
}
async function settled(action: AuditAction, given: Partial<Attempt>, prepare: (world: World) => unknown) {
  const world = aWorld();
  open(world, action, given);
  prepare(world);
  await schedules.settleAudit(world.ports);
  return { world, outcome: world.auditLog.outcomes.get('a0') };
}

describe('an attempt of the last day that nobody can look at', () => {
  const HOUR = 3_600_000;
  const at = '2026-11-21T09:00:00.000Z';
  async function hours(world: World, count: number) {
    for (let n = 0; n < count; n += 1) {
      await schedules.settleAudit(world.ports);
      world.clock.advance(HOUR);
    }
  }
  function found(world: World) {
    return world.auditLog.outcomes.get('a0');
  }

  it.for([
    ['asks to wait', rateLimited],
    ['does not answer', answerLost],
  ] as const)('while Atlassian %s stays open, and is looked at an hour later', async ([, failure], { expect }) => {
    const { world, outcome } = await settled('addMember', { ...membership, at }, (given) => {
      inside(given);
      given.journal.fail('read isMember', failure);
    });
    expect(outcome).toBeUndefined();
    await hours(world, 1);
    expect(found(world)).toMatchObject({ outcome: 'unknown', found: 'member' });
  });

  it('stays open while there is no privileged user, for a day, and keeps no other from being settled', async ({
    expect,
  }) => {
    const { world } = await settled('addMember', { ...membership, at }, (given) => {
      open(given, 'saveRules', { at });
      given.settings.stored.privilegedUser = {};
    });
    expect(world.auditLog.outcomes.get('a1')).toMatchObject({ outcome: 'unknown' });
    await hours(world, 23);
    expect(found(world)).toBeUndefined();
    await hours(world, 1);
    expect(found(world)).toMatchObject({ outcome: 'unknown', code: 'SETTLED_LATER' });
  });

  it('stays open when no time is left', async ({ expect }) => {
    const { world, outcome } = await settled('addMember', { ...membership, at: EARLIER }, (given) => {
      given.time.remainingMs = 4_999;
    });
    expect([outcome, world.auditLog.settledUpTo]).toEqual([undefined, {}]);
    world.time.remainingMs = 50_000;
    await hours(world, 1);
    expect(found(world)).toMatchObject({ outcome: 'unknown', found: 'notMember' });
  });

  it('is not followed by more reads once Atlassian asked to wait', async ({ expect }) => {
    const { world } = await settled('addMember', { ...membership, at }, (given) => {
      for (let n = 0; n < 9; n += 1) open(given, 'addMember', { ...membership, at });
      given.journal.fail('read isMember', rateLimited, { times: 99 });
    });
    expect(world.journal.lines('read isMember')).toHaveLength(1);
    expect(world.auditLog.outcomes.size).toBe(0);
  });
});
