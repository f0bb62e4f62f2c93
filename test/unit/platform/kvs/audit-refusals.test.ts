import { describe, it } from 'vitest';

import type { RefusedAction, Refusal } from '../../../../src/broker/audit/entries';
import { createAuditLog } from '../../../../src/platform/kvs/audit-log';
import { SpaceId } from '../../../../src/shared/ids';
import type { ForbiddenReason } from '../../../../src/shared/result';
import { times } from './audit-lab';
import { ADA, BOB, createStorage, groupId, minute, OTHER_SPACE, PROJECT } from './storage-lab';

interface Row {
  action: string;
  code: string;
  times: number;
  area: string;
  caller?: string;
  spaceId: string;
  groupId?: string;
  sortKey: string;
}

function lab() {
  const storage = createStorage();
  const audit = createAuditLog(storage);
  return {
    ...storage,
    audit,
    /** The audit of another invocation. */
    another: () => createAuditLog(storage),
    refuse: (...refusals: Refusal[]) => storage.run(() => audit.refuse(...refusals)),
    stored: () => Object.values(storage.rows('audit-entry')) as Row[],
    counts: () => (Object.values(storage.rows('audit-entry')) as Row[]).map((row) => row.times),
  };
}
function aRefusal(fields: Partial<Refusal> = {}): Refusal {
  return {
    at: minute(0),
    caller: ADA,
    action: 'addMember',
    reason: 'NOT_SPACE_ADMIN',
    ...fields,
  };
}
function elsewhere(index: number): Partial<Refusal> {
  return { spaceId: SpaceId.parse(String(index)) };
}

describe('refusals', () => {
  it('are counted by the hour', async ({ expect }) => {
    const { refuse, stored, counts } = lab();
    for (const at of [0, 1, 59, 60]) await refuse(aRefusal({ at: minute(at) }));
    expect(counts()).toEqual([3, 1]);
    expect(stored()[0]).toMatchObject({ at: minute(0), area: 'groups', code: 'NOT_SPACE_ADMIN', spaceId: 'global' });
  });

  it.for([
    ['caller', { caller: BOB }],
    ['action', { action: 'removeMember' }],
    ['reason', { reason: 'NOT_SIGNED_IN' }],
    ['space', { spaceId: OTHER_SPACE }],
    ['group', { groupId: groupId(2) }],
    ['project', { projectId: PROJECT }],
    ['run', { runId: 'run-1' }],
  ] as const)('of another %s are another row', async ([, fields], { expect }) => {
    const { refuse, counts } = lab();
    await refuse(aRefusal({ groupId: groupId(1) }));
    await refuse(aRefusal({ groupId: groupId(1), ...fields }));
    await refuse(aRefusal({ groupId: groupId(1), ...fields }));
    expect(new Set(counts())).toEqual(new Set([1, 2]));
  });

  it('of several kinds may come in one call', async ({ expect }) => {
    const { refuse, counts } = lab();
    await refuse(aRefusal(), aRefusal({ groupId: groupId(1) }), aRefusal());
    expect(new Set(counts())).toEqual(new Set([1, 2]));
  });

  it('that come at the same time are all counted', async ({ expect }) => {
    const { run, another, counts } = lab();
    await run(() => Promise.all(times(4, aRefusal()).map((refusal) => another().refuse(refusal))));
    expect(counts()).toEqual([4]);
  });

  it('of one invocation do not compete for their rows', async ({ expect }) => {
    const { run, audit, counts } = lab();
    const groups = times(18, 0).map((_, index) => aRefusal({ groupId: groupId(index) }));
    await run(() => Promise.all(groups.map((refusal) => audit.refuse(refusal))));
    expect(counts()).toEqual(times(18, 1));
  });

  it('never fail, and are not tried for ever', async ({ expect }) => {
    const { refuse, targets, events, fail } = lab();
    fail('/api/v1/entity/set', 409, 99);
    await refuse(aRefusal());
    expect(targets().filter((target) => target === '/api/v1/entity/set')).toHaveLength(5);
    fail('/api/v1/batch/get', 500);
    await refuse(aRefusal({ caller: BOB }));
    expect(events).toEqual(['auditRefusalNotStored', 'auditRefusalNotStored']);
  });

  it('cost one read and one write each, however many came before', async ({ expect }) => {
    const { refuse, targets } = lab();
    async function costOf(refusal: Refusal) {
      const before = targets().length;
      await refuse(refusal);
      return targets().slice(before);
    }
    expect(await costOf(aRefusal())).toEqual(['/api/v1/batch/get', '/api/v1/entity/set']);
    expect(await costOf(aRefusal())).toEqual(['/api/v1/batch/get', '/api/v1/transaction']);
    for (let index = 0; index < 30; index += 1) await refuse(aRefusal(elsewhere(index)));
    expect(await costOf(aRefusal(elsewhere(99)))).toEqual(['/api/v1/batch/get', '/api/v1/transaction']);
  });
});

