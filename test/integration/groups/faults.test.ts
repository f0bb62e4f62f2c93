// Storage that fails at each step, and what the hourly run makes of it.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

const HOUR = 3_600_000;
async function create(name = 'alpha') {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name });
}
function failStorage(target: string, entityName?: string, times = 1, status = 500) {
  return world.forge.kvs.fail({
    target,
    status,
    code: 'INJECTED',
    times,
    ...(entityName === undefined ? {} : { entityName }),
  });
}
async function settle() {
  world.advance(HOUR);
  await world.runScheduled('hourly-audit-settling');
}
function outcomeOf(action: string) {
  return world.auditRows().find((row) => row.action === action)?.['outcome'];
}
function writes() {
  return world.requests().filter(isWrite);
}

/** Every write that can be made as the privileged user. */
const WRITES: readonly [what: string, run: (groupId: string) => Promise<unknown>][] = [
  ['creating a group', async () => create('beta')],
  [
    'deleting a group',
    async (groupId) =>
      world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName: 'demo-alpha', confirmSelf: false }),
  ],
  [
    'adding people',
    async (groupId) =>
      world.asSpace('space-admin', 'DEMO', 'addMembers', {
        groupId,
        accountIds: [world.id('person-01'), world.id('person-02')],
      }),
  ],
  [
    'removing people',
    async (groupId) =>
      world.asSpace('space-admin', 'DEMO', 'removeMembers', {
        groupId,
        accountIds: [world.id('person-30')],
        confirmSelf: false,
      }),
  ],
  [
    'testing a privileged user',
    async () => world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id('site-admin'), version: 1 }),
  ],
];

describe.each(WRITES)('%s', (_what, run) => {
  it('does not happen if it can’t be recorded before', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.addMember(groupId, world.id('person-30'));
    const before = world.snapshot().site;
    failStorage('/api/v1/transaction', 'audit-entry');
    expect(await run(groupId)).toEqual({ ok: false, error: { code: 'AUDIT_UNAVAILABLE' } });
    expect(writes()).toEqual([]);
    expect(world.snapshot().site).toEqual(before);
  });

  it('ends as never sent, by the next call, if only the answer to its recording was lost', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.addMember(groupId, world.id('person-30'));
    function ids() {
      return world.auditRows().map(({ id }) => id);
    }
    const before = ids();
    const lost = {
      target: '/api/v1/transaction',
      entityName: 'audit-entry',
      drop: 'after',
      code: 'LOST',
      times: 1,
    } as const;
    world.kvs.fail(lost);
    expect(await run(groupId)).toEqual({ ok: false, error: { code: 'AUDIT_UNAVAILABLE' } });
    expect(writes()).toEqual([]);
    const lostOnes = ids().filter((id) => !before.includes(id));
    expect(lostOnes).not.toEqual([]);
    await create('gamma');
    const ended = world.auditRows().filter(({ id }) => lostOnes.includes(id));
    expect(ended.map(({ outcome, code, found }) => [outcome, code, found])).toEqual(
      lostOnes.map(() => ['failed', 'NOT_ATTEMPTED', 'AUDIT_UNAVAILABLE']),
    );
  });

  it('does not happen while the settings can’t be read', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    failStorage('/api/v1/entity/get', 'setting', 100);
    expect(await run(groupId)).toEqual({ ok: false, error: { code: 'STORAGE_UNAVAILABLE', changed: 'nothing' } });
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('stands if its outcome can’t be recorded at once: it is recorded at the second try', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.addMember(groupId, world.id('person-30'));
    failStorage('/api/v1/transaction', 'audit-outcome');
    expect(await run(groupId)).toMatchObject({ ok: true });
    expect(world.auditRows().filter((row) => row['outcome'] !== 'succeeded')).toEqual([]);
  });

  it('stands if only its outcome can’t be recorded; the next call of the installation records it', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.addMember(groupId, world.id('person-30'));
    failStorage('/api/v1/transaction', 'audit-outcome', 100);
    expect(await run(groupId)).toMatchObject({ ok: true });
    expect(world.auditRows().filter((row) => row['outcome'] === 'open')).not.toEqual([]);
    world.kvs.clearFaults();
    world.advance(240_000);
    await create('gamma');
    expect(world.auditRows().filter((row) => row['outcome'] !== 'succeeded')).toEqual([]);
  });

  it('stands if only its outcome can’t be recorded; the hourly run says what is proved, or what it found', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.addMember(groupId, world.id('person-30'));
    world.advance(1);
    failStorage('/api/v1/transaction', 'audit-outcome', 100);
    expect(await run(groupId)).toMatchObject({ ok: true });
    const [open] = world.auditRows().filter((row) => row['outcome'] === 'open');
    if (open === undefined) throw new Error('Nothing was left open');
    world.kvs.clearFaults();
    await settle();
    const settled = world.auditRows().find(({ id }) => id === open.id);
    // The record of a new group names the attempt.
    const outcome = open.action === 'createGroup' ? 'succeeded' : 'unknown';
    expect(settled).toMatchObject({ outcome, code: 'SETTLED_LATER' });
    const rows = world.auditRows().length;
    await settle();
    expect(world.auditRows()).toHaveLength(rows);
  });
});

