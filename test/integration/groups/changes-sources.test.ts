// What a list may mean: the whole group, everybody of it, the members of another group, and all of it taken back. Done once, nothing is left to plan.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { errorOf, valueOf } from '../../support/integration';
import { aListSite, membersOf, range, type ListSite } from '../../support/list-site';

const NOTHING = { add: 0, remove: 0, notAllowed: 0 };

/** Puts people into the group, outside the app. */
function fill({ world, groupId, person }: ListSite, numbers: readonly number[]): void {
  for (const number of numbers) world.model.addMember(groupId, person(number));
}
function idsOf({ person }: ListSite, numbers: readonly number[]): string[] {
  return numbers.map(person).toSorted();
}
/** Since when people are members by the app, and by whom. */
function factsOf({ world }: ListSite) {
  const facts = Object.values(world.entity('membership-fact'));
  return facts
    .map(({ accountId, since, by }) => `${String(accountId)} since ${String(since)} by ${String(by)}`)
    .toSorted();
}

describe('the whole group', () => {
  it('becomes the list; whoever joins after the plan stays, and a second plan is empty', async () => {
    const site = await aListSite();
    fill(site, range(1, 10));
    const list = { source: 'wholeGroup', people: site.adding(range(6, 10)) } as const;
    const planned = await site.planList(list);
    expect(planned).toMatchObject({ planned: { add: 5, remove: 5, nothingToDo: 5, notAllowed: 0 } });
    expect(membersOf(site.world, site.groupId)).toEqual(idsOf(site, range(1, 10)));
    fill(site, [40]);
    expect(valueOf(await site.apply(planned))).toMatchObject({ state: 'done', done: { added: 5, removed: 5 } });
    expect(membersOf(site.world, site.groupId)).toEqual(idsOf(site, [...range(6, 10), 40]));
    const second = await site.planList({ ...list, people: site.adding([...range(6, 10), 40]) });
    expect(second.planned).toMatchObject({ ...NOTHING, nothingToDo: 11 });
  });

  it('doesn’t lose the privileged user, an app, or whom the list keeps', async () => {
    const site = await aListSite();
    fill(site, range(1, 4));
    for (const handle of ['site-admin', 'app']) site.world.model.addMember(site.groupId, site.world.id(handle));
    const planned = await site.planList({ source: 'wholeGroup', people: site.adding([1, 2, 3]) });
    expect(planned.planned).toMatchObject({ add: 0, remove: 1, nothingToDo: 3, notAllowed: 2 });
    valueOf(await site.apply(planned));
    const kept = ['site-admin', 'app'].map((handle) => site.world.id(handle));
    expect(membersOf(site.world, site.groupId)).toEqual([...idsOf(site, [1, 2, 3]), ...kept].toSorted());
  });

  it('is empty for no list: that is refused', async () => {
    const site = await aListSite();
    fill(site, range(1, 4));
    expect(errorOf(await site.ask({ source: 'wholeGroup' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'people' }],
    });
  });
});

describe('everybody of a group', () => {
  it('is removed once their number is typed; then there is nobody to plan for', async () => {
    const site = await aListSite();
    fill(site, range(1, 30));
    const planned = await site.planList({ source: 'everybody' });
    expect(planned).toMatchObject({ planned: { add: 0, remove: 30 }, needsTypedNumber: 30 });
    const mistyped = await site.apply({ ...planned, needsTypedNumber: 29 });
    expect(errorOf(mistyped)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'typedNumber' }] });
    expect(membersOf(site.world, site.groupId)).toHaveLength(30);
    expect(valueOf(await site.apply(planned))).toMatchObject({ state: 'done', done: { removed: 30 } });
    expect(membersOf(site.world, site.groupId)).toEqual([]);
    expect(errorOf(await site.ask({ source: 'everybody' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'groupId' }],
    });
  });
});

