// 300 groups that are taken over in one go, through the doors of the global page.
import { expect, it } from 'vitest';

import type { FoundGroup, TakeoverView } from '../../../src/shared/groups/takeovers';
import { errorOf, isPrivileged, isWrite, openSandbox, valueOf, type World } from '../../support/integration';
import { looked } from '../../support/looked';
import { manyGroups, UNIT } from '../../support/many-groups';
import { managed } from '../../support/takeover-site';

/** The site of many groups, of which nothing is set up but the app. */
async function aSite() {
  const world = await openSandbox(manyGroups());
  await world.configure();
  valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
  async function watch({ changeId }: TakeoverView) {
    return looked(valueOf(await world.asGlobal('site-admin', 'watchTakeover', { changeId })));
  }
  async function apply({ changeId, version }: TakeoverView) {
    return world.asGlobal('site-admin', 'applyTakeover', { changeId, version });
  }
  return { world, watch, apply };
}

/** All groups of one space that match the pattern, page by page. */
async function groupsOf(world: World, key: string): Promise<FoundGroup[]> {
  const found: FoundGroup[] = [];
  let start: number | undefined = 0;
  while (start !== undefined) {
    const page: { groups: FoundGroup[]; nextStart?: number } = valueOf(
      await world.asGlobal('site-admin', 'findGroups', { start, text: key.toLowerCase() }),
    );
    found.push(...page.groups.filter(({ space }) => space?.key === key));
    start = page.nextStart;
  }
  return found;
}

async function plan(world: World, found: readonly FoundGroup[]) {
  const groups = found.flatMap(({ groupId, groupName, space }) =>
    space === undefined ? [] : [{ groupId, groupName, spaceId: space.id }],
  );
  return valueOf(await world.asGlobal('site-admin', 'planTakeover', { groups }));
}

it('300 groups are found, planned, taken over by the queue, and given back', { timeout: 120_000 }, async () => {
  const { world, watch, apply } = await aSite();
  const found = await groupsOf(world, UNIT);
  expect(found.length).toBe(300);
  const planned = await plan(world, found);
  expect(planned).toMatchObject({ state: 'planned', planned: { willChange: 300, notAllowed: 0 } });
  expect(managed(world)).toBe(0);

  world.site.clearRequests();
  const stored = world.kvs.requests().length;
  expect(valueOf(await apply(planned)).state).toBe('queued');
  await world.settleQueue();
  // Each group is read by itself, and what gives access for every eighteen.
  expect(world.requests().length).toBeLessThanOrEqual(300 * 1.25);
  expect(world.kvs.requests().length - stored).toBeLessThanOrEqual(12 + 300 * 0.25);
  expect(await watch(planned)).toMatchObject({ state: 'done', done: { succeeded: 300, notTried: 0 }, mayUndo: true });
  expect(managed(world)).toBe(300);
  expect(world.requests().filter(isWrite)).toEqual([]);
  // Whether the author sees a space is asked as the author; what a group is and gives, as the privileged user.
  const asked = world
    .requests()
    .filter(isPrivileged)
    .map(({ identity, operationId }) => [identity, operationId]);
  const asAuthor = { kind: 'user', accountId: world.id('site-admin'), impersonated: true };
  expect(new Set(asked.map(([, operationId]) => operationId))).toEqual(
    new Set(['getGroups', 'getGroupByGroupId', 'getSpaces']),
  );
  expect(asked).toContainEqual([expect.objectContaining(asAuthor), 'getSpaces']);

  const { changeId } = planned;
  const undo = valueOf(await world.asGlobal('site-admin', 'planTakeoverUndo', { changeId }));
  expect(undo).toMatchObject({ planned: { willChange: 300 }, undoes: changeId });
  await apply(undo);
  await world.settleQueue();
  expect(await watch(undo)).toMatchObject({ state: 'done', done: { succeeded: 300 } });
  expect(managed(world)).toBe(0);
});

