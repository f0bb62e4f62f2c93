import { describe, it } from 'vitest';

import type { Attempt, AuditFilter } from '../../../../src/broker/audit/entries';
import { globalPayloads } from '../../../../src/shared/groups/payloads';
import { AccountId } from '../../../../src/shared/ids';
import { times, trail } from './audit-lab';
import { ADA, BOB, groupId, minute, OTHER_SPACE, SPACE } from './storage-lab';

const CLEO = AccountId.parse('557058:cleo');
const KEPT_MINUTES = 364 * 24 * 60;

describe('a page of the audit', () => {
  it('has 25 rows, newest first, and the rest follow', async ({ expect }) => {
    const { page } = await trail(times(30, {}));
    const first = await page();
    const second = await page({}, first.next);
    expect(globalPayloads.readAudit.safeParse({ filter: {}, before: first.next }).success).toBe(true);
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(
      times(30, 0).map((_, index) => `a${29 - index}`),
    );
    expect([first.rows.length, second.next]).toEqual([25, undefined]);
  });

  it('of the whole site merges its areas by time, over every end of a page', async ({ expect }) => {
    const actions = ['saveRules', 'addMember', 'createCustomer', 'createCustomer', 'createCustomer'] as const;
    const { page } = await trail(times(140, {}).map((_, index) => ({ action: actions[index % 5] ?? 'saveRules' })));
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { rows, next } = await page({}, before);
      expect(rows.length).toBe(next === undefined ? 15 : 25);
      seen.push(...rows.map(({ id }) => id));
      before = next;
    } while (before !== undefined);
    expect(seen).toEqual(times(140, 0).map((_, index) => `a${139 - index}`));
  });

  it('of the whole site reads each area once', async ({ expect }) => {
    const actions = ['saveRules', 'addMember', 'createCustomer'] as const;
    const { page, kvs } = await trail(times(90, {}).map((_, index) => ({ action: actions[index % 3] ?? 'saveRules' })));
    const before = kvs.requests().length;
    await page();
    expect(
      kvs
        .requests()
        .slice(before)
        .map(({ target }) => target),
    ).toEqual([...times(3, '/api/v1/entity/query'), '/api/v1/batch/get']);
  });

  it('joins an attempt with how it ended', async ({ expect }) => {
    const { audit, run, page } = await trail([
      { open: true, groupName: 'it-dev', action: 'createGroup', actedAs: BOB },
    ]);
    await run(() =>
      audit.settle([{ id: 'a0', at: minute(1), outcome: 'failed', code: 'CONFLICT', groupId: groupId(9) }]),
    );
    expect((await page()).rows).toEqual([
      {
        id: 'a0',
        at: minute(0),
        caller: ADA,
        actedAs: BOB,
        action: 'createGroup',
        spaceId: SPACE,
        groupId: groupId(9),
        groupName: 'it-dev',
        outcome: 'failed',
        code: 'CONFLICT',
      },
    ]);
  });

  it.for([
    [89, 'pending'],
    [90, 'unknown'],
  ] as const)('calls an attempt that did not end after %i minutes %s', async ([minutes, outcome], { expect }) => {
    const { at, page } = await trail([{ open: true }]);
    at(minute(minutes));
    expect((await page()).rows).toMatchObject([{ outcome }]);
    expect((await page({ outcome })).rows).toHaveLength(1);
  });

  it('shows refusals with their count', async ({ expect }) => {
    const { audit, run, page } = await trail([{}]);
    for (const _ of [1, 2]) {
      await run(() => audit.refuse({ at: minute(0), caller: BOB, action: 'addMember', reason: 'NOT_SPACE_ADMIN' }));
    }
    expect((await page({ outcome: 'refused' })).rows).toEqual([
      {
        id: expect.stringContaining('refusal:2026-11-22T10:'),
        at: minute(0),
        caller: BOB,
        action: 'addMember',
        outcome: 'refused',
        code: 'NOT_SPACE_ADMIN',
        count: 2,
      },
    ]);
    expect((await page({ spaceId: SPACE })).rows).toHaveLength(1);
  });

  it('ends with a refusal of the longest id at a position that a page can send back', async ({ expect }) => {
    const { audit, run, page } = await trail(times(1, {}));
    const caller = AccountId.parse('a'.repeat(128));
    for (let index = 0; index < 26; index += 1) {
      const at = minute(60 * (index + 1));
      await run(() =>
        audit.refuse({ at, caller, action: 'setGroupDeletable', reason: 'GROUP_GIVES_PRODUCT_ACCESS', spaceId: SPACE }),
      );
    }
    const { next } = await page();
    expect(globalPayloads.readAudit.safeParse({ filter: {}, before: next }).error).toBeUndefined();
    expect((await page({}, next)).rows).toHaveLength(2);
  });

  it('hides what is past its time even before Forge deletes it', async ({ expect }) => {
    const { at, ids } = await trail([{}, {}]);
    at(minute(KEPT_MINUTES));
    expect(await ids()).toEqual(['a1']);
    at(minute(KEPT_MINUTES + 1));
    expect(await ids()).toEqual([]);
  });
});

