// What reaches the app from outside: function keys, payloads, and callers who keep trying.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

const PAGES = ['global-settings', 'space-settings'] as const;

describe.each(PAGES)('the resolver of %s', (page) => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'nothing-like-it', 'openglobalsettings'])(
    'knows no function %j',
    async (functionKey) => {
      expect(await world.call(page, functionKey, {}, 'site-admin', world.inSpace('DEMO'))).toEqual({
        ok: false,
        error: { code: 'NOT_FOUND', what: 'function' },
      });
      expect(world.requests()).toEqual([]);
    },
  );

  it('does not serve the other page’s functions', async () => {
    const key = page === 'global-settings' ? 'openSpaceSettings' : 'openGlobalSettings';
    expect(await world.call(page, key, {}, 'site-admin', world.inSpace('DEMO'))).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  const payloads: [unknown][] = [[null], [[]], ['text'], [7], [{ extra: true }], [{ groupId: { $ne: '' } }]];
  it.each(payloads)('takes no payload like %j', async (payload) => {
    const key = page === 'global-settings' ? 'releaseGroup' : 'openGroup';
    expect(await world.call(page, key, payload, 'site-admin', world.inSpace('DEMO'))).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
    expect(world.requests()).toEqual([]);
  });
});

it('quotes no long field of somebody else’s making', async () => {
  const answer = await world.call('space-settings', 'listGroups', { ['x'.repeat(70_000)]: 1 }, 'space-admin');
  expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', fields: [{ field: 'x'.repeat(100) }] } });
});

describe('ids that could lead elsewhere', () => {
  it.each(['../../user/current', 'x%2Fy', 'a?b=c', 'a&id=b', '', 'ä', 'x'.repeat(65)])(
    'are no group: %j',
    async (groupId) => {
      const answer = await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId });
      expect(errorOf(answer)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'groupId' }] });
      expect(world.requests()).toEqual([]);
    },
  );
});

describe('a caller who keeps being refused', () => {
  async function tryIt(handle = 'member') {
    return world.asSpace(handle, 'DEMO', 'createGroup', { name: 'alpha' });
  }
  async function exhaust() {
    for (let index = 0; index < 20; index += 1)
      expect(errorOf(await tryIt())).toMatchObject({ reason: 'NOT_SPACE_ADMIN' });
    world.site.clearRequests();
  }

  it('is answered without any call after twenty within a minute, on both pages', async () => {
    await exhaust();
    const stored = world.forge.kvs.requests().length;
    expect(errorOf(await tryIt())).toEqual({ code: 'FORBIDDEN', reason: 'TOO_MANY_REFUSALS' });
    expect(errorOf(await world.asGlobal('member', 'openGlobalSettings', {}))).toMatchObject({
      reason: 'TOO_MANY_REFUSALS',
    });
    expect(world.requests()).toEqual([]);
    expect(world.forge.kvs.requests()).toHaveLength(stored);
  });

  it('is heard again a minute later', async () => {
    await exhaust();
    world.advance(60_001);
    expect(errorOf(await tryIt())).toMatchObject({ reason: 'NOT_SPACE_ADMIN' });
  });

  it('keeps nobody else out, and not the same person from another site', async () => {
    await exhaust();
    expect(valueOf(await tryIt('space-admin')).groupName).toBe('demo-alpha');
    const other = await openSandbox();
    expect(errorOf(await other.asSpace('member', 'DEMO', 'listGroups', {}))).toMatchObject({
      reason: 'NOT_SPACE_ADMIN',
    });
  });
});