it('what is left when the hour is over waits until the site admin confirms again', { timeout: 120_000 }, async () => {
  const { world, watch, apply } = await aSite();
  const planned = await plan(world, await groupsOf(world, UNIT));
  await apply(planned);
  world.advance(3_600_001);
  await world.settleQueue();
  expect(await watch(planned)).toMatchObject({ state: 'waiting', why: 'CONFIRM_AGAIN', done: { succeeded: 0 } });
  const { changeId } = planned;
  const early = await world.asGlobal('site-admin', 'resumeTakeover', { changeId });
  expect(errorOf(early)).toMatchObject({ reason: 'NOT_SITE_ADMIN' });
  valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
  valueOf(await world.asGlobal('site-admin', 'resumeTakeover', { changeId }));
  await world.settleQueue();
  expect(await watch(planned)).toMatchObject({ state: 'done', done: { succeeded: 300 } });
});

it('a plan can be brought back for 14 days, by its author and no longer', async () => {
  const { world, apply } = await aSite();
  const planned = await plan(world, (await groupsOf(world, UNIT)).slice(0, 3));
  world.advance(14 * 86_400_000 - 60_000);
  const { takeovers } = valueOf(await world.asGlobal('confluence-admin', 'listTakeovers', {}));
  expect(takeovers).toMatchObject([{ changeId: planned.changeId, state: 'planned' }]);
  const { changeId } = planned;
  const { lines } = valueOf(await world.asGlobal('confluence-admin', 'readTakeoverLines', { changeId, most: 250 }));
  expect(lines.map(({ groupName, space, verdict }) => [groupName, space?.key, verdict])).toEqual(
    (await groupsOf(world, UNIT)).slice(0, 3).map(({ groupName }) => [groupName, UNIT, 'willChange']),
  );
  world.advance(60_000);
  valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
  expect(errorOf(await apply(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
});

it('groups without a space stay in the plan, until somebody who comes back chooses one', async () => {
  const { world, watch, apply } = await aSite();
  const [ready, free, scim] = (await groupsOf(world, UNIT))
    .slice(0, 3)
    .map(({ groupId, groupName }) => ({ groupId, groupName }));
  if (ready === undefined || free === undefined || scim === undefined) throw new Error('There are 300 groups');
  const spaceId = world.spaceId(UNIT);
  const groups = [{ ...ready, spaceId }, free, { ...scim, isManagedOutside: true as const }];
  const kept = valueOf(await world.asGlobal('site-admin', 'planTakeover', { groups }));
  world.advance(86_400_000);
  const read = valueOf(await world.asGlobal('site-admin', 'readTakeoverLines', { changeId: kept.changeId, most: 250 }));
  expect(
    read.lines.map(({ groupId, verdict, space, reason }) => ({ groupId, verdict, key: space?.key, reason })),
  ).toEqual([
    { groupId: ready.groupId, verdict: 'willChange', key: UNIT },
    { groupId: free.groupId, verdict: 'choose' },
    { groupId: scim.groupId, verdict: 'notAllowed', key: undefined, reason: 'GROUP_MANAGED_OUTSIDE' },
  ]);
  const chosen = [
    { ...ready, spaceId },
    { ...free, spaceId },
  ];
  const next = valueOf(await world.asGlobal('site-admin', 'planTakeover', { groups: chosen }));
  valueOf(await world.asGlobal('site-admin', 'cancelTakeover', { changeId: kept.changeId }));
  valueOf(await world.asGlobal('site-admin', 'confirmSiteAdmin', {}));
  valueOf(await apply(next));
  expect(await watch(next)).toMatchObject({ state: 'done', done: { succeeded: 2 } });
  expect(managed(world)).toBe(2);
  expect(errorOf(await apply(kept))).toEqual({ code: 'CONFLICT', what: 'run' });
});

it('a list names groups and spaces: what they are is told, and nothing is stored', async () => {
  const { world } = await aSite();
  const [first] = await groupsOf(world, UNIT);
  const kept = world.entity('run');
  const lines = [
    { line: 1, group: first?.groupName.toUpperCase() ?? '', space: 'demo' },
    { line: 2, group: 'there-is-none' },
    { line: 3, group: 'site-admins', space: 'NONE' },
  ];
  const resolved = valueOf(await world.asGlobal('site-admin', 'resolveTakeover', { lines }));
  expect(resolved.lines).toMatchObject([
    { line: 1, is: 'found', group: { groupId: first?.groupId, space: { key: 'DEMO' } } },
    { line: 2, is: 'none' },
    { line: 3, is: 'found', group: { spaceWhy: 'SPACE_NOT_FOUND', why: 'GROUP_GIVES_ADMIN_ACCESS' } },
  ]);
  expect(world.entity('run')).toEqual(kept);
});
