// The groups of one person, from the door on: what is told of them, as whom it is read, and what it costs in storage.
import { beforeEach, describe, expect, it } from 'vitest';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupId } from '../../../src/shared/ids';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';
import { looked } from '../../support/looked';

let world: World;
let alpha: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId: alpha } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function read(handle: string) {
  return world.asSpace('space-admin', 'DEMO', 'readPersonGroups', { accountId: world.id(handle) });
}
/** A group that belongs to a space, with this person in it, whom nobody added through the app. */
async function belongsTo(space: string, name: string, handle: string): Promise<GroupId> {
  world.model.addMember(world.model.addGroup(name), world.id(handle));
  return world.forceRecord(name, space);
}

describe('the groups of one person', () => {
  it('tell who added them and when, or that nobody here did', async () => {
    const since = new Date().toISOString();
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId: alpha, accountIds: [world.id('person-30')] });
    const taken = await belongsTo('DEMO', 'demo-taken', 'person-30');
    expect(valueOf(await read('person-30'))).toEqual({
      groups: [
        { groupId: alpha, groupName: 'demo-alpha', added: { since, by: world.id('space-admin') } },
        { groupId: taken, groupName: 'demo-taken' },
      ],
      account: 'active',
    });
  });

  it('say nothing of groups of other spaces, or of none, whoever asks', async () => {
    await belongsTo('DEVOPS', 'devops-taken', 'person-30');
    const answer = await read('person-30');
    expect(valueOf(answer).groups).toEqual([]);
    expect(JSON.stringify(answer)).not.toMatch(/devops|confluence-users/);
  });

  it('are read as the caller alone: nothing is written, and the privileged user isn’t used', async () => {
    await read('person-30');
    world.site.clearRequests();
    await read('person-30');
    const asked = world.requests().map(({ operationId }) => operationId);
    expect(new Set(asked)).toEqual(
      new Set(['createBulkUserLookup', 'getGroupMembershipsForUser', 'getSpaceOperations', 'getSpaces']),
    );
    expect(asked).toHaveLength(4);
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('are shown to somebody who is deactivated, too, and of an account that Confluence doesn’t know there are none', async () => {
    await belongsTo('DEMO', 'demo-taken', 'person-30');
    world.model.setStatus(world.id('person-30'), 'inactive');
    expect(valueOf(await read('person-30'))).toMatchObject({ groups: [{}], account: 'deactivated' });
  });

  it('of somebody in 300 groups cost a storage request for each 25, and two pages', async () => {
    for (let n = 0; n < 300; n += 1)
      world.model.addMember(world.model.addGroup(`a-${String(n)}`), world.id('person-30'));
    await belongsTo('DEMO', 'demo-taken', 'person-30');
    let reads = 0;
    world.onStorage((target) => (reads += target.includes('batch') ? 1 : 0));
    world.site.clearRequests();
    expect(valueOf(await read('person-30')).groups).toHaveLength(1);
    expect(world.requests().filter(({ operationId }) => operationId === 'getGroupMembershipsForUser')).toHaveLength(2);
    expect(reads).toBeLessThanOrEqual(13 + 1);
  });
});

