// What is withdrawn while the queue takes groups over, one by one: no record is stored on a right, or on a setting, that isn't any more.
import { describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, valueOf, type World } from '../../support/integration';
import { aTakeover, atGroup, AUTHOR, GROUPS, managed } from '../../support/takeover-site';

/** Groups are read by eighteens, six at a time: this one in the middle, and the last one of six. */
const NTH = 62;
const LAST = 66;

const NONE = { results: [], start: 0, limit: 200, size: 0, _links: {} };

interface Withdrawn {
  what: string;
  withdraw: (world: World, groupId: GroupId, changeId: string) => unknown;
  state: 'stopped' | 'waiting' | 'cancelled';
  /** The reason that the change gives, if it has one. */
  why?: string;
}

/** What Atlassian says is asked again once it's five seconds old. */
const BY_ATLASSIAN: readonly Withdrawn[] = [
  {
    what: 'the author is deactivated',
    withdraw: ({ model, id }) => model.setStatus(id(AUTHOR), 'inactive'),
    state: 'stopped',
    why: 'REQUESTER_UNAVAILABLE',
  },
  {
    what: 'the lists of groups that give access are not shown',
    withdraw: ({ faults }) => faults.add({ on: 'rest', operationId: 'getGroups', status: 200, body: NONE, times: 99 }),
    state: 'stopped',
    why: 'PROTECTION_UNKNOWN',
  },
  {
    what: 'a scope awaits approval',
    withdraw: ({ forge }) => forge.setUnapproved(['read:group:confluence']),
    state: 'stopped',
    why: 'PRIVILEGED_USER_UNAVAILABLE',
  },
  {
    what: 'the privileged user is deactivated',
    withdraw: ({ model, id }) => model.setStatus(id('site-admin'), 'inactive'),
    state: 'stopped',
    why: 'PRIVILEGED_USER_UNAVAILABLE',
  },
];

/** What the app stores is read before each batch, though no time passes. */
const BY_THE_APP: readonly Withdrawn[] = [
  {
    what: 'all changes are paused',
    withdraw: async (world) => world.setPaused(true),
    state: 'waiting',
    why: 'PAUSED',
  },
  {
    what: 'somebody else cancels it',
    withdraw: async (world, _groupId, changeId) =>
      valueOf(await world.asGlobal('site-admin', 'cancelTakeover', { changeId })),
    state: 'cancelled',
  },
  {
    what: 'the privileged user is removed',
    withdraw: async (world) => {
      const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
      const version = privilegedUser?.version ?? 0;
      valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version }));
    },
    state: 'stopped',
    why: 'PRIVILEGED_USER_UNAVAILABLE',
  },
  {
    what: 'the proof of the site admin lapses',
    withdraw: (world) => world.advance(3_600_001),
    state: 'waiting',
    why: 'CONFIRM_AGAIN',
  },
];

describe.each([
  { by: 'Atlassian', all: BY_ATLASSIAN, passesMs: 5001, most: 0 },
  { by: 'the app', all: BY_THE_APP, passesMs: 0, most: 10 },
])('what $by says', ({ all, passesMs, most }) => {
  it.each(all)('ends what is left of a takeover: $what', async ({ withdraw, state, why }) => {
    const { world, changeId, read } = await aTakeover();
    let before = Infinity;
    atGroup(world, LAST, async (groupId) => {
      await withdraw(world, groupId, changeId);
      before = managed(world);
      world.advance(passesMs);
    });
    await world.settleQueue();
    const stored = managed(world);
    expect(before).toBeGreaterThan(0);
    expect(stored - before).toBeLessThanOrEqual(most);
    const change = await read();
    expect([change.state, change.why]).toEqual([state, why]);
    expect(change.done).toEqual({ succeeded: stored, alreadySo: 0, refused: 0, failed: 0, notTried: GROUPS - stored });
  });
});

/** What is withdrawn from one group only: the others go on. */
const OF_ONE: readonly {
  what: string;
  withdraw: (world: World, groupId: GroupId) => unknown;
  passesMs?: number;
  ends: 'refused' | 'failed';
  why: { reason: string } | { code: string };
}[] = [
  {
    what: 'gives admin access',
    withdraw: ({ model }, groupId) => model.grantAccess(groupId, 'admin'),
    ends: 'refused',
    why: { reason: 'GROUP_GIVES_ADMIN_ACCESS' },
  },
  {
    what: 'gives product access, which nobody acknowledged',
    withdraw: ({ model }, groupId) => model.grantAccess(groupId, 'user'),
    ends: 'refused',
    why: { reason: 'GROUP_GIVES_PRODUCT_ACCESS' },
  },
  {
    what: 'is managed by an identity provider',
    withdraw: ({ model }, groupId) => model.setManagedBy(groupId, 'EXTERNAL'),
    ends: 'refused',
    why: { reason: 'GROUP_MANAGED_OUTSIDE' },
  },
  {
    what: 'has a reserved name',
    withdraw: ({ model }, groupId) => model.renameGroup(groupId, 'org-admins'),
    ends: 'refused',
    why: { reason: 'GROUP_NAME_RESERVED' },
  },
  {
    what: 'is gone',
    withdraw: ({ model }, groupId) => model.deleteGroup(groupId),
    ends: 'refused',
    why: { reason: 'GROUP_NOT_FOUND' },
  },
  {
    what: 'is on the block list',
    withdraw: async (world, groupId) => saveRules(world, { blockList: [nameOf(world, groupId)] }),
    ends: 'refused',
    why: { reason: 'GROUP_BLOCKED' },
  },
  {
    what: 'belongs to another space',
    withdraw: async (world, groupId) => world.forceRecord(nameOf(world, groupId), 'DEV'),
    ends: 'refused',
    why: { reason: 'GROUP_TAKEN' },
  },
  {
    what: 'belongs to another space since a moment',
    withdraw: async (world, groupId) => world.forceRecord(nameOf(world, groupId), 'DEV'),
    passesMs: 0,
    ends: 'failed',
    why: { code: 'CONFLICT' },
  },
];

