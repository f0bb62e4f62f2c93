// Rights that are withdrawn while people are being written: at every point where time can pass, nothing that is too old is acted on.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { beforeEach, describe, expect, it } from 'vitest';

import type { Identity } from '../../../sandbox/contract/identity';
import type { PeopleResult } from '../../../src/shared/groups/views';
import type { AccountId, GroupId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

/** What Atlassian says is at most this old when a write is sent. */
const OLD_MS = 5001;

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function isMemberWrite(request: Request) {
  return request.method !== 'GET' && request.url.includes('/userByGroupId');
}
function rows() {
  return world.requests().filter(({ method, path }) => method !== 'GET' && path.includes('/userByGroupId'));
}
function people(): AccountId[] {
  return Array.from({ length: 25 }, (_, index) => world.id(`person-${String(index + 20)}`));
}
async function add() {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: people() });
}
function attempts() {
  return world.auditRows().filter(({ action, kind }) => action === 'addMember' && kind === 'attempt');
}
function count(result: PeopleResult, outcome: string) {
  return result.people.filter((person) => person.outcome === outcome).length;
}
async function saveRules(more: object) {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, ...more }, version }));
}

/** Each: what changes, and what the rest is told. */
const CHANGES: readonly [what: string, change: () => unknown, stoppedBy: object][] = [
  [
    'the caller is no admin of the space any more',
    () => world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin')),
    { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' },
  ],
  [
    'the group gives admin access',
    () => world.model.grantAccess(groupId, 'admin'),
    { code: 'FORBIDDEN', reason: 'GROUP_GIVES_ADMIN_ACCESS' },
  ],
  [
    'the group is managed by an identity provider',
    () => world.model.setManagedBy(groupId, 'EXTERNAL'),
    { code: 'FORBIDDEN', reason: 'GROUP_MANAGED_OUTSIDE' },
  ],
  [
    'the group has a reserved name',
    () => world.model.renameGroup(groupId, 'org-admins'),
    { code: 'FORBIDDEN', reason: 'GROUP_NAME_RESERVED' },
  ],
  ['the group is gone', () => world.model.deleteGroup(groupId), { code: 'NOT_FOUND' }],
  [
    'the space is archived',
    () => world.model.setSpaceStatus(world.spaceId('DEMO'), 'archived'),
    { code: 'FORBIDDEN', reason: 'SPACE_NOT_CURRENT' },
  ],
  [
    'the lists of groups that give access are not shown',
    () => [...world.model.groups.values()].forEach((group) => group.grants.delete('admin')),
    { code: 'FORBIDDEN', reason: 'PROTECTION_UNKNOWN' },
  ],
  [
    'the group belongs to another space',
    async () => valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId, spaceKey: 'DEV' })),
    { code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' },
  ],
  [
    'the group is released',
    async () => valueOf(await world.asGlobal('site-admin', 'releaseGroup', { groupId })),
    { code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' },
  ],
  [
    'the group is on the block list',
    () => saveRules({ blockList: ['demo-alpha'] }),
    { code: 'FORBIDDEN', reason: 'GROUP_BLOCKED' },
  ],
  [
    'another permission makes a space admin',
    () => saveRules({ provingOperation: 'manage_users' }),
    { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' },
  ],
  [
    'the privileged user is removed',
    async () => {
      const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
      const version = privilegedUser?.version ?? 0;
      valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version }));
    },
    { code: 'PRIVILEGED_USER_UNAVAILABLE' },
  ],
];

type Hook = (happen: () => Promise<void>) => void;

/** Once, when the first call that fits has reached the site together with those beside it. */
function onCall(fits: (request: Request, identity: Identity) => boolean, skip = 0): Hook {
  return (happen) => {
    let left = skip;
    world.onSite(async (request, identity, pass) => {
      if (left < 0 || !fits(request, identity)) return pass();
      left -= 1;
      if (left >= 0) return pass();
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      const answer = await pass();
      await happen();
      return answer;
    });
  };
}
function onStored(fits: (target: string, body: unknown) => boolean): Hook {
  return (happen) => {
    let isDone = false;
    const answer = world.kvs.answer.bind(world.kvs);
    world.kvs.answer = async (target, init) => {
      const response = await answer(target, init);
      if (isDone || !fits(target, init.body)) return response;
      isDone = true;
      await happen();
      return response;
    };
  };
}
function isPermission(request: Request) {
  return request.url.includes('/operations');
}

/** Points at which time can pass, how many people may have been written or be on their way by then, and how many are on record. */
const MOMENTS: readonly [when: string, hook: Hook, sent: number, recorded: number][] = [
  ['once the space is proved', onCall(isPermission), 0, 0],
  ['while the group is read', onCall((request) => request.url.includes('/group/by-id')), 0, 0],
  [
    'once the attempts are recorded',
    onStored((target, body) => target.endsWith('transaction') && String(body).includes('attempt')),
    0,
    10,
  ],
  ['while the first five are under way', onCall(isMemberWrite, 2), 5, 10],
  ['while the second five are under way', onCall(isMemberWrite, 7), 10, 10],
  ['while the last of the second batch are under way', onCall(isMemberWrite, 18), 20, 20],
];

