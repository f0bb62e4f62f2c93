import { describe, it } from 'vitest';

import { readPersonGroups } from '../../../../src/groups/people/read-person-groups';
import { aGroup, ann, anAccount, aRecord, bob, cy, EARLIER, hrId } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

/** Bob is in two groups of DEV, one of HR and one of none. */
function withBob() {
  const world = aWorld();
  const [writers, readers] = [
    world.owns({ groupId: 'g-writers', name: 'dev-writers' }, [bob, cy]),
    world.owns({ groupId: 'g-readers', name: 'dev-readers' }, [bob]),
  ];
  world.owns({ groupId: 'g-others', name: 'dev-others' }, [cy]);
  world.owns({ groupId: 'g-hr', name: 'hr-people' }, [bob], { spaceId: hrId });
  world.site.has(aGroup({ groupId: 'g-none', name: 'nobody-manages' }), bob);
  function read() {
    return readPersonGroups(world.ports, world.inDev, { accountId: bob });
  }
  function hasFact({ groupId }: ReturnType<typeof aGroup>) {
    const fact = { groupId, accountId: bob, spaceId: world.inDev.space.spaceId, since: EARLIER, by: ann };
    world.memberships.stored.set(`${groupId}:${bob}`, { ...fact, attemptId: 'a-1' });
  }
  return { world, writers, readers, read, hasFact };
}

describe('the groups of one person', () => {
  it('are those of this space, by name, and no other', async ({ expect }) => {
    expect(await withBob().read()).toEqual({
      groups: [
        { groupId: 'g-readers', groupName: 'dev-readers' },
        { groupId: 'g-writers', groupName: 'dev-writers' },
      ],
      account: 'active',
    });
  });

  it('say since when and by whom, where the app added them', async ({ expect }) => {
    const { writers, read, hasFact } = withBob();
    hasFact(writers);
    const { groups } = await read();
    expect(groups.map(({ added }) => added)).toEqual([undefined, { since: EARLIER, by: 'ann' }]);
  });

  it('are read as the caller alone, in two calls', async ({ expect }) => {
    const { world, read } = withBob();
    await read();
    expect(world.journal.lines()).toEqual(['firstGroupsOf bob', 'accounts bob']);
  });

  it('show the names that they have now, and lists show those from then on', async ({ expect }) => {
    const { world, writers, read } = withBob();
    world.site.groups.set(writers.groupId, { ...writers, name: 'dev-authors' });
    const { groups } = await read();
    expect(groups.map(({ groupName }) => groupName)).toEqual(['dev-authors', 'dev-readers']);
    expect(world.groupRecords.stored.get(writers.groupId)?.groupName).toBe('dev-authors');
  });

  it('are none where somebody is in none of the space', async ({ expect }) => {
    const { world, writers, readers, read } = withBob();
    for (const { groupId } of [writers, readers]) world.site.members.get(groupId)?.delete(bob);
    expect(await read()).toEqual({ groups: [], account: 'active' });
  });

  it.for([
    ['inactive', 'deactivated'],
    ['closed', 'notShown'],
  ] as const)('of an account that is %s say so: %s', async ([status, account], { expect }) => {
    const { world, read } = withBob();
    world.site.accounts.set(bob, anAccount(bob, { status }));
    expect(await read()).toMatchObject({ groups: [{}, {}], account });
  });

  it('are read up to 1,000 on the whole site, and it’s said that there may be others', async ({ expect }) => {
    const { world, read } = withBob();
    const has = [...world.site.members.values()].filter((members) => members.has(bob)).length;
    for (let n = has; n < 999; n += 1) world.site.has(aGroup({ groupId: `g-${String(n)}`, name: 'a' }), bob);
    expect((await read()).incomplete).toBeUndefined();
    world.site.has(aGroup({ groupId: 'g-999', name: 'a' }), bob);
    const late = world.site.has(aGroup({ groupId: 'g-late', name: 'dev-late' }), bob);
    world.groupRecords.stored.set(late.groupId, aRecord({ groupId: 'g-late', groupName: 'dev-late' }));
    const { groups, incomplete } = await read();
    expect(incomplete).toBe(true);
    expect(groups.map(({ groupId }) => groupId)).toEqual(['g-readers', 'g-writers']);
  });

  it('of somebody with many take their facts 25 at a time', async ({ expect }) => {
    const { world, read, hasFact } = withBob();
    for (let n = 0; n < 60; n += 1) hasFact(world.owns({ groupId: `g-${String(n)}`, name: `x-${String(n)}` }, [bob]));
    const sizes: number[] = [];
    const memberships = { ...world.memberships };
    world.ports.memberships.among = async (pairs) => {
      sizes.push(pairs.length);
      return memberships.among(pairs);
    };
    const { groups } = await read();
    expect(groups.filter(({ added }) => added !== undefined)).toHaveLength(60);
    expect(sizes).toEqual([25, 25, 12]);
  });
});