describe('the members of another group', () => {
  it('are added, and a second plan is empty', async () => {
    const site = await aListSite();
    const other = await site.world.createGroup('space-admin', 'DEMO', 'beta');
    for (const number of range(1, 12)) site.world.model.addMember(other.groupId, site.person(number));
    fill(site, range(10, 5));
    const list = { source: 'membersOf', fromGroupId: other.groupId } as const;
    const planned = await site.planList(list);
    expect(planned.planned).toMatchObject({ add: 9, remove: 0, nothingToDo: 3 });
    expect(valueOf(await site.apply(planned))).toMatchObject({ state: 'done', done: { added: 9 } });
    expect(membersOf(site.world, site.groupId)).toEqual(idsOf(site, range(1, 14)));
    expect((await site.planList(list)).planned).toMatchObject({ ...NOTHING, nothingToDo: 12 });
  });

  it('are not told of a group that another space has', async () => {
    const { world, ask } = await aListSite();
    const fromGroupId = await world.forceRecord('devops-oncall', 'DEVOPS');
    const refused = await ask({ source: 'membersOf', fromGroupId });
    expect(errorOf(refused)).toMatchObject({ code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' });
    expect(world.requests().filter(({ path }) => path.includes(`${fromGroupId}/membersByGroupId`))).toEqual([]);
  });
});

describe('an undo', () => {
  it('brings back members and what was known of them, but for whom a later change concerns', async () => {
    const site = await aListSite();
    valueOf(await site.apply(await site.plan(1, 10)));
    const before = { members: membersOf(site.world, site.groupId), facts: factsOf(site) };
    site.world.advance(86_400_000);
    const whole = await site.planList({ source: 'wholeGroup', people: site.adding(range(6, 10)) });
    valueOf(await site.apply(whole));
    const undo = await site.planUndo(whole);
    expect(undo).toMatchObject({ source: 'undo', planned: { add: 5, remove: 5 }, undoes: whole.changeId });
    expect(valueOf(await site.apply(undo))).toMatchObject({ state: 'done', done: { added: 5, removed: 5 } });
    expect({ members: membersOf(site.world, site.groupId), facts: factsOf(site) }).toEqual(before);

    valueOf(await site.apply(await site.plan(20, 3)));
    const added = await site.plan(30, 3);
    valueOf(await site.apply(added));
    site.world.advance(60_000);
    const about = { groupId: site.groupId, accountIds: [site.person(31)] };
    valueOf(await site.world.asSpace('space-admin', 'DEMO', 'removeMembers', { ...about, confirmSelf: false }));
    site.world.advance(60_000);
    valueOf(await site.world.asSpace('space-admin', 'DEMO', 'addMembers', about));
    const partial = await site.planUndo(added);
    expect(partial.planned).toMatchObject({ remove: 2, notAllowed: 1 });
    valueOf(await site.apply(partial));
    expect(membersOf(site.world, site.groupId)).toEqual(idsOf(site, [...range(1, 10), ...range(20, 3), 31]));
  });
});

it('whatever the group and the list hold, the plan comes about, and a second one is empty', async () => {
  const site = await aListSite();
  const some = fc.subarray(range(1, 14));
  await fc.assert(
    fc.asyncProperty(some, some, fc.constantFrom('list', 'wholeGroup'), async (members, listed, source) => {
      for (const number of range(1, 14)) site.world.model.removeMember(site.groupId, site.person(number));
      fill(site, members);
      site.world.advance(61_000);
      if (listed.length === 0) return;
      const list = { source, people: site.adding(listed) } as const;
      const planned = await site.planList(list);
      expect(valueOf(await site.apply(planned)).state).toBe('done');
      const target = source === 'list' ? [...new Set([...members, ...listed])] : listed;
      expect(membersOf(site.world, site.groupId)).toEqual(idsOf(site, target));
      expect((await site.planList(list)).planned).toMatchObject({ ...NOTHING, nothingToDo: listed.length });
    }),
    { numRuns: 12 },
  );
});
