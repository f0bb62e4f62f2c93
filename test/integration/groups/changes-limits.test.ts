// Atlassian's limits in the middle of a list that the queue carries out: nothing is sent into a limit but what is under way when it shows.
import { expect, it } from 'vitest';

import { isWrite, valueOf, type World } from '../../support/integration';
import { aListSite, atChange, membersOf } from '../../support/list-site';

const PEOPLE = 250;
/** Most calls in flight. */
const IN_FLIGHT = 10;

function writes(world: World) {
  return world.requests().filter(isWrite);
}

it('the points of the hour: no change is refused, and the rest follows in the next hour', async () => {
  const { world, groupId, plan, apply, watch } = await aListSite(PEOPLE);
  const planned = await plan(1, PEOPLE);
  await apply(planned);
  // A fifth is left once fifty people are added: Atlassian warns from then on.
  const spent = world.requests().reduce((sum, { points }) => sum + points, 0);
  world.site.setQuota({ pointsPerHour: spent + 400 });
  await world.settleQueue();
  const seen = await watch(planned);
  const { state, why, done, waitsUntil } = seen;
  expect([state, why]).toEqual(['waiting', 'POINTS_SPENT']);
  expect(done.added).toBe(membersOf(world, groupId).length);
  expect(done.added).toBeGreaterThan(0);
  expect(done.added).toBeLessThan(PEOPLE);
  expect(Date.parse(waitsUntil ?? '') % 3_600_000).toBe(0);
  expect(world.requests().filter(({ status }) => status === 429)).toEqual([]);
  // While it waits, whoever looks again makes the app read its row alone.
  const before = world.kvs.requests().length;
  const look = { changeId: seen.changeId, waitsAt: seen.version };
  expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'watchChange', look))).toEqual({ isStill: 'waiting' });
  expect(world.kvs.requests().slice(before)).toMatchObject([{ target: '/api/v1/entity/get' }]);
  world.site.setQuota({});
  await world.letPass({ hours: 2 });
  expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: PEOPLE } });
  expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'watchChange', look))).toMatchObject({ state: 'done' });
  expect(writes(world)).toHaveLength(PEOPLE);
});

it('a burst: only what was in flight when the first 429 came is refused, and nothing is sent until the wait is over', async () => {
  const { world, groupId, plan, apply, watch } = await aListSite(PEOPLE);
  const planned = await plan(1, PEOPLE);
  await apply(planned);
  world.setLatency({ restMs: 400, storageMs: 15, deliveryMs: 500 });
  const fault = { on: 'rest', operationId: 'addUserToGroupByGroupId', status: 429, times: 1000 } as const;
  atChange(world, 60, () => world.faults.add({ ...fault, headers: { 'retry-after': '30' } }));
  await world.settleQueue();
  const refused = writes(world).filter(({ status }) => status === 429);
  const firstAt = Math.min(...refused.map(({ endedAt }) => endedAt));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(IN_FLIGHT);
  expect(refused.filter(({ startedAt }) => startedAt > firstAt)).toEqual([]);
  const { state, why, waitsUntil } = await watch(planned);
  expect([state, why]).toEqual(['waiting', 'RATE_LIMITED']);
  expect(Date.parse(waitsUntil ?? '')).toBeGreaterThanOrEqual(firstAt + 30_000);
  world.faults.clear();
  await world.letPass({ hours: 1 });
  expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: PEOPLE } });
  expect(membersOf(world, groupId)).toHaveLength(PEOPLE);
  expect(writes(world).filter(({ status }) => status === 429)).toHaveLength(refused.length);
});

it('ten calls a second: refused changes are sent again after the short wait, at half the pace', async () => {
  const { world, groupId, plan, apply, watch } = await aListSite(PEOPLE);
  const planned = await plan(1, PEOPLE);
  world.setLatency({ restMs: 400, storageMs: 15, deliveryMs: 500 });
  world.site.setQuota({ callsPerSecond: 10 });
  const begun = Date.now();
  await apply(planned);
  await world.settleQueue();
  const { state, done, endedAt } = await watch(planned);
  expect([state, done.added]).toEqual(['done', PEOPLE]);
  expect(membersOf(world, groupId)).toHaveLength(PEOPLE);
  // 25 seconds at the least.
  expect(Date.parse(endedAt ?? '') - begun).toBeLessThanOrEqual(60_000);
  expect(writes(world).some(({ status }) => status === 429)).toBe(true);
  expect(writes(world).length - PEOPLE).toBeLessThanOrEqual(PEOPLE / 10);
});
