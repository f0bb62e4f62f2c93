// Calls that fail on their way: what is tried again, and what is read back.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  world.advance(1000);
  // No waiting between tries.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function statuses(operationId: string) {
  return world
    .requests()
    .filter((row) => row.operationId === operationId)
    .map(({ status }) => status);
}
function writes() {
  return world.requests().filter(isWrite);
}
function membersOf(group: string) {
  return [...world.model.group(group).members].map(world.handleOf);
}
async function open(group = groupId) {
  return world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId: group });
}
async function create(name = 'beta') {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name });
}
async function add(...handles: string[]) {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: handles.map(world.id) });
}
function outcomes(action: string) {
  return world
    .auditRows()
    .filter((row) => row.action === action)
    .map(({ outcome }) => outcome);
}

describe('a read', () => {
  it.each([
    ['a 500', { status: 500 }, [500, 500, 200]],
    ['a 503 that names a time', { status: 503, headers: { 'retry-after': '0' } }, [503, 503, 200]],
    ['no answer', { drop: 'before' }, [0, 0, 200]],
    ['a lost answer', { drop: 'after' }, [200, 200, 200]],
    ['the gateway’s limit', { preset: 'gateway-limit' }, [429, 429, 200]],
  ] as const)('is tried three times after %s', async (_what, fault, seen) => {
    world.faults.add({ on: 'rest', operationId: 'getGroupMembersByGroupId', ...fault, times: 2 });
    expect(valueOf(await open()).group.groupId).toBe(groupId);
    expect(statuses('getGroupMembersByGroupId')).toEqual(seen);
  });

  it('is given up after three', async () => {
    world.faults.add({ on: 'rest', operationId: 'getGroupMembersByGroupId', status: 502, times: 9 });
    expect(errorOf(await open())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    expect(statuses('getGroupMembersByGroupId')).toEqual([502, 502, 502]);
  });

  it.each([
    [3000, 3],
    [12_000, 2],
    [19_000, 1],
  ])('that takes %i ms to fail is tried as often as the invocation has time for', async (delayMs, tries) => {
    world.faults.add({ on: 'rest', operationId: 'getGroupMembersByGroupId', status: 503, delayMs, times: 9 });
    expect(errorOf(await open())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    expect(statuses('getGroupMembersByGroupId')).toHaveLength(tries);
  });

  it.each([400, 401, 403, 501])('is not tried again after a %i', async (status) => {
    world.faults.add({ on: 'rest', operationId: 'getGroupMembersByGroupId', status, times: 9 });
    expect((await open()).ok).toBe(false);
    expect(statuses('getGroupMembersByGroupId')).toEqual([status]);
  });
});

describe('a write', () => {
  function limited(retryAfter: string) {
    return world.faults.add({
      on: 'rest',
      operationId: 'createGroup',
      status: 429,
      headers: { 'retry-after': retryAfter },
    });
  }

  it('is sent again after a 429 that asks for a short wait', async () => {
    limited('0');
    valueOf(await create());
    expect(statuses('createGroup')).toEqual([429, 201]);
    expect(outcomes('createGroup')).toEqual(['succeeded', 'succeeded']);
  });

  it('is not sent again after a 429 that asks for a long one', async () => {
    limited('60');
    expect(errorOf(await create())).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 60, changed: 'nothing' });
    expect(writes()).toHaveLength(1);
    expect(outcomes('createGroup')).toEqual(['succeeded', 'failed']);
  });

  it('is not sent again after a 429 of the gateway, which names no time', async () => {
    world.faults.add({ on: 'rest', operationId: 'createGroup', preset: 'gateway-limit' });
    expect(errorOf(await create())).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' });
    expect(writes()).toHaveLength(1);
  });

  it.each([500, 502, 503])('is not sent again after a %i', async (status) => {
    world.faults.add({ on: 'rest', operationId: 'createGroup', status, headers: { 'retry-after': '0' } });
    expect(errorOf(await create())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    expect(writes()).toHaveLength(1);
  });
});

describe('a write whose connection broke', () => {
  function lose(drop: 'before' | 'after') {
    return world.faults.add({ on: 'rest', identity: 'impersonated', method: 'POST', drop });
  }

  it('took effect: a group is found and recorded, and the audit says what was found', async () => {
    lose('after');
    expect(valueOf(await create()).groupId).toBe(world.groupId('demo-beta'));
    expect(writes()).toHaveLength(1);
    expect(outcomes('createGroup')).toEqual(['succeeded', 'unknown']);
  });

  it('took effect: a person is found in the group, by whose doing nobody knows', async () => {
    lose('after');
    expect(valueOf(await add('person-01')).people).toMatchObject([{ outcome: 'memberNow' }]);
    expect(membersOf('demo-alpha')).toEqual(['person-01']);
    expect(outcomes('addMember')).toEqual(['unknown']);
    expect(writes()).toHaveLength(1);
  });

  it('took no effect: not known yet, and the hourly run says what it found', async () => {
    lose('before');
    expect(valueOf(await add('person-01')).people).toMatchObject([{ outcome: 'unknown' }]);
    expect(membersOf('demo-alpha')).toEqual([]);
    expect(outcomes('addMember')).toEqual(['open']);
    world.advance(3_600_000);
    await world.runScheduled('hourly-audit-settling');
    expect(outcomes('addMember')).toEqual(['unknown']);
  });

  it('took effect but can’t be read back: it is unknown, until the hourly run has looked', async () => {
    lose('after');
    world.faults.add({
      on: 'rest',
      operationId: 'getGroupMembershipsForUser',
      identity: 'impersonated',
      drop: 'before',
      times: 3,
    });
    expect(valueOf(await add('person-01')).people).toMatchObject([{ outcome: 'unknown' }]);
    expect(outcomes('addMember')).toEqual(['open']);
    world.advance(3_600_000);
    await world.runScheduled('hourly-audit-settling');
    expect(outcomes('addMember')).toEqual(['unknown']);
  });
});