describe('somebody who is removed from all groups', () => {
  const PERSON = 'person-30';
  /** Puts them into so many groups of DEMO: alpha, into which the app added them, and others. */
  async function isIn(count: number): Promise<GroupId[]> {
    const groupIds = [alpha];
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId: alpha, accountIds: [world.id(PERSON)] });
    for (let n = 1; n < count; n += 1) {
      groupIds.push(await belongsTo('DEMO', `demo-taken-${String(n).padStart(3, '0')}`, PERSON));
    }
    return groupIds;
  }
  async function plan(): Promise<ChangeView> {
    return valueOf(await world.asSpace('space-admin', 'DEMO', 'planPersonRemoval', { accountId: world.id(PERSON) }));
  }
  function apply({ changeId, version, needsTypedNumber: typedNumber }: ChangeView) {
    return world.asSpace('space-admin', 'DEMO', 'applyChange', { changeId, version, typedNumber });
  }
  async function watch({ changeId }: ChangeView) {
    return looked(valueOf(await world.asSpace('space-admin', 'DEMO', 'watchChange', { changeId })));
  }
  function left(groupIds: readonly GroupId[]): number {
    return groupIds.filter((groupId) => world.model.groups.get(groupId)?.members.has(world.id(PERSON))).length;
  }
  /** Does something right before the app sends the removal of this number. */
  function atRemoval(number: number, happen: () => unknown): void {
    let sent = 0;
    world.onSite(async (request, _identity, pass) => {
      if (request.method === 'DELETE') sent += 1;
      if (request.method === 'DELETE' && sent === number) await happen();
      return pass();
    });
  }

  it('loses each, within the call, and gets them back with what was known', async () => {
    const groupIds = await isIn(12);
    const before = valueOf(await read(PERSON));
    const done = valueOf(await apply(await plan()));
    expect(done).toMatchObject({ state: 'done', done: { removed: 12 }, person: world.id(PERSON) });
    expect(left(groupIds)).toBe(0);
    const { changeId } = done;
    const { lines } = valueOf(await world.asSpace('space-admin', 'DEMO', 'readChangeLines', { changeId }));
    expect(lines.map(({ groupName, outcome }) => [groupName, outcome]).slice(0, 2)).toEqual([
      ['demo-alpha', 'succeeded'],
      ['demo-taken-001', 'succeeded'],
    ]);
    const undo = valueOf(await world.asSpace('space-admin', 'DEMO', 'planUndo', { changeId }));
    expect(valueOf(await apply(undo))).toMatchObject({ state: 'done', done: { added: 12 } });
    expect(valueOf(await read(PERSON))).toEqual(before);
  });

  it(
    'by their number, if they are in more than 20, and by the queue from more than 100',
    { timeout: 120_000 },
    async () => {
      const groupIds = await isIn(110);
      const planned = await plan();
      const { changeId, version } = planned;
      const untyped = await world.asSpace('space-admin', 'DEMO', 'applyChange', { changeId, version });
      expect(errorOf(untyped)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'typedNumber' }] });
      expect(valueOf(await apply(planned)).state).toBe('queued');
      await world.settleQueue();
      expect(await watch(planned)).toMatchObject({ state: 'done', done: { removed: 110 } });
      expect(left(groupIds)).toBe(0);
    },
  );

  it('stays in a group that is protected in the middle, and loses the others', async () => {
    const groupIds = await isIn(15);
    const planned = await plan();
    atRemoval(1, () => {
      world.advance(6000);
      world.model.grantAccess(groupIds[12] ?? '', 'admin');
    });
    expect(valueOf(await apply(planned))).toMatchObject({ state: 'done', done: { removed: 14, refused: 1 } });
    expect(left(groupIds)).toBe(1);
  });

  it(
    'stays in those that are left once the author doesn’t administer the space anymore',
    { timeout: 120_000 },
    async () => {
      const groupIds = await isIn(110);
      const planned = await plan();
      await apply(planned);
      atRemoval(30, () => {
        world.advance(6000);
        world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin'));
      });
      await world.settleQueue();
      const { state, why, done } = await watch(planned);
      expect([state, why]).toEqual(['stopped', 'NOT_SPACE_ADMIN']);
      expect(done.removed).toBe(110 - left(groupIds));
      expect(done.removed).toBeGreaterThan(0);
      expect(left(groupIds)).toBeGreaterThan(0);
    },
  );

  it('costs at most twelve storage requests, and 0.6 for each group', async () => {
    await isIn(80);
    const planned = await plan();
    let requests = 0;
    world.onStorage(() => (requests += 1));
    expect(valueOf(await apply(planned)).done.removed).toBe(80);
    expect(requests).toBeLessThanOrEqual(12 + 0.6 * 80);
    expect(requests).toBeGreaterThan(20);
  });

  it('of which only some outcomes could be stored ends for each: what isn’t known is looked at, and nothing is sent twice', async () => {
    const groupIds = await isIn(12);
    const planned = await plan();
    let stored = 0;
    world.onStorage((target, body) => {
      const outcomes = JSON.stringify(body ?? '').split('"audit-outcome"').length - 1;
      if (!target.endsWith('/transaction') || outcomes < 3) return;
      stored += 1;
      // The first seven outcomes of the ten that were sent are stored: the next transaction fails.
      if (stored === 1) world.forge.kvs.fail({ target, status: 500, code: 'INJECTED', times: 1 });
    });
    world.site.clearRequests();
    expect(valueOf(await apply(planned))).toMatchObject({ state: 'waiting', why: 'LOOK_AGAIN', done: { left: 3 } });
    await world.letPass({ minutes: 10 });
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { removed: 9, unknown: 3 } });
    expect(left(groupIds)).toBe(0);
    const removals = world.requests().filter(({ method }) => method === 'DELETE');
    expect(removals).toHaveLength(12);
    expect(world.auditRows().filter(({ outcome }) => outcome === 'open')).toEqual([]);
  });
});