it.each(OF_ONE)('a group that $what is left as it is, and all others are taken over', async (one) => {
  const { world, read, linesOf } = await aTakeover();
  let groupId: GroupId | undefined;
  let recordOf: unknown;
  atGroup(world, NTH, async (read) => {
    groupId = read;
    await one.withdraw(world, read);
    recordOf = world.entity('group-record')[read];
    world.advance(one.passesMs ?? 5001);
  });
  await world.settleQueue();
  expect(await read()).toMatchObject({ state: 'done', done: { succeeded: GROUPS - 1, [one.ends]: 1, notTried: 0 } });
  expect(await linesOf(one.ends)).toMatchObject([{ groupId, ...one.why }]);
  expect(world.entity('group-record')[String(groupId)]).toEqual(recordOf);
  expect(managed(world)).toBe(GROUPS - 1);
});

it('a privileged user who is replaced in the middle is asked nothing more, and all groups are taken over', async () => {
  const { world, read } = await aTakeover();
  const next = world.id('confluence-admin');
  world.model.setSiteAdmin(next, true);
  world.model.addMember(world.groupId('site-admins'), next);
  atGroup(world, LAST, async () => {
    const { privilegedUser } = valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {}));
    const request = { accountId: next, version: privilegedUser?.version ?? 0 };
    expect(valueOf(await world.asGlobal('confluence-admin', 'savePrivilegedUser', request)).outcome).toBe('active');
    world.site.clearRequests();
    world.advance(5001);
  });
  await world.settleQueue();
  const asked = world.requests().filter(({ operationId }) => operationId === 'getGroupByGroupId');
  expect(new Set(asked.map(({ identity }) => 'accountId' in identity && identity.accountId))).toEqual(new Set([next]));
  expect(await read()).toMatchObject({ state: 'done', done: { succeeded: GROUPS } });
});

/** All that is stored together. */
const TOGETHER = 6;

/** Nothing is read between two transactions of one reading: they hold it themselves. */
describe('between two transactions, though no time passes,', () => {
  it('a pause ends what is left', async () => {
    const { world, read } = await aTakeover();
    atRecords(world, TOGETHER, () => world.setPaused(true));
    await world.settleQueue();
    expect(managed(world)).toBe(TOGETHER);
    expect(await read()).toMatchObject({ state: 'waiting', why: 'PAUSED' });
  });

  it('a new rule counts for the next groups', async () => {
    const { world, groupIds, read, linesOf } = await aTakeover();
    const blocked = [groupIds[8], groupIds[14]].map((groupId) => nameOf(world, groupId));
    atRecords(world, TOGETHER, async () => saveRules(world, { blockList: blocked }));
    await world.settleQueue();
    expect((await linesOf('refused')).map(({ groupId }) => nameOf(world, groupId))).toEqual(blocked);
    expect(await read()).toMatchObject({ state: 'done', done: { succeeded: GROUPS - 2, refused: 2 } });
  });

  it('a group that somebody else takes is theirs, and the others are taken over', async () => {
    const { world, groupIds, read, linesOf } = await aTakeover();
    const [theirs] = groupIds.slice(9);
    atRecords(world, TOGETHER, async () => world.forceRecord(nameOf(world, theirs), 'DEV'));
    await world.settleQueue();
    expect(await linesOf('failed')).toMatchObject([{ groupId: theirs, code: 'CONFLICT' }]);
    expect(await read()).toMatchObject({ state: 'done', done: { succeeded: GROUPS - 1, failed: 1 } });
  });
});

it('a site admin who is none any more is believed for the hour of their proof, and no longer', async () => {
  const { world, changeId, read } = await aTakeover();
  let before = Infinity;
  atGroup(world, NTH, () => {
    world.model.setSiteAdmin(world.id(AUTHOR), false);
    before = managed(world);
    world.advance(3_500_000);
  });
  atRecords(world, 100, () => world.advance(100_001));
  await world.settleQueue();
  expect(managed(world)).toBeGreaterThan(before);
  expect(await read()).toMatchObject({ state: 'waiting', why: 'CONFIRM_AGAIN' });
  const stored = managed(world);
  expect(valueOf(await world.asGlobal(AUTHOR, 'confirmSiteAdmin', {})).outcome).toBe('notSiteAdmin');
  for (const handle of [AUTHOR, 'site-admin']) {
    const resumed = await world.asGlobal(handle, 'resumeTakeover', { changeId });
    expect(errorOf(resumed)).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_SITE_ADMIN' });
  }
  await world.letPass({ hours: 2 });
  expect(managed(world)).toBe(stored);
});

/** Does something once so many records are stored. */
function atRecords(world: World, count: number, happen: () => unknown): void {
  let isOver = false;
  world.onStorage((target) => {
    if (isOver || !target.includes('transaction') || managed(world) < count) return undefined;
    isOver = true;
    return happen();
  });
}

function nameOf({ model }: World, groupId: string | undefined): string {
  return model.groups.get(groupId ?? '')?.name ?? '';
}

async function saveRules(world: World, more: object): Promise<void> {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, ...more }, version }));
}
