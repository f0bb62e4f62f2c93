// Lists beside others: two of one group, a person by hand in the middle of one, and what each knows of a membership afterwards.
import { expect, it } from 'vitest';

import { valueOf } from '../../support/integration';
import { aListSite, atChange, membersOf, range, type ListSite } from '../../support/list-site';

const MANY = 125;

/** By whom, and by which change, somebody is a member as the app knows it. */
function factOf({ world, groupId, person }: ListSite, number: number) {
  const facts = Object.values(world.entity('membership-fact'));
  return facts.find((fact) => fact['groupId'] === groupId && fact['accountId'] === person(number));
}

it('two lists of one group, applied at once: each does its part, and whom both name is added once', async () => {
  const site = await aListSite(200);
  const [one, other] = [await site.plan(1, MANY), await site.plan(76, MANY)];
  await Promise.all([site.apply(one), site.apply(other)]);
  await site.world.settleQueue();
  const done = [await site.watch(one), await site.watch(other)];
  expect(done.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(membersOf(site.world, site.groupId)).toHaveLength(200);
  expect(done.reduce((sum, { done: { added } }) => sum + added, 0)).toBe(200);
  expect(done.reduce((sum, { done: { alreadySo } }) => sum + alreadySo, 0)).toBe(50);
});

it('somebody who is added by hand in the middle of a list is theirs: the list says that nothing was to do, and its undo leaves them', async () => {
  const site = await aListSite(MANY);
  const { world, groupId } = site;
  const planned = await site.plan(1, MANY);
  await site.apply(planned);
  world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('other-admin'));
  atChange(world, 60, async () =>
    valueOf(await world.asSpace('other-admin', 'DEMO', 'addMembers', { groupId, accountIds: [site.person(120)] })),
  );
  await world.settleQueue();
  expect(await site.watch(planned)).toMatchObject({ state: 'done', done: { added: MANY - 1, alreadySo: 1 } });
  expect(factOf(site, 120)).toMatchObject({ by: world.id('other-admin') });
  const undo = await site.planUndo(planned);
  expect(undo.planned).toMatchObject({ remove: MANY - 1 });
  await site.apply(undo);
  await world.settleQueue();
  expect(membersOf(world, groupId)).toEqual([site.person(120)]);
});

it('somebody who is removed by hand once a list has added them stays out, and its undo leaves them', async () => {
  const site = await aListSite(MANY);
  const { world, groupId } = site;
  const planned = await site.plan(1, MANY);
  await site.apply(planned);
  const first = { groupId, accountIds: [site.person(1)], confirmSelf: false };
  atChange(world, 60, async () => {
    world.advance(1000);
    valueOf(await world.asSpace('space-admin', 'DEMO', 'removeMembers', first));
  });
  await world.settleQueue();
  expect(membersOf(world, groupId)).toEqual(
    range(2, MANY - 1)
      .map(site.person)
      .toSorted(),
  );
  const undo = await site.planUndo(planned);
  expect(undo.planned.remove).toBe(MANY - 1);
  expect(undo.planned.nothingToDo + undo.planned.notAllowed).toBe(1);
});