describe('a space page without storage', () => {
  it.each(['group-record', 'setting'])('says so while %s can’t be read', async (entityName) => {
    failStorage('/api/v1/entity', entityName, 100);
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'nothing',
    });
  });
});

describe('a group that was made but could not be recorded', () => {
  it('is nobody’s: said so at once, created as the audit says, and found for adoption', async () => {
    failStorage('/api/v1/entity/set', 'group-record');
    expect(errorOf(await create())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'some' });
    const groupId = world.groupId('demo-alpha');
    expect(world.entity('group-record')).toEqual({});
    const created = { outcome: 'succeeded', code: undefined };
    expect(world.auditRows().find(({ action }) => action === 'createGroup')).toMatchObject(created);
    await settle();
    expect(world.auditRows().find(({ action }) => action === 'createGroup')).toMatchObject(created);
    expect(world.entity('group-record')).toEqual({});
    const { groups } = valueOf(await world.asGlobal('site-admin', 'findGroups', { start: 0 }));
    const free = groups.filter(({ isManaged, why }) => isManaged === undefined && why === undefined);
    expect(free.map((group) => group.groupId)).toContain(groupId);
    expect(errorOf(await create())).toEqual({ code: 'CONFLICT', what: 'groupName' });
  });
});

describe('a group that was deleted but whose record could not be', () => {
  it('is cleared away by the hourly run', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    failStorage('/api/v1/transaction', 'group-record');
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'some',
    });
    expect(Object.keys(world.entity('group-record'))).toEqual([groupId]);
    await settle();
    expect(outcomeOf('deleteGroup')).toBe('unknown');
    expect(world.entity('group-record')).toEqual({});
  });
});

describe('an attempt that can’t be settled', () => {
  it('is left open while there is no privileged user to look as, and called unknown after a day', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    // Two tries with what is known of the membership, two without, and the two of the next outcome, which carry it.
    failStorage('/api/v1/transaction', 'audit-outcome', 6);
    const accountIds = [world.id('person-01')];
    valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: 1 }));
    await settle();
    expect(outcomeOf('addMember')).toBe('open');
    world.advance(23 * HOUR);
    await settle();
    expect(outcomeOf('addMember')).toBe('unknown');
    expect(world.privilegedCalls().filter((row) => !isWrite(row))).toEqual([]);
  });

  it('is left to the next hour while storage fails', async () => {
    failStorage('/api/v1/transaction', 'audit-outcome', 4);
    valueOf(await create());
    await settle();
    expect(outcomeOf('createGroup')).toBe('open');
    await settle();
    expect(outcomeOf('createGroup')).toBe('succeeded');
  });
});