describe('a filter', () => {
  const entries: Partial<Attempt>[] = [
    { groupId: groupId(1), groupName: 'it-dev', accountId: BOB },
    { groupId: groupId(1), accountId: CLEO, caller: CLEO },
    { groupId: groupId(2), accountId: BOB, spaceId: OTHER_SPACE },
    { accountId: CLEO },
  ];

  it.for([
    [{}, 'by-area', ['a3', 'a2', 'a1', 'a0']],
    [{ spaceId: SPACE }, 'by-space', ['a3', 'a1', 'a0']],
    [{ caller: CLEO }, 'by-caller', ['a1']],
    [{ target: CLEO }, 'by-account', ['a3', 'a1']],
    [{ groupId: groupId(1) }, 'by-group', ['a1', 'a0']],
    [{ groupId: groupId(1), target: BOB }, 'by-group', ['a0']],
    [{ target: CLEO, caller: ADA }, 'by-account', ['a3']],
    // Never further than the space, whatever else is asked for.
    [{ target: BOB, spaceId: OTHER_SPACE }, 'by-space', ['a2']],
    [{ caller: ADA, spaceId: OTHER_SPACE }, 'by-space', ['a2']],
    [{ groupId: groupId(1), spaceId: OTHER_SPACE }, 'by-space', []],
    [{ spaceId: SPACE, outcome: 'succeeded' }, 'by-space', ['a3', 'a1', 'a0']],
    [{ groupName: 'IT-Dev' }, 'by-area', ['a0']],
    [{ groupName: 'it' }, 'by-area', []],
    [{ groupName: 'it-dev', spaceId: OTHER_SPACE }, 'by-space', []],
    [{ outcome: 'failed' }, 'by-area', []],
    [{ outcome: 'refused' }, 'by-area', []],
    [{ caller: undefined, spaceId: SPACE }, 'by-space', ['a3', 'a1', 'a0']],
  ] as [AuditFilter, string, string[]][])('%j reads %s', async ([filter, index, expected], { expect }) => {
    const { ids, kvs } = await trail(entries);
    expect(await ids(filter)).toEqual(expected);
    const queries = kvs.requests().filter(({ target }) => target === '/api/v1/entity/query');
    expect(queries.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ entityName: 'audit-entry', indexName: index }),
    );
  });
});

describe("a group's creation, which has no group before it ends", () => {
  async function created(more = 1) {
    const entries = [
      { action: 'createGroup' } as const,
      { action: 'createGroup' } as const,
      ...times(more, { groupId: groupId(1) }),
    ];
    const opened = await trail(entries);
    const outcome = { at: minute(1), outcome: 'succeeded' } as const;
    await opened.run(() =>
      opened.audit.settle([
        { id: 'a0', ...outcome, groupId: groupId(1) },
        { id: 'a1', ...outcome, groupId: groupId(2) },
      ]),
    );
    return opened;
  }

  it.for([[{ groupId: groupId(1) }], [{ groupId: groupId(1), spaceId: SPACE }]] as [AuditFilter][])(
    'is the last entry of %j',
    async ([filter], { expect }) => {
      const { ids } = await created();
      expect(await ids(filter)).toEqual(['a2', 'a0']);
    },
  );

  it.for(['writeTestCreate', 'proveSiteAdminCreate'] as const)(
    'is found by its group also where it was a check: %s',
    async (action, { expect }) => {
      const { audit, run, ids } = await trail([{ action }]);
      await run(() => audit.settle([{ id: 'a0', at: minute(1), outcome: 'succeeded', groupId: groupId(1) }]));
      expect(await ids({ groupId: groupId(1) })).toEqual(['a0']);
    },
  );

  it('stands on the page after a full one, once', async ({ expect }) => {
    const { page } = await created(25);
    const first = await page({ groupId: groupId(1) });
    expect(first.rows).toHaveLength(25);
    const second = await page({ groupId: groupId(1) }, first.next);
    expect(second.rows.map(({ id }) => id)).toEqual(['a0']);
    expect(second.next).toBeUndefined();
  });
});

describe('a page of a filter that leaves much out', () => {
  it('reads on until it is full', async ({ expect }) => {
    const mixed = times(130, 0).map((_, index) => ({ caller: index % 4 === 0 ? BOB : ADA }));
    const { page } = await trail(mixed);
    const { rows, next } = await page({ spaceId: SPACE, caller: BOB });
    expect([rows.length, rows[0]?.id, rows[24]?.id]).toEqual([25, 'a128', 'a32']);
    const rest = await page({ spaceId: SPACE, caller: BOB }, next);
    expect([rest.rows.length, rest.next]).toEqual([8, undefined]);
  });

  it('stops after a bounded number of queries and says where to go on', async ({ expect }) => {
    const { page, targets } = await trail(times(801, {}));
    const before = targets().length;
    const first = await page({ outcome: 'refused' });
    expect(first.rows).toEqual([]);
    expect(targets().slice(before)).toEqual(times(24, '/api/v1/entity/query'));
    expect(first.next).toBe(`${minute(1)}#a1`);
    expect(await page({ outcome: 'refused' }, first.next)).toEqual({ rows: [] });
  });
});
