import { beforeEach, describe, expect, test } from 'vitest';

import { RestFault } from '../../../../../sandbox/site/core/faults';
import { aWorld } from '../world';

const GROUPS = '/wiki/rest/api/group';

let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld();
});

function given(fault: object) {
  return world.site.faults.add(RestFault.parse({ on: 'rest', ...fault }));
}
function admin() {
  return world.as(world.user('site-admin'));
}
function names() {
  return [...world.model.groups.values()].map(({ name }) => name);
}

describe('a fault', () => {
  test('answers in the site’s place, as often as it is told to, and is logged', async () => {
    given({ operationId: 'getGroups', status: 503, body: 'Busy', headers: { 'retry-after': '2' }, times: 2 });
    for (const _ of [1, 2]) {
      const { status, body, headers } = await admin().get(GROUPS);
      expect({ status, body, retryAfter: headers.get('retry-after') }).toEqual({
        status: 503,
        body: 'Busy',
        retryAfter: '2',
      });
    }
    expect(await admin().get(GROUPS)).toMatchObject({ status: 200 });
    expect(world.site.requests()).toMatchObject([
      { operationId: 'getGroups', status: 503, points: 0, fault: true },
      { status: 503, fault: true },
      { status: 200 },
    ]);
    expect(world.site.requests()[2]).not.toHaveProperty('fault');
    expect(world.site.faults.list()).toEqual([]);
  });

  test('spares as many calls as it is told to, also those that another one strikes', async () => {
    given({ operationId: 'getGroups', skip: 2, status: 503 });
    given({ operationId: 'getGroups', status: 500 });
    const statuses: number[] = [];
    for (const _ of [1, 2, 3, 4]) statuses.push((await admin().get(GROUPS)).status);
    expect(statuses).toEqual([500, 200, 503, 200]);
  });

  test('may look like a success that Atlassian does not document', async () => {
    given({ operationId: 'getGroups', status: 200, body: { results: [] } });
    given({ operationId: 'removeGroupById', status: 204 });
    expect(await admin().get(GROUPS)).toMatchObject({ status: 200, body: { results: [] } });
    expect(await admin().deleteGroup('nobody-has-this-id')).toMatchObject({ status: 204 });
  });

  test('leaves a write undone unless it says otherwise', async () => {
    given({ operationId: 'createGroup', status: 500, body: { message: 'Oops' } });
    expect(await admin().createGroup('demo-one')).toMatchObject({ status: 500, body: { message: 'Oops' } });
    expect(names()).not.toContain('demo-one');
  });

  test.each([
    ['before', false, 0, 0],
    ['after', true, 201, 1],
  ])('loses the answer %s the write', async (drop, performed, status, points) => {
    given({ operationId: 'createGroup', drop });
    await expect(admin().createGroup('demo-one')).rejects.toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: 'fetch failed',
        cause: expect.objectContaining({ code: 'UND_ERR_SOCKET' }) as Error,
      }) as Error,
    );
    expect(names().includes('demo-one')).toBe(performed);
    expect(world.site.requests()).toMatchObject([{ operationId: 'createGroup', status, points, fault: true }]);
  });

  test('puts another answer in the place of a lost one', async () => {
    given({ operationId: 'createGroup', drop: 'after', status: 504 });
    expect(await admin().createGroup('demo-one')).toMatchObject({ status: 504 });
    expect(names()).toContain('demo-one');
    expect(world.site.requests()).toMatchObject([{ status: 201 }]);
  });

  test('is the gateway’s limit, which says nothing of when', async () => {
    given({ preset: 'gateway-limit' });
    const { status, headers } = await admin().get(GROUPS);
    expect(status).toBe(429);
    expect(headers.get('x-failure-category')).toBe('FAILURE CLIENT RATE LIMITED');
    expect([headers.get('retry-after'), headers.get('ratelimit-reason')]).toEqual([null, null]);
  });

  test('is a quota that is used up, for calls of the app alone', async () => {
    given({ preset: 'quota-used-up', times: 9 });
    const refused = await world.as(world.app()).get(GROUPS);
    expect([refused.status, refused.headers.get('ratelimit-reason')]).toEqual([429, 'confluence-quota-global-based']);
    expect((await world.as(world.basic('site-admin')).get(GROUPS)).status).toBe(200);
    expect(world.site.requests()).toMatchObject([{ status: 429, points: 0, fault: true }, { status: 200 }]);
    expect(world.site.faults.list()).toMatchObject([{ times: 8 }]);
  });
});

describe('what a fault is meant for', () => {
  test.each([
    ['impersonated', [500, 200, 200, 200]],
    ['caller', [200, 500, 200, 200]],
    ['app', [200, 200, 500, 200]],
    ['basic', [200, 200, 200, 500]],
  ])('an identity: %s', async (identity, statuses) => {
    given({ identity, status: 500, times: 9 });
    const impersonated = world.user('site-admin');
    const identities = [impersonated, { ...impersonated, impersonated: false }, world.app(), world.basic('site-admin')];
    const seen = [];
    for (const one of identities) seen.push((await world.as(one).get(GROUPS)).status);
    expect(seen).toEqual(statuses);
  });

  test('a person, however they call', async () => {
    given({ identity: world.accountId('member'), status: 500, times: 9 });
    expect(await world.as(world.basic('member')).get(GROUPS)).toMatchObject({ status: 500 });
    expect(await world.as(world.user('member')).get(GROUPS)).toMatchObject({ status: 500 });
    expect(await admin().get(GROUPS)).toMatchObject({ status: 200 });
  });

  test('a method, and a part of path and query', async () => {
    const id = world.groupId('demo-editors');
    given({ method: 'GET', path: id, status: 403, times: 9 });
    expect(await admin().get(`${GROUPS}/by-id?id=${id}`)).toMatchObject({ status: 403 });
    expect(await admin().get(`${GROUPS}/${id}/membersByGroupId`)).toMatchObject({ status: 403 });
    expect(await admin().get(GROUPS)).toMatchObject({ status: 200 });
    expect(await admin().addMember(id, world.accountId('person-40'))).toMatchObject({ status: 201 });
  });

  test('the oldest one that fits', async () => {
    given({ status: 500 });
    given({ status: 502 });
    expect([(await admin().get(GROUPS)).status, (await admin().get(GROUPS)).status]).toEqual([500, 502]);
  });
});
