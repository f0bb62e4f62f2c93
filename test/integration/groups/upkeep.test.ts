// What the hourly run does for groups, a part at a time.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

async function hour() {
  world.advance(3_600_000);
  await world.runScheduled('hourly-audit-settling');
}
async function add(from: number, count: number) {
  const accountIds = Array.from({ length: count }, (_, n) => world.id(`person-${String(from + n).padStart(2, '0')}`));
  valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
}
function facts() {
  return Object.values(world.entity('membership-fact'));
}
/** Stores a fact as a change would have. */
async function store(group: string, accountId: string) {
  const fact = { groupId: group, accountId, spaceId: world.spaceId('DEMO'), since: '2026-11-20', by: accountId };
  const value = { site: 'site', spaceKey: `${group}#${accountId}`, attemptId: 'a', ...fact };
  await world.store('/api/v1/entity/set', { entityName: 'membership-fact', key: `${group}:${accountId}`, value });
}
function deleteAlpha() {
  const payload = { groupId, typedName: 'demo-alpha', confirmSelf: true };
  return world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload);
}

describe('what is known of memberships', () => {
  it('goes within the hour once the group is deleted, twenty-five in one request', async () => {
    await add(1, 25);
    await add(26, 5);
    valueOf(await deleteAlpha());
    expect(facts()).toHaveLength(30);
    const sizes: number[] = [];
    world.onStorage((target, body) => {
      const { delete: deleted = [] } = body as { delete?: unknown[] };
      if (target === '/api/v1/transaction') sizes.push(deleted.length);
    });
    await hour();
    expect([facts(), sizes]).toEqual([[], [25, 5]]);
  });

  it('goes also if somebody else deleted the group, once the app knows', async () => {
    await add(1, 1);
    world.model.deleteGroup(groupId);
    await hour();
    expect(facts()).toHaveLength(1);
    valueOf(await deleteAlpha());
    await hour();
    expect(facts()).toEqual([]);
  });

  it('stays while the app only stops managing the group', async () => {
    await add(1, 1);
    valueOf(await world.asGlobal('site-admin', 'releaseGroup', { groupId }));
    await hour();
    expect(facts()).toHaveLength(1);
  });

  it('stays while nobody can be asked whether the group exists, and goes in a later hour', async () => {
    await add(1, 1);
    valueOf(await deleteAlpha());
    world.model.setStatus(world.id('site-admin'), 'inactive');
    await hour();
    expect(facts()).toHaveLength(1);
    world.model.setStatus(world.id('site-admin'), 'active');
    await hour();
    expect(facts()).toEqual([]);
  });

  it('goes with the group to another space, and asks Atlassian nothing for that', async () => {
    await add(1, 3);
    valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
    valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId, spaceKey: 'DEVOPS' }));
    world.site.clearRequests();
    await hour();
    expect(facts().map(({ spaceId }) => spaceId)).toEqual([1, 2, 3].map(() => world.spaceId('DEVOPS')));
    expect(world.requests().filter(isPrivileged)).toEqual([]);
  });

  it('is looked through a page of a hundred an hour, and from the start again', async () => {
    const kept = Array.from({ length: 110 }, (_, n) => [groupId, `somebody-${String(n).padStart(3, '0')}`] as const);
    for (const [group, accountId] of [...kept, ['gone-group', 'somebody'] as const]) await store(group, accountId);
    await hour();
    expect(facts()).toHaveLength(111);
    await hour();
    expect(facts()).toHaveLength(110);
    await store('gone-group', 'somebody');
    await hour();
    expect(facts()).toHaveLength(111);
    await hour();
    expect(facts()).toHaveLength(110);
  });
});

describe('records of an older version', () => {
  it('can be listed by name and last change after an hour, a hundred in each, and are looked through once', async () => {
    for (let number = 0; number < 120; number += 1) {
      const old = `old-${String(number).padStart(3, '0')}`;
      world.model.addGroup(old);
      await world.forceRecord(old, 'DEMO');
    }
    function filled() {
      return Object.values(world.entity('group-record')).filter(({ nameKey, lastChange }) => nameKey && lastChange);
    }
    expect(filled()).toHaveLength(1);
    await hour();
    expect(filled().length).toBeGreaterThanOrEqual(100);
    await hour();
    expect(filled()).toHaveLength(121);
    const before = world.forge.kvs.requests().length;
    await hour();
    const asked = world.forge.kvs
      .requests()
      .slice(before)
      .map(({ body }) => Object(body) as { indexName?: string });
    expect(asked.filter(({ indexName }) => indexName === 'by-site')).toEqual([]);
  });
});
