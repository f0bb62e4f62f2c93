// The audit trail, and what of it is about customers.
import { expect } from 'vitest';

import type { Attempt, Refusal } from '../../../../src/broker/audit/entries';
import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';

const MINUTE = 60_000;

/** `n` orders them: the first is the oldest. */
export function attemptOf({ id, space }: Stage, n: number, more: Partial<Attempt> = {}): Attempt {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    at: new Date(Date.parse('2026-11-21T08:00:00.000Z') + n * MINUTE).toISOString(),
    caller: id('ann'),
    actedAs: id('boss'),
    action: 'addMember',
    spaceId: space.spaceId,
    groupName: 'demo-readers',
    accountId: id('bob'),
    ...more,
  };
}

function refusalOf({ id, space }: Stage, more: Partial<Refusal> = {}): Refusal {
  return {
    at: '2026-11-21T09:00:00.000Z',
    caller: id('bob'),
    action: 'createGroup',
    reason: 'NOT_SPACE_ADMIN',
    spaceId: space.spaceId,
    ...more,
  };
}

const READS: Record<string, Call> = {
  'audit read': { as: 'ann', call: 'read audit', use: ({ auditLog }) => auditLog.read({}) },
  unsettled: { as: 'ann', call: 'read unsettled', use: ({ auditLog }) => auditLog.unsettled('2026-11-22') },
  'customer audit': { as: 'agent', call: 'read customer audit', use: ({ customerAudit }) => customerAudit.read() },
};

