// What is refused of many changes when they are applied, in the audit of the space and of the site.
import { expect, it } from 'vitest';

import { openSandbox, valueOf, type World } from '../../support/integration';
import { aListSite } from '../../support/list-site';

/** What a space's admins read in its audit of what was refused. */
async function refusedIn(world: World, spaceKey: string, handle: string) {
  const read = await world.asSpace(handle, spaceKey, 'readSpaceAudit', { filter: { outcome: 'refused' } });
  return valueOf(read).rows;
}

it('people of a list are one entry, with group and space, and each list has its own', async () => {
  const { world, groupId, person, plan, apply } = await aListSite(30);
  const planned = [await plan(1, 12), await plan(1, 14)];
  for (const number of [3, 4, 5, 14]) world.model.setStatus(person(number), 'inactive');
  for (const one of planned) await apply(one);
  const entry = {
    action: 'addMember',
    caller: world.id('space-admin'),
    spaceId: world.spaceId('DEMO'),
    groupId,
    groupName: 'demo-alpha',
    code: 'ACCOUNT_NOT_ELIGIBLE',
    count: 1,
  };
  expect(await refusedIn(world, 'DEMO', 'space-admin')).toMatchObject([entry, entry]);
});

it('a list that goes on without an author who lost the space says so in its audit', async () => {
  const { world, groupId, plan, apply } = await aListSite(120);
  await apply(await plan(1, 120));
  world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('other-admin'));
  world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin'));
  await world.settleQueue();
  expect(await refusedIn(world, 'DEMO', 'other-admin')).toMatchObject([
    { action: 'addMember', caller: world.id('space-admin'), groupId, code: 'NOT_SPACE_ADMIN', count: 1 },
  ]);
});

it('groups that one person stays in are an entry each, at most 20 an hour and one for the rest', async () => {
  const world = await openSandbox();
  await world.configure();
  const names = Array.from({ length: 100 }, (_, index) => `demo-${String(index).padStart(3, '0')}`);
  for (const name of names) {
    world.model.addMember(world.model.addGroup(name), world.id('person-30'));
    await world.forceRecord(name, 'DEMO');
  }
  const { changeId, version, needsTypedNumber } = valueOf(
    await world.asSpace('space-admin', 'DEMO', 'planPersonRemoval', { accountId: world.id('person-30') }),
  );
  for (const name of names) world.model.grantAccess(world.groupId(name), 'admin');
  const before = world.kvs.requests().length;
  const applied = await world.asSpace('space-admin', 'DEMO', 'applyChange', {
    changeId,
    version,
    typedNumber: needsTypedNumber,
  });
  const sent = world.kvs.requests().length - before;
  expect(valueOf(applied)).toMatchObject({ state: 'done', done: { refused: 100 } });
  // Three readings for every twenty; a reading and a write for each of 21 rows; and what the change itself takes.
  expect(sent).toBeLessThanOrEqual(3 * 5 + 22 + 6);
  const own = await refusedIn(world, 'DEMO', 'space-admin');
  expect(own).toHaveLength(20);
  expect(new Set(own.map(({ groupName }) => names.includes(groupName ?? '')))).toEqual(new Set([true]));
  const all = valueOf(await world.asGlobal('confluence-admin', 'readAudit', { filter: { outcome: 'refused' } })).rows;
  expect(all.filter(({ action }) => action === 'moreRefusals')).toMatchObject([{ count: 80 }]);
});

it('groups that can’t be taken over are an entry each, for the site and for the space that was meant', async () => {
  const world = await openSandbox();
  await world.configure();
  valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
  const groupId = world.groupId('devops-oncall');
  const spaceId = world.spaceId('DEVOPS');
  const { changeId, version } = valueOf(
    await world.asGlobal('site-admin', 'planTakeover', {
      groups: [
        { groupId, groupName: 'devops-oncall', spaceId },
        { groupId: 'made-up', groupName: 'made up by a page', spaceId },
      ],
    }),
  );
  world.model.setManagedBy(groupId, 'EXTERNAL');
  const applied = await world.asGlobal('site-admin', 'applyTakeover', { changeId, version });
  expect(valueOf(applied).done).toMatchObject({ refused: 2 });
  const { rows } = valueOf(await world.asGlobal('site-admin', 'readAudit', { filter: { outcome: 'refused' } }));
  const entry = { action: 'adoptGroup', caller: world.id('site-admin'), spaceId, count: 1 };
  expect(rows.toSorted((a, b) => (a.code ?? '').localeCompare(b.code ?? ''))).toMatchObject([
    { ...entry, code: 'GROUP_MANAGED_OUTSIDE', groupId, groupName: 'devops-oncall' },
    { ...entry, code: 'GROUP_NOT_FOUND' },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/made-up|made up/);
});
