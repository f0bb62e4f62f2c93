// An app that has spent its points, or calls too often.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const PEOPLE = ['person-01', 'person-02', 'person-03', 'person-04', 'person-05', 'person-06', 'person-07', 'person-08'];
function secondsToTheHour() {
  return 3600 - Math.floor((Date.now() / 1000) % 3600);
}
function points() {
  return world.requests().reduce((sum, row) => sum + row.points, 0);
}

describe('the points of the hour are spent', () => {
  it('before anything was asked: the page says until when', async () => {
    world.site.setQuota({ pointsPerHour: 0 });
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}))).toEqual({
      code: 'RATE_LIMITED',
      retryAfterSeconds: secondsToTheHour(),
      changed: 'nothing',
    });
    expect(world.requests().every(({ status }) => status === 429)).toBe(true);
  });

  it('in the middle of adding people: says who was added and who was not', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    async function add() {
      return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: PEOPLE.map(world.id) });
    }
    valueOf(await add());
    const whole = points() - PEOPLE.length;
    for (const handle of PEOPLE) world.model.removeMember(groupId, world.id(handle));
    world.advance(1000);
    world.site.clearRequests();
    // Three writes are left after the reads.
    world.site.setQuota({ pointsPerHour: whole + 3 });
    const { people, stoppedBy } = valueOf(await add());
    expect(stoppedBy).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: secondsToTheHour() });
    const added = people.filter(({ outcome }) => outcome === 'added').map(({ accountId }) => accountId);
    expect(added).toEqual([...world.model.group('demo-alpha').members]);
    expect(added).toHaveLength(3);
    expect(people.filter(({ outcome }) => outcome === 'notAttempted').length).toBeGreaterThan(0);
    const audited = world.auditRows().slice(-PEOPLE.length);
    expect(audited.filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(3);
    expect(audited.filter(({ outcome }) => outcome === 'failed')).toHaveLength(PEOPLE.length - 3);
  });

  it('is over with the hour', async () => {
    world.site.setQuota({ pointsPerHour: 100 });
    async function openUntilRefused(): Promise<void> {
      const answer = await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {});
      if (answer.ok) return openUntilRefused();
      expect(answer.error.code).toBe('RATE_LIMITED');
    }
    await openUntilRefused();
    world.advance(secondsToTheHour() * 1000);
    valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }));
  });

  it('changes nothing where a write is the first to be refused', async () => {
    const before = world.snapshot().site;
    world.faults.add({
      on: 'rest',
      operationId: 'createGroup',
      status: 429,
      headers: { 'retry-after': '1800', 'ratelimit-reason': 'confluence-quota-global-based' },
      times: 9,
    });
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }))).toEqual({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 1800,
      changed: 'nothing',
    });
    expect(world.requests().filter(isWrite)).toHaveLength(1);
    expect(world.snapshot().site).toEqual(before);
  });
});