export const auditCases: Case[] = [
  {
    name: 'attempt, settle: an entry is pending until it has an outcome',
    play: async (stage) => {
      const { run } = stage;
      const attempt = { ...attemptOf(stage, 1), at: '2026-11-21T09:59:00.000Z' };
      await run('ann', ({ auditLog }) => auditLog.attempt([attempt]));
      const { id, at, caller, actedAs, action, spaceId, groupName, accountId } = attempt;
      const entry = { id, at, caller, actedAs, action, spaceId, groupName, accountId };
      expect(await run('ann', ({ auditLog }) => auditLog.read({}))).toEqual({
        rows: [{ ...entry, outcome: 'pending' }],
      });
      const ended = { id, at: '2026-11-21T09:59:30.000Z', outcome: 'failed', code: 'ATLASSIAN_REFUSED' } as const;
      expect(await run('ann', ({ auditLog }) => auditLog.settle([ended]))).toBe(true);
      expect(await run('ann', ({ auditLog }) => auditLog.read({}))).toEqual({
        rows: [{ ...entry, outcome: 'failed', code: 'ATLASSIAN_REFUSED' }],
      });
    },
  },
  {
    name: 'settle: names what was not known before, and what was found and when',
    play: async (stage) => {
      const { run, users, id } = stage;
      const { groupName = '', ...attempt } = attemptOf(stage, 1, { action: 'createGroup' });
      await run('ann', ({ auditLog }) => auditLog.attempt([{ ...attempt, groupName }]));
      const at = '2026-11-21T09:00:00.000Z';
      const ended = { id: attempt.id, at, outcome: 'unknown', found: 'group', groupId: users } as const;
      await run('ann', ({ auditLog }) => auditLog.settle([ended]));
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read({ groupId: users }));
      expect(rows).toEqual([
        expect.objectContaining({ outcome: 'unknown', found: 'group', foundAt: at, groupId: users, caller: id('ann') }),
      ]);
    },
  },
  {
    name: 'attempt: all or none, if the store fails; settle then says so',
    play: async (stage) => {
      const { run } = stage;
      const way = STORAGE_FAILURES.audit;
      stage.fail({ call: 'attempt' }, way);
      stage.fail({ call: 'settle' }, way);
      const attempts = [1, 2].map((n) => attemptOf(stage, n));
      await expect(run('ann', ({ auditLog }) => auditLog.attempt(attempts))).rejects.toMatchObject({
        failure: way.failure,
      });
      const ended = { id: attempts[0]?.id ?? '', at: '2026-11-21T09:00:00.000Z', outcome: 'succeeded' } as const;
      expect(await run('ann', ({ auditLog }) => auditLog.settle([ended]))).toBe(false);
    },
  },
  {
    name: 'refuse: alike refusals of one hour are one row with a count',
    play: async (stage) => {
      const { run, id, space, otherSpace } = stage;
      await run('bob', ({ auditLog }) => auditLog.refuse(refusalOf(stage), refusalOf(stage)));
      await run('bob', ({ auditLog }) => auditLog.refuse(refusalOf(stage, { spaceId: otherSpace.spaceId })));
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read({ spaceId: space.spaceId }));
      expect(rows).toEqual([
        {
          id: expect.any(String) as string,
          at: '2026-11-21T09:00:00.000Z',
          caller: id('bob'),
          action: 'createGroup',
          spaceId: space.spaceId,
          outcome: 'refused',
          code: 'NOT_SPACE_ADMIN',
          count: 2,
        },
      ]);
      const all = await run('ann', ({ auditLog }) => auditLog.read({ outcome: 'refused' }));
      expect(all.rows.map(({ count = 0 }) => count).toSorted((a, b) => a - b)).toEqual([1, 2]);
    },
  },
  {
    name: 'refuse: what is refused of a run is found with it, and is a row of its own',
    play: async (stage) => {
      const { run } = stage;
      const [one, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
      await run('bob', ({ auditLog }) => auditLog.refuse(refusalOf(stage, { runId: one }), refusalOf(stage)));
      await run('bob', ({ auditLog }) =>
        auditLog.refuse(refusalOf(stage, { runId: one }), refusalOf(stage, { runId: other })),
      );
      const all = await run('ann', ({ auditLog }) => auditLog.read({}));
      expect(all.rows.map(({ count = 0 }) => count).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read({ runId: one }));
      expect(rows).toEqual([expect.objectContaining({ action: 'createGroup', outcome: 'refused', count: 2 })]);
    },
  },
  {
    name: 'refuse: 20 rows a caller and hour, and one that counts the rest',
    play: async (stage) => {
      const { run, id } = stage;
      const refusals = Array.from({ length: 23 }, (_, n) =>
        refusalOf(stage, { groupName: `g${String(n)}`, groupId: groupOf(stage, n) }),
      );
      await run('bob', ({ auditLog }) => auditLog.refuse(...refusals));
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read({ caller: id('bob') }));
      expect(rows).toHaveLength(21);
      const rest = rows.filter(({ action }) => action === 'moreRefusals');
      expect(rest).toEqual([expect.objectContaining({ code: 'MORE_REFUSALS', outcome: 'refused', count: 3 })]);
    },
  },
  {
    name: 'refuse: counts each of those that come at one moment',
    play: async (stage) => {
      const { run, id } = stage;
      function refuse() {
        return run('bob', ({ auditLog }) => auditLog.refuse(refusalOf(stage)));
      }
      await Promise.all([refuse(), refuse(), refuse()]);
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read({ caller: id('bob') }));
      expect(rows.map(({ count }) => count)).toEqual([3]);
    },
  },
  {
    name: 'refuse: never fails',
    play: async (stage) => {
      stage.fail({ call: 'refuse' }, STORAGE_FAILURES.write);
      expect(await stage.run('bob', ({ auditLog }) => auditLog.refuse(refusalOf(stage)))).toBeUndefined();
    },
  },
  {
    name: 'read: 25 entries, newest first, and the older ones before the last of them',
    play: async (stage) => {
      const { run } = stage;
      const attempts = Array.from({ length: 30 }, (_, n) => attemptOf(stage, n + 1));
      await run('ann', ({ auditLog }) => auditLog.attempt(attempts.slice(0, 25)));
      await run('ann', ({ auditLog }) => auditLog.attempt(attempts.slice(25)));
      const first = await run('ann', ({ auditLog }) => auditLog.read({}));
      expect(first.rows).toHaveLength(25);
      const second = await run('ann', ({ auditLog }) => auditLog.read({}, first.next));
      expect(second.next).toBeUndefined();
      const ids = [...first.rows, ...second.rows].map(({ id }) => id);
      expect(ids).toEqual(attempts.map(({ id }) => id).toReversed());
    },
  },
  {
    name: 'read: only what passes the filter',
    play: async (stage) => {
      const { run, id, users, otherSpace } = stage;
      const given: Partial<Attempt>[] = [
        {},
        { caller: id('bob') },
        { accountId: id('cy') },
        { groupId: users },
        { groupName: 'Other' },
        { spaceId: otherSpace.spaceId },
      ];
      const attempts = given.map((more, n) => attemptOf(stage, n + 1, more));
      await run('ann', ({ auditLog }) => auditLog.attempt(attempts));
      async function found(filter: Parameters<typeof read>[0]) {
        return (await read(filter)).rows.map((row) => row.id);
      }
      function read(filter: object) {
        return run('ann', ({ auditLog }) => auditLog.read(filter));
      }
      for (const [filter, n] of [
        [{ caller: id('bob') }, 1],
        [{ target: id('cy') }, 2],
        [{ groupId: users }, 3],
        [{ groupName: 'OTHER' }, 4],
        [{ spaceId: otherSpace.spaceId }, 5],
      ] as const) {
        expect(await found(filter)).toEqual([attempts[n]?.id]);
      }
    },
  },
  {
    name: 'unsettled: what began before and has no outcome, oldest first, until it is marked as settled',
    play: async (stage) => {
      const { run } = stage;
      const [one, two, three, late] = [1, 2, 3, 100].map((n) => attemptOf(stage, n));
      if (one === undefined || two === undefined || three === undefined || late === undefined) throw new Error();
      expect(await run('ann', ({ auditLog }) => auditLog.unsettled(late.at))).toEqual({ attempts: [] });
      await run('ann', ({ auditLog }) => auditLog.attempt([three, one, two, late]));
      await run('ann', ({ auditLog }) => auditLog.settle([{ id: two.id, at: two.at, outcome: 'succeeded' }]));
      const read = await run('ann', ({ auditLog }) => auditLog.unsettled(late.at));
      expect(read.attempts).toEqual([one, three]);
      const { upTo } = read;
      if (upTo === undefined) throw new Error('Something was read');
      await run('ann', ({ auditLog }) => auditLog.markSettled(upTo));
      expect(await run('ann', ({ auditLog }) => auditLog.unsettled(late.at))).toEqual({ attempts: [] });
      const later = await run('ann', ({ auditLog }) => auditLog.unsettled('2026-11-22T00:00:00.000Z'));
      expect(later.attempts).toEqual([late]);
    },
  },
  {
    name: 'unsettled: 50 at most',
    play: async (stage) => {
      const { run } = stage;
      const attempts = Array.from({ length: 51 }, (_, n) => attemptOf(stage, n + 1));
      for (const some of [attempts.slice(0, 25), attempts.slice(25, 50), attempts.slice(50)]) {
        await run('ann', ({ auditLog }) => auditLog.attempt(some));
      }
      const read = await run('ann', ({ auditLog }) => auditLog.unsettled('2026-11-22T00:00:00.000Z'));
      expect(read.attempts).toEqual(attempts.slice(0, 50));
    },
  },
  ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
  ...failing(
    {
      markSettled: {
        as: 'ann',
        call: 'mark settled',
        use: ({ auditLog }) => auditLog.markSettled({ groups: 'x' }),
      },
    },
    { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write },
  ),
];

function groupOf({ users }: Stage, n: number): typeof users {
  return `${users}-${String(n)}` as typeof users;
}