it('refusals of one call cost one read, one write for each new row and one for all that count on', async ({
  expect,
}) => {
  const { refuse, targets, counts } = lab();
  function some(from: number, to: number) {
    return times(to - from, 0).map((_, index) => aRefusal(elsewhere(from + index)));
  }
  async function costOf(refusals: Refusal[]) {
    const before = targets().length;
    await refuse(...refusals);
    return targets().slice(before).toSorted();
  }
  expect(await costOf(some(0, 3))).toEqual(['/api/v1/batch/get', ...times(3, '/api/v1/entity/set')]);
  expect(await costOf(some(1, 4))).toEqual(['/api/v1/batch/get', '/api/v1/entity/set', '/api/v1/transaction']);
  expect(await costOf(some(0, 100))).toEqual([
    '/api/v1/batch/get',
    ...times(17, '/api/v1/entity/set'),
    '/api/v1/transaction',
  ]);
  expect(counts().reduce((sum, one) => sum + one, 0)).toBe(106);
  expect(await costOf(some(100, 200))).toEqual(['/api/v1/batch/get', '/api/v1/transaction']);
});

describe('refusals of one caller in one hour', () => {
  const ACTIONS: RefusedAction[] = ['addMember', 'saveRules', 'createCustomer', 'createGroup', 'deleteGroup'];
  const REASONS: ForbiddenReason[] = ['NOT_SPACE_ADMIN', 'GROUP_BLOCKED', 'NOT_AGENT'];
  function mixed(caller: Pick<Refusal, 'caller'>): Refusal[] {
    return times(1000, 0).map((_, index) => ({
      at: minute(index % 60),
      action: ACTIONS[index % ACTIONS.length] ?? 'addMember',
      reason: REASONS[index % REASONS.length] ?? 'NOT_AGENT',
      ...elsewhere(index % 7),
      ...caller,
    }));
  }

  it.for([
    ['somebody', { caller: ADA }],
    ['all whom nobody knows', {}],
  ] as const)('leave 20 rows and one that counts the rest: %s', async ([, caller], { expect }) => {
    const { run, audit, rows, stored, kvs } = lab();
    await run(async () => {
      for (const refusal of mixed(caller)) await audit.refuse(refusal);
    });
    expect(stored()).toHaveLength(21);
    const rest = stored().filter(({ action }) => action === 'moreRefusals');
    expect(rest).toMatchObject([{ code: 'MORE_REFUSALS', spaceId: 'global', ...caller }]);
    expect(rest[0]).not.toHaveProperty('groupId');
    expect(stored().reduce((sum, row) => sum + row.times, 0)).toBe(1000);
    const others = Object.entries(kvs.dump().entities).filter(
      ([name, table]) => name !== 'audit-entry' && Object.keys(table).length > 0,
    );
    expect([others, rows('setting')]).toEqual([[], {}]);
  });

  it('leave no more rows if all come at one moment, and each row stands in one place of the audit', async ({
    expect,
  }) => {
    const { run, another, stored } = lab();
    await run(() =>
      Promise.all(
        mixed({ caller: ADA })
          .slice(0, 200)
          .map((refusal) => another().refuse(refusal)),
      ),
    );
    expect(stored().length).toBeLessThanOrEqual(21);
    expect(stored().length).toBeGreaterThan(1);
    expect(new Set(stored().map(({ sortKey }) => sortKey)).size).toBe(stored().length);
  });

  it('use up nobody else’s rows, nor those of the next hour', async ({ expect }) => {
    const { refuse, stored } = lab();
    for (let index = 0; index < 25; index += 1) await refuse(aRefusal(elsewhere(index)));
    await refuse(aRefusal({ caller: BOB }));
    await refuse(aRefusal({ at: minute(60) }));
    expect(stored()).toHaveLength(23);
    expect(stored().filter(({ action }) => action === 'moreRefusals')).toMatchObject([{ times: 5 }]);
  });
});
