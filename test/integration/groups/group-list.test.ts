// The list of a space's groups: pages, order, search, counts, and what it says before anybody tries. A space with 300 groups costs what one with two does.
import { beforeEach, describe, expect, it } from 'vitest';

import { largeSeed } from '../../../sandbox/site/seeds/large';
import type { GroupId } from '../../../src/shared/ids';
import { meter } from '../../support/budget';
import { openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let alpha: GroupId;
let beta: GroupId;

async function anOrdinaryWorld(): Promise<void> {
  world = await openSandbox();
  await world.configure();
  alpha = (await world.createGroup('space-admin', 'DEMO', 'alpha')).groupId;
  world.advance(60_000);
  beta = (await world.createGroup('space-admin', 'DEMO', 'beta')).groupId;
  world.advance(60_000);
}

async function list(payload: object, space = 'DEMO') {
  return valueOf(await world.asSpace('space-admin', space, 'listGroups', payload));
}

async function namesOf(payload: object, space = 'DEMO') {
  const { groups, next } = await list(payload, space);
  return { names: groups.map(({ groupName }) => groupName), next };
}

describe('the list of a space', () => {
  beforeEach(anOrdinaryWorld);

  it('goes by name, or by the last change of anybody in a group', async () => {
    expect((await namesOf({})).names).toEqual(['demo-alpha', 'demo-beta']);
    expect((await namesOf({ order: 'change' })).names).toEqual(['demo-beta', 'demo-alpha']);
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId: alpha, accountIds: [world.id('person-01')] });
    expect((await namesOf({ order: 'change' })).names).toEqual(['demo-alpha', 'demo-beta']);
    const [first, second] = (await list({ order: 'change' })).groups;
    expect(first?.changedAt).toBe(world.auditRows().findLast(({ action }) => action === 'addMember')?.['at']);
    expect(second?.changedAt).toBe(second?.recordedAt);
  });

  it('counts the members of groups as the caller, and says who changed each last', async () => {
    const accountIds = [world.id('person-01'), world.id('person-02')];
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId: beta, accountIds });
    world.site.clearRequests();
    const answer = await world.asSpace('space-admin', 'DEMO', 'countMembers', { groupIds: [beta, alpha] });
    expect(valueOf(answer)).toEqual({
      groups: [
        { groupId: beta, members: 2, changedBy: world.id('space-admin') },
        { groupId: alpha, members: 0, changedBy: world.id('space-admin') },
      ],
    });
    const counts = world.requests().filter(({ operationId }) => operationId === 'getGroupMembersByGroupId');
    const asCaller = { kind: 'user', accountId: world.id('space-admin'), impersonated: false };
    expect(counts).toMatchObject([
      { points: 3, identity: asCaller },
      { points: 1, identity: asCaller },
    ]);
  });

  it('says which groups can’t be changed, before anybody tries', async () => {
    const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, blockList: ['demo-al*'] }, version });
    expect((await list({})).groups.map(({ blocked }) => blocked)).toEqual(['GROUP_BLOCKED', undefined]);
    const opened = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(opened.groups.groups.map(({ blocked }) => blocked)).toEqual(['GROUP_BLOCKED', undefined]);
  });

  it('counts no group of another space, and asks nothing about it', async () => {
    const groupIds = [alpha, world.groupId('devops-oncall')];
    world.site.clearRequests();
    expect(await world.asSpace('space-admin', 'DEMO', 'countMembers', { groupIds })).toMatchObject({
      error: { reason: 'GROUP_OF_ANOTHER_SPACE' },
    });
    expect(world.requests().map(({ operationId }) => operationId)).not.toContain('getGroupMembersByGroupId');
  });
});

describe('a space with 300 groups', () => {
  beforeEach(async () => {
    world = await openSandbox(largeSeed);
    await world.configure();
    const groups = [...world.model.groups.values()].filter(({ name }) => name.startsWith('unit0001-'));
    for (const { id, name } of groups) {
      await world.forceRecord(name, 'UNIT0001', { lastChange: `${new Date().toISOString()}#${id}` });
    }
  });

  it('is opened, paged, sorted, searched and counted at a cost that does not grow', async () => {
    const measure = meter(world);
    async function costOf(call: () => Promise<unknown>) {
      measure();
      await call();
      const { calls, reads, writes } = measure();
      return { calls, reads, writes };
    }
    expect(await costOf(() => world.asSpace('space-admin', 'UNIT0001', 'openSpaceSettings', {}))).toEqual({
      calls: 2,
      reads: 4,
      writes: 0,
    });
    const first = await list({}, 'UNIT0001');
    expect(first.groups).toHaveLength(25);
    for (const payload of [{ after: first.next }, { order: 'change' }]) {
      expect(await costOf(() => list(payload, 'UNIT0001'))).toEqual({ calls: 2, reads: 2, writes: 0 });
    }
    const found = await costOf(() => list({ search: first.groups.at(-1)?.groupName ?? '' }, 'UNIT0001'));
    expect(found).toMatchObject({ calls: 2, writes: 0 });
    expect(found.reads).toBeLessThanOrEqual(5);
    const groupIds = first.groups.map(({ groupId }) => groupId);
    expect(await costOf(() => world.asSpace('space-admin', 'UNIT0001', 'countMembers', { groupIds }))).toEqual({
      calls: 27,
      reads: 2,
      writes: 0,
    });
  });

  it('shows each group on one page, whatever the order', async () => {
    for (const order of ['name', 'change']) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await list({ order, ...(after !== undefined && { after }) }, 'UNIT0001');
        seen.push(...page.groups.map(({ groupId }) => groupId));
        after = page.next;
      } while (after !== undefined);
      expect([seen.length, new Set(seen).size]).toEqual([300, 300]);
    }
  });
});
