import { describe, it } from 'vitest';

import type { Attempt } from '../../../../src/broker/audit/entries';
import { times, trail } from './audit-lab';
import { ADA, failureOf, minute, SPACE } from './storage-lab';

describe('unsettled attempts', () => {
  function unsettledIds({ attempts }: { attempts: Attempt[] }) {
    return attempts.map(({ id }) => id);
  }

  it('are those that began before an instant and did not end, oldest first', async ({ expect }) => {
    const { audit, run } = await trail([{ open: true }, {}, { open: true, groupName: 'it-dev' }, { open: true }]);
    const found = await run(() => audit.unsettled(minute(3)));
    expect(unsettledIds(found)).toEqual(['a0', 'a2']);
    expect(found.attempts[1]).toEqual({
      id: 'a2',
      at: minute(2),
      action: 'addMember',
      caller: ADA,
      spaceId: SPACE,
      groupName: 'it-dev',
    });
    expect(found.upTo).toEqual({ groups: `${minute(2)}#a2` });
  });

  it('are read on from where they were settled', async ({ expect }) => {
    const { audit, run } = await trail([{ open: true }, { open: true }, {}]);
    const { upTo = {} } = await run(() => audit.unsettled(minute(1)));
    await run(() => audit.markSettled(upTo));
    expect(unsettledIds(await run(() => audit.unsettled(minute(9))))).toEqual(['a1']);
    await run(() => audit.markSettled({ groups: `${minute(2)}#a2` }));
    expect(await run(() => audit.unsettled(minute(9)))).toEqual({ attempts: [] });
  });

  it('come 50 at a time, and none is passed over', async ({ expect }) => {
    const { audit, run } = await trail(times(60, { open: true }));
    const first = await run(() => audit.unsettled(minute(99)));
    expect([first.attempts.length, first.upTo]).toEqual([50, { groups: `${minute(49)}#a49` }]);
    await run(() => audit.markSettled(first.upTo ?? {}));
    expect((await run(() => audit.unsettled(minute(99)))).attempts).toHaveLength(10);
  });

  it('do not include refusals', async ({ expect }) => {
    const { audit, run } = await trail([]);
    await run(() => audit.refuse({ at: minute(0), action: 'addMember', reason: 'NOT_SIGNED_IN' }));
    expect(unsettledIds(await run(() => audit.unsettled(minute(9))))).toEqual([]);
  });

  it('are found behind a long stretch of settled ones', async ({ expect }) => {
    const { audit, run } = await trail([...times(250, {}), { open: true }]);
    expect(unsettledIds(await run(() => audit.unsettled(minute(999))))).toEqual(['a250']);
  });

  it('of all areas come oldest first, each area with its own point to read on from', async ({ expect }) => {
    const { audit, run } = await trail([
      { open: true, action: 'saveRules' },
      { open: true },
      { open: true, action: 'createCustomer' },
      { open: true, action: 'saveRules' },
      { open: true },
    ]);
    const first = await run(() => audit.unsettled(minute(4)));
    expect(unsettledIds(first)).toEqual(['a0', 'a1', 'a2', 'a3']);
    expect(first.upTo).toEqual({
      site: `${minute(3)}#a3`,
      groups: `${minute(1)}#a1`,
      customers: `${minute(2)}#a2`,
    });
    await run(() => audit.markSettled(first.upTo ?? {}));
    expect(unsettledIds(await run(() => audit.unsettled(minute(9))))).toEqual(['a4']);
  });

  it('of a quiet area wait for no busy one, and none is passed over', async ({ expect }) => {
    const customers = times(130, { action: 'createCustomer' } as const);
    const { audit, run } = await trail([
      ...customers,
      { open: true, action: 'saveRules' },
      ...customers,
      { open: true },
      ...times(60, { action: 'createCustomer', open: true } as const),
    ]);
    const first = await run(() => audit.unsettled(minute(999)));
    expect(unsettledIds(first).slice(0, 3)).toEqual(['a130', 'a261', 'a262']);
    expect(first.attempts).toHaveLength(50);
    await run(() => audit.markSettled(first.upTo ?? {}));
    const rest = unsettledIds(await run(() => audit.unsettled(minute(999))));
    expect([rest.length, rest[0], rest.at(-1)]).toEqual([12, 'a310', 'a321']);
  });

  it('are not passed over where one was recorded late, before the others’ point', async ({ expect }) => {
    const { audit, run } = await trail([{ open: true, action: 'saveRules' }, { open: true }]);
    await run(() => audit.markSettled({ site: `${minute(0)}#a0`, groups: `${minute(1)}#a1` }));
    await run(() => audit.attempt([{ id: 'late', at: minute(0), action: 'saveSiteQuota' }]));
    expect(unsettledIds(await run(() => audit.unsettled(minute(9))))).toEqual(['late']);
  });
});

describe('storage that fails', () => {
  it.for([
    ['an entry', '/api/v1/entity/query'],
    ['an outcome', '/api/v1/batch/get'],
  ] as const)('while reading %s', async ([, target], { expect }) => {
    const { page, fail } = await trail([{}]);
    fail(target);
    expect(await failureOf(page())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
  });

  it('while reading or marking what is settled', async ({ expect }) => {
    const { audit, run, fail } = await trail([{}]);
    fail('/api/v1/entity/get');
    expect(await failureOf(run(() => audit.unsettled(minute(9))))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'nothing',
    });
    fail('/api/v1/entity/set');
    expect(await failureOf(run(() => audit.markSettled({})))).toEqual({
      code: 'STORAGE_UNAVAILABLE',
      changed: 'unknown',
    });
  });
});
