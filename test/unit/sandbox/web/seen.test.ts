// What the drawer "What Atlassian saw" is told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { LISTED_CALLS } from '../../../../sandbox/web/seen';
import type { Seen } from '../../../../sandbox/web/seen';
import { serveFixture } from './served';

let served: Awaited<ReturnType<typeof serveFixture>>;
beforeAll(async () => {
  served = await serveFixture();
});
afterAll(async () => served.close());
beforeEach(() => served.sandbox.site.clearRequests());

async function seen(query = ''): Promise<Seen> {
  return (await (await served.get(`/_bridge/seen${query}`)).json()) as Seen;
}
async function callAs(
  identity: Parameters<typeof served.sandbox.site.fetch>[1],
  path = '/wiki/rest/api/group',
): Promise<void> {
  await served.sandbox.site.fetch(new Request(`http://127.0.0.1${path}`), identity);
}
function user(handle: string, impersonated: boolean) {
  const scopes = ['read:confluence-groups'];
  return { kind: 'user', accountId: served.accountOf(handle), scopes, impersonated } as const;
}

describe('/_bridge/seen', () => {
  it('names who each call was made as, newest first, with status and points', async () => {
    await callAs(user('space-admin', false));
    await callAs(user('site-admin', true));
    await callAs({ kind: 'app', scopes: [] });
    await callAs({ kind: 'basic', accountId: served.accountOf('member') });
    await callAs({ kind: 'anonymous' });
    const { calls, points, newest } = await seen();
    expect(newest.map(({ as, status }) => [as, status])).toEqual([
      [{ kind: 'nobody' }, 401],
      [{ kind: 'own client', name: 'Miguel Torres' }, 200],
      [{ kind: 'app' }, expect.any(Number)],
      [{ kind: 'impersonated', name: 'Sofia Lindgren' }, 200],
      [{ kind: 'caller', name: 'Priya Raman' }, 200],
    ]);
    const costs = newest.map((call) => call.points);
    expect(costs[1]).toBe(0);
    expect(costs[4]).toBeGreaterThan(1);
    expect([calls, points]).toEqual([5, costs.reduce((sum, cost) => sum + cost)]);
    expect(newest[0]).toMatchObject({ method: 'GET', path: '/wiki/rest/api/group' });
  });

  it('sums and lists only impersonated calls, if asked', async () => {
    await callAs(user('space-admin', false));
    await callAs(user('site-admin', true));
    const { calls, points, newest } = await seen('?only=impersonated');
    expect(newest.map(({ as }) => as)).toEqual([{ kind: 'impersonated', name: 'Sofia Lindgren' }]);
    expect([calls, points]).toEqual([1, newest[0]?.points]);
  });

  it('names a portal customer, and an account that nobody knows by its id', async () => {
    const { accountId } = served.sandbox.site.model.accountOf('customer');
    await callAs({ kind: 'basic', accountId });
    await callAs({ kind: 'basic', accountId: 'gone' });
    expect((await seen()).newest.map(({ as }) => as.name)).toEqual(['gone', 'Kim Portal']);
  });

  it('lists the newest of many, and sums all', async () => {
    for (let call = 0; call <= LISTED_CALLS; call += 1) {
      await callAs({ kind: 'anonymous' }, `/wiki/rest/api/group?start=${String(call)}`);
    }
    const { calls, newest } = await seen();
    expect([calls, newest.length]).toEqual([LISTED_CALLS + 1, LISTED_CALLS]);
    expect(newest[0]?.path).toContain(`start=${String(LISTED_CALLS)}`);
  });

  it('marks a call that a fault hit', async () => {
    served.sandbox.faults.add({ on: 'rest', status: 503 });
    await callAs(user('space-admin', false));
    expect((await seen()).newest).toMatchObject([{ fault: true }]);
  });
});
