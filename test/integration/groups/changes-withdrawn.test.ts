// What is withdrawn while the queue carries a list out, line by line: nothing is sent on a right, or on a setting, that isn't any more.
import { describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { isWrite, valueOf, type World } from '../../support/integration';
import { aListSite, atChange, membersOf } from '../../support/list-site';

interface Withdrawn {
  what: string;
  withdraw: (world: World, groupId: GroupId) => unknown;
  /** The reason that the change gives. */
  why: string;
}

/** What Atlassian says is asked again once it's five seconds old. */
const BY_ATLASSIAN: readonly Withdrawn[] = [
  {
    what: 'the author administers the space no more',
    withdraw: ({ model, spaceId, id }) => model.removeFromSpace(spaceId('DEMO'), id('space-admin')),
    why: 'NOT_SPACE_ADMIN',
  },
  {
    what: 'the author is deactivated',
    withdraw: ({ model, id }) => model.setStatus(id('space-admin'), 'inactive'),
    why: 'REQUESTER_UNAVAILABLE',
  },
  {
    what: 'the space is archived',
    withdraw: ({ model, spaceId }) => model.setSpaceStatus(spaceId('DEMO'), 'archived'),
    why: 'SPACE_NOT_CURRENT',
  },
  {
    what: 'the group gives admin access',
    withdraw: ({ model }, groupId) => model.grantAccess(groupId, 'admin'),
    why: 'GROUP_GIVES_ADMIN_ACCESS',
  },
  {
    what: 'the group is managed by an identity provider',
    withdraw: ({ model }, groupId) => model.setManagedBy(groupId, 'EXTERNAL'),
    why: 'GROUP_MANAGED_OUTSIDE',
  },
  {
    what: 'the group has a reserved name',
    withdraw: ({ model }, groupId) => model.renameGroup(groupId, 'org-admins'),
    why: 'GROUP_NAME_RESERVED',
  },
  { what: 'the group is gone', withdraw: ({ model }, groupId) => model.deleteGroup(groupId), why: 'NOT_FOUND' },
  {
    what: 'the lists of groups that give access are not shown',
    withdraw: ({ model }) => [...model.groups.values()].forEach((group) => group.grants.delete('admin')),
    why: 'PROTECTION_UNKNOWN',
  },
];

/** What the app stores is read before every ten writes, though no time passes. */
const BY_THE_APP: readonly Withdrawn[] = [
  {
    what: 'the group is moved to another space',
    withdraw: async (world, groupId) =>
      valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId, spaceKey: 'DEV' })),
    why: 'GROUP_OF_ANOTHER_SPACE',
  },
  {
    what: 'the group is managed no more',
    withdraw: async (world, groupId) => valueOf(await world.asGlobal('site-admin', 'releaseGroup', { groupId })),
    why: 'GROUP_OF_ANOTHER_SPACE',
  },
  {
    what: 'the group is on the block list',
    withdraw: async (world) => saveRules(world, { blockList: ['demo-alpha'] }),
    why: 'GROUP_BLOCKED',
  },
  {
    what: 'the app is off in the space',
    withdraw: async (world) => saveRules(world, { where: { spaces: 'only', spaceIds: [world.spaceId('DEV')] } }),
    why: 'SPACE_OFF',
  },
  {
    what: 'the privileged user is removed',
    withdraw: async (world) => {
      const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
      const version = privilegedUser?.version ?? 0;
      valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version }));
    },
    why: 'PRIVILEGED_USER_UNAVAILABLE',
  },
];

const PEOPLE = 125;

describe.each([
  { by: 'Atlassian', all: BY_ATLASSIAN, passesMs: 5001, most: 0 },
  { by: 'the app', all: BY_THE_APP, passesMs: 0, most: 10 },
])('what $by says', ({ all, passesMs, most }) => {
  it.each(all)('ends what is left of a list: $what', async ({ withdraw, why }) => {
    const { world, groupId, plan, apply, readAsOther } = await aListSite(PEOPLE);
    const planned = await plan(1, PEOPLE);
    await apply(planned);
    let before = Infinity;
    atChange(world, 60, async () => {
      await withdraw(world, groupId);
      before = writers(world).length;
      world.advance(passesMs);
    });
    await world.settleQueue();
    const sent = writers(world).length;
    expect(sent - before).toBeLessThanOrEqual(most);
    const { state, why: told, done } = await readAsOther(planned);
    expect([state, told]).toEqual(['stopped', why]);
    expect(done).toMatchObject({ added: sent, notTried: PEOPLE - sent, left: 0 });
  });
});

it('a privileged user who is replaced in the middle does nothing more, and the next one does what is left', async () => {
  const { world, groupId, plan, apply, watch } = await aListSite(PEOPLE);
  const next = world.id('confluence-admin');
  world.model.setSiteAdmin(next, true);
  world.model.addMember(world.groupId('site-admins'), next);
  const planned = await plan(1, PEOPLE);
  await apply(planned);
  let before = Infinity;
  atChange(world, 60, async () => {
    const { privilegedUser } = valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {}));
    const request = { accountId: next, version: privilegedUser?.version ?? 0 };
    expect(valueOf(await world.asGlobal('confluence-admin', 'savePrivilegedUser', request)).outcome).toBe('active');
    before = writers(world).length;
    world.advance(5001);
  });
  await world.settleQueue();
  expect(new Set(writers(world).slice(before))).toEqual(new Set([next]));
  expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: PEOPLE } });
  expect(membersOf(world, groupId)).toHaveLength(PEOPLE);
});

it('a list that waits goes on in the right of its author, whoever resumes it', async () => {
  const { world, groupId, plan, apply, readAsOther } = await aListSite(PEOPLE);
  const planned = await plan(1, PEOPLE);
  await apply(planned);
  await world.setPaused(true);
  await world.settleQueue();
  await world.setPaused(false);
  expect(await readAsOther(planned)).toMatchObject({ state: 'waiting', why: 'PAUSED' });
  world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin'));
  const { changeId } = planned;
  const resumed = await world.asSpace('other-admin', 'DEMO', 'resumeChange', { changeId });
  expect(valueOf(resumed).state).toBe('queued');
  await world.settleQueue();
  expect(await readAsOther(planned)).toMatchObject({ state: 'stopped', why: 'NOT_SPACE_ADMIN', done: { added: 0 } });
  expect(membersOf(world, groupId)).toEqual([]);
});

it.each(['work', 'all'])(
  'whose events are lost (%s) goes on by the watch or the hourly run, in the right of its author',
  async (lost) => {
    const { world, groupId, plan, apply, readAsOther } = await aListSite(PEOPLE);
    const planned = await plan(1, PEOPLE);
    await apply(planned);
    const { queue } = world.forge;
    const copy = queue.copy();
    const kept = copy.waiting.filter(({ body }) => lost === 'work' && Object(body).kind !== 'work');
    queue.load({ ...copy, waiting: kept });
    world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin'));
    await world.letPass({ hours: 2 });
    expect(await readAsOther(planned)).toMatchObject({ state: 'stopped', why: 'NOT_SPACE_ADMIN', done: { added: 0 } });
    expect(membersOf(world, groupId)).toEqual([]);
  },
);

/** As whom each change of a membership was sent. */
function writers(world: World): unknown[] {
  const sent = world.requests().filter((row) => isWrite(row) && row.path.includes('/userByGroupId'));
  return sent.map(({ identity }) => 'accountId' in identity && identity.accountId);
}

async function saveRules(world: World, more: object): Promise<void> {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, ...more }, version }));
}
