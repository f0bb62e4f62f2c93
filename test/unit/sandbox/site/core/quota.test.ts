import { describe, expect, test } from 'vitest';

import type { Quota } from '../../../../../sandbox/contract/site';
import { createQuota } from '../../../../../sandbox/site/core/quota';
import { aWorld } from '../world';

const APP = { kind: 'app', scopes: [] } as const;
const PERSON = { kind: 'basic', accountId: 'p' } as const;
const START = Date.parse('2026-11-21T10:45:00.500Z');

function given(limits: Quota) {
  let now = START;
  const quota = createQuota({ now: () => now }, limits, 'confluence');
  function spend(points: number): Record<string, string> {
    if (quota.refusal(APP, `spend ${String(points)}`) !== undefined) throw new Error('Refused');
    const answer = new Response('');
    quota.charge(APP, points, answer);
    return Object.fromEntries(answer.headers);
  }
  function ask(operationId = 'getGroups') {
    return quota.refusal(APP, operationId);
  }
  return { quota, spend, ask, advance: (ms: number) => (now += ms) };
}

describe('points an hour', () => {
  test('are refused once they are spent, until the hour (UTC) is over', () => {
    const { spend, ask, advance } = given({ pointsPerHour: 10 });
    spend(7);
    spend(7);
    const refusal = ask();
    expect(refusal?.status).toBe(429);
    expect(Object.fromEntries(refusal?.headers ?? [])).toMatchObject({
      'retry-after': '900',
      'ratelimit-reason': 'confluence-quota-global-based',
      'x-ratelimit-limit': '10',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-21T11:00:00.000Z',
      'x-ratelimit-nearlimit': 'true',
      'ratelimit-policy': '"global-app-quota";q=10;w=3600',
      ratelimit: '"global-app-quota";r=0;t=900',
    });
    advance(899_499);
    expect(ask()?.headers.get('retry-after')).toBe('1');
    advance(1);
    expect(ask()).toBeUndefined();
  });

  test('can be taken for spent, with as many as Atlassian gives where the app has no limit', () => {
    const { quota, ask } = given({});
    const refusal = quota.usedUp();
    expect(refusal.status).toBe(429);
    expect(Object.fromEntries(refusal.headers)).toMatchObject({
      'retry-after': '900',
      'ratelimit-reason': 'confluence-quota-global-based',
      'x-ratelimit-limit': '65000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-21T11:00:00.000Z',
      ratelimit: '"global-app-quota";r=0;t=900',
    });
    expect(ask()).toBeUndefined();
  });

  test('warn below a fifth, on answers that are served', () => {
    const { spend } = given({ pointsPerHour: 10 });
    expect(spend(8)).not.toHaveProperty('x-ratelimit-nearlimit');
    expect(spend(1)).toMatchObject({ 'x-ratelimit-nearlimit': 'true', 'x-ratelimit-remaining': '1' });
  });

  test('are the app’s alone', () => {
    const { quota, ask } = given({ pointsPerHour: 1, callsPerSecond: 1 });
    quota.charge(PERSON, 5, new Response(''));
    expect(ask()).toBeUndefined();
    quota.charge(APP, 5, new Response(''));
    expect(quota.refusal(PERSON, 'getGroups')).toBeUndefined();
  });
});

describe('calls a second', () => {
  test('are counted for each operation', () => {
    const { ask, advance } = given({ callsPerSecond: 2 });
    expect([ask(), ask()]).toEqual([undefined, undefined]);
    const refusal = ask();
    expect(Object.fromEntries(refusal?.headers ?? [])).toMatchObject({
      'retry-after': '1',
      'ratelimit-reason': 'confluence-burst-based',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-21T10:45:01.000Z',
    });
    expect(ask('getSpaces')).toBeUndefined();
    advance(500);
    expect(ask()).toBeUndefined();
  });
});

describe('the site', () => {
  test('charges what its log says, and serves nothing beyond', async () => {
    const { site, as, user, basic, accountId } = aWorld();
    site.setQuota({ pointsPerHour: 20 });
    const path = `/wiki/rest/api/user/memberof?accountId=${accountId('site-admin')}`;
    const statuses = [];
    while (statuses.at(-1) !== 429) statuses.push((await as(user('site-admin')).get(path)).status);
    const rows = site.requests();
    const before = rows.slice(0, -2).reduce((sum, { points }) => sum + points, 0);
    expect(before).toBeLessThan(20);
    expect(before + (rows.at(-2)?.points ?? 0)).toBeGreaterThanOrEqual(20);
    expect(rows.at(-1)).toMatchObject({ status: 429, points: 0 });
    expect(await as(user('site-admin')).createGroup('demo-one')).toMatchObject({ status: 429 });
    expect(await as(basic('site-admin')).get(path)).toMatchObject({ status: 200 });
  });

  test('counts Jira, with Jira Service Management, apart from Confluence', async () => {
    const { site, as, user, app } = aWorld();
    site.setQuota({ pointsPerHour: 5 });
    const agent = as(user('agent'));
    await agent.get('/rest/api/3/mypermissions?permissions=ADMINISTER,USER_PICKER');
    const refused = await agent.get('/rest/servicedeskapi/organization');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit-reason')).toBe('jira-quota-global-based');
    expect(await as(app()).get('/wiki/rest/api/user/current')).toMatchObject({ status: 200 });
    expect(site.requests().map(({ points }) => points)).toEqual([5, 0, 3]);
  });

  test.each([
    ['/rest/api/3/myself', 3],
    ['/rest/api/3/project/SUP', 2],
    ['/rest/servicedeskapi/servicedesk', 2],
    ['/rest/servicedeskapi/organization', 3],
    ['/rest/servicedeskapi/organization/1/user', 3],
    ['/rest/servicedeskapi/info', 1],
  ])('charges %s as documented: %d', async (path, points) => {
    const { site, as, user } = aWorld();
    expect(await as(user('agent')).get(path)).toMatchObject({ status: 200 });
    expect(site.requests().at(-1)?.points).toBe(points);
  });

  test('limits nothing unless told to', async () => {
    const { as, app } = aWorld();
    for (let count = 0; count < 50; count += 1) {
      const { status, headers } = await as(app()).get('/wiki/rest/api/group');
      expect([status, headers.get('x-ratelimit-limit')]).toEqual([200, null]);
    }
  });
});