describe.each(MOMENTS)('%s', (_when, hook, sent, recorded) => {
  it.each(CHANGES)(
    'and time passes, %s: nobody is written any more, and the rest says why',
    async (_what, change, why) => {
      let changedAt = Infinity;
      hook(async () => {
        await change();
        changedAt = Date.now();
        world.advance(OLD_MS);
      });
      const answer = await add();
      expect(changedAt).toBeLessThan(Infinity);
      expect(rows().filter(({ startedAt }) => startedAt > changedAt)).toEqual([]);
      expect(rows()).toHaveLength(sent);
      // Before anything is on record it fails as a whole.
      const result = answer.ok ? answer.value : { people: [], stoppedBy: answer.error };
      expect(result.stoppedBy).toMatchObject(why);
      expect(count(result, 'added')).toBe(sent);
      expect(count(result, 'notAttempted')).toBe(answer.ok ? 25 - sent : 0);
      const ends = attempts().map(({ outcome, ...row }) => [outcome, row['code']]);
      const unsent = ends.filter(([outcome]) => outcome !== 'succeeded');
      expect(new Set(unsent.map(String))).toEqual(new Set(unsent.length === 0 ? [] : ['failed,NOT_ATTEMPTED']));
      expect(ends).toHaveLength(recorded);
    },
  );
});

describe('what the app stores', () => {
  const STORED = CHANGES.filter(([what]) => /belongs|released|block list|removed/.test(what));

  it.each(STORED)('counts before every ten writes, though no time passes: %s', async (_what, change, why) => {
    onCall(isMemberWrite, 2)(async () => void (await change()));
    const { stoppedBy } = valueOf(await add());
    expect(stoppedBy).toMatchObject(why);
    expect(rows()).toHaveLength(10);
  });
});

describe('a wait that Atlassian asks for', () => {
  it.each(CHANGES)('is followed by a look at everything: %s', async (_what, change, why) => {
    let isAsked = false;
    world.onSite(async (request, _identity, pass) => {
      if (!isMemberWrite(request) || isAsked) return pass();
      isAsked = true;
      // Those beside it are on their way.
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      await change();
      return new Response('', { status: 429, headers: { 'retry-after': '1' } });
    });
    const { stoppedBy, people: told } = valueOf(await add());
    expect(stoppedBy).toMatchObject(why);
    // One was asked to wait, four were under way beside it.
    expect(rows()).toHaveLength(4);
    expect(told[0]?.outcome).not.toBe('added');
  });

  it('is kept, and the write is sent once more', async () => {
    world.faults.add({
      on: 'rest',
      operationId: 'addUserToGroupByGroupId',
      status: 429,
      headers: { 'retry-after': '2' },
    });
    const result = valueOf(await add());
    expect(count(result, 'added')).toBe(25);
    expect(rows()).toHaveLength(26);
    expect(attempts()).toHaveLength(25);
  });
});

describe('an account that is deactivated meanwhile', () => {
  it('is refused alone; the others get in', async () => {
    const late = world.id('person-40');
    onCall(
      isMemberWrite,
      2,
    )(async () => {
      world.model.setStatus(late, 'inactive');
      world.advance(OLD_MS);
    });
    const result = valueOf(await add());
    expect(result.stoppedBy).toBeUndefined();
    expect(result.people.find(({ accountId }) => accountId === late)).toMatchObject({
      outcome: 'refused',
      reason: 'ACCOUNT_NOT_ELIGIBLE',
    });
    expect(count(result, 'added')).toBe(24);
  });
});

describe('a privileged user who is replaced meanwhile', () => {
  it('ends what is recorded in their name; nothing is written in another name', async () => {
    const other = world.id('confluence-admin');
    world.model.setSiteAdmin(other, true);
    world.model.addMember(world.groupId('site-admins'), other);
    onCall(
      isMemberWrite,
      2,
    )(async () => {
      const { privilegedUser } = valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {}));
      const payload = { accountId: other, version: privilegedUser?.version ?? 0 };
      expect(valueOf(await world.asGlobal('confluence-admin', 'savePrivilegedUser', payload)).outcome).toBe('active');
      world.advance(OLD_MS);
    });
    const { stoppedBy } = valueOf(await add());
    expect(stoppedBy).toEqual({ code: 'FORBIDDEN', reason: 'PRIVILEGED_USER_CHANGED' });
    expect(rows()).toHaveLength(5);
    const actors = new Set(rows().map(({ identity }) => 'accountId' in identity && identity.accountId));
    expect(actors).toEqual(new Set([world.id('site-admin')]));
  });
});
