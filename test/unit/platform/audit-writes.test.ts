import { describe, it } from 'vitest';

import type { Attempt, Outcome, Refusal } from '../../../src/domain/audit';
import { createAuditLog } from '../../../src/platform/kvs/audit-log';
import { ADA, BOB, createStorage, failureOf, groupId, minute, OTHER_SPACE, SPACE } from './storage-lab';

const lab = () => {
  const storage = createStorage();
  return { ...storage, audit: createAuditLog(storage) };
};

const anAttempt = (id: string, fields: Partial<Attempt> = {}): Attempt => ({
  id,
  at: minute(0),
  caller: ADA,
  actedAs: BOB,
  action: 'addMember',
  spaceId: SPACE,
  groupId: groupId(1),
  groupName: 'it-dev',
  accountId: BOB,
  ...fields,
});
const anOutcome = (id: string, fields: Partial<Outcome> = {}): Outcome => ({
  id,
  at: minute(1),
  outcome: 'succeeded',
  ...fields,
});
const aRefusal = (fields: Partial<Refusal> = {}): Refusal => ({
  at: minute(0),
  caller: ADA,
  action: 'addMember',
  reason: 'NOT_SPACE_ADMIN',
  ...fields,
});

describe('attempts', () => {
  it('are stored all at once, for 364 days', async ({ expect }) => {
    const { audit, run, rows, kvs } = lab();
    await run(() => audit.attempt([anAttempt('a'), anAttempt('b')]));
    expect(Object.keys(rows('audit-entry'))).toEqual(['a', 'b']);
    const [request] = kvs.requests();
    const options = { ttl: { value: 364, unit: 'DAYS' } };
    expect(request).toMatchObject({ target: '/api/v1/transaction', body: { set: [{ options }, { options }] } });
  });

  it('of the app itself, before anything is known, are stored too', async ({ expect }) => {
    const { audit, run, rows } = lab();
    await run(() => audit.attempt([{ id: 'a', at: minute(0), action: 'writeTestDelete', groupName: '' }]));
    expect(rows('audit-entry')).toEqual({
      a: {
        kind: 'attempt',
        sortKey: `${minute(0)}#a`,
        area: 'site',
        at: minute(0),
        action: 'writeTestDelete',
        spaceId: 'global',
      },
    });
  });

  it.for([429, 500])('fail closed: %i', async (status, { expect }) => {
    const { audit, run, rows, fail } = lab();
    fail('/api/v1/transaction', status);
    expect(await failureOf(run(() => audit.attempt([anAttempt('a')])))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(rows('audit-entry')).toEqual({});
  });

  it('fail closed if they are too many for one transaction', async ({ expect }) => {
    const { audit, run, rows } = lab();
    const many = Array.from({ length: 26 }, (_, index) => anAttempt(`a${index}`));
    expect(await failureOf(run(() => audit.attempt(many)))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(rows('audit-entry')).toEqual({});
    await run(() => audit.attempt(many.slice(1)));
    expect(Object.keys(rows('audit-entry'))).toHaveLength(25);
  });

  it('of nothing cost nothing', async ({ expect }) => {
    const { audit, run, targets } = lab();
    await run(() => audit.attempt([]));
    expect(await run(() => audit.settle([]))).toBe(true);
    expect(targets()).toEqual([]);
  });
});

describe('outcomes', () => {
  it('are stored beside the attempts, which stay as they are', async ({ expect }) => {
    const { audit, run, rows } = lab();
    await run(() => audit.attempt([anAttempt('a'), anAttempt('b')]));
    const before = rows('audit-entry');
    const failed = anOutcome('b', { outcome: 'failed', code: 'RATE_LIMITED' });
    expect(await run(() => audit.settle([anOutcome('a', { groupId: groupId(7) }), failed]))).toBe(true);
    expect(rows('audit-entry')).toEqual(before);
    expect(rows('audit-outcome')).toEqual({
      a: { at: minute(1), outcome: 'succeeded', groupId: groupId(7) },
      b: { at: minute(1), outcome: 'failed', code: 'RATE_LIMITED' },
    });
  });

  it('that can not be stored are logged, not thrown', async ({ expect }) => {
    const { audit, run, rows, events, fail } = lab();
    fail('/api/v1/transaction');
    expect(await run(() => audit.settle([anOutcome('a')]))).toBe(false);
    expect([rows('audit-outcome'), events]).toEqual([{}, ['auditOutcomeNotStored']]);
  });
});

describe('refusals', () => {
  const counts = (rows: Record<string, unknown>) => Object.values(rows).map((row) => (row as { times: number }).times);

  it('are counted by the hour', async ({ expect }) => {
    const { audit, run, rows } = lab();
    for (const at of [0, 1, 59, 60]) await run(() => audit.refuse(aRefusal({ at: minute(at) })));
    expect(counts(rows('audit-entry'))).toEqual([3, 1]);
    expect(Object.values(rows('audit-entry'))[0]).toMatchObject({
      kind: 'refusal',
      at: minute(0),
      code: 'NOT_SPACE_ADMIN',
      spaceId: 'global',
    });
  });

  it.for([
    ['caller', { caller: BOB }],
    ['action', { action: 'removeMember' }],
    ['reason', { reason: 'NOT_SIGNED_IN' }],
    ['space', { spaceId: OTHER_SPACE }],
  ] as const)('of another %s are another entry', async ([, fields], { expect }) => {
    const { audit, run, rows } = lab();
    await run(() => audit.refuse(aRefusal()));
    await run(() => audit.refuse(aRefusal(fields)));
    expect(counts(rows('audit-entry'))).toEqual([1, 1]);
  });

  it('of several groups name none of them', async ({ expect }) => {
    const { audit, run, rows } = lab();
    for (const number of [1, 1, 2]) await run(() => audit.refuse(aRefusal({ groupId: groupId(number) })));
    const [row] = Object.values(rows('audit-entry'));
    expect(row).toMatchObject({ times: 3 });
    expect(row).not.toHaveProperty('groupId');
  });

  it('that come at the same time are all counted', async ({ expect }) => {
    const { audit, run, rows } = lab();
    await run(() => Promise.all([audit.refuse(aRefusal()), audit.refuse(aRefusal()), audit.refuse(aRefusal())]));
    expect(counts(rows('audit-entry'))).toEqual([3]);
  });

  it('never fail, and are not tried for ever', async ({ expect }) => {
    const { audit, run, targets, events, fail } = lab();
    fail('/api/v1/entity/set', 409, 99);
    await run(() => audit.refuse(aRefusal()));
    expect(targets().filter((target) => target === '/api/v1/entity/set')).toHaveLength(3);
    fail('/api/v1/entity/get', 500);
    await run(() => audit.refuse(aRefusal({ caller: BOB })));
    expect(events).toEqual(['auditRefusalNotStored', 'auditRefusalNotStored']);
  });

  it('of nobody have a key that storage takes', async ({ expect }) => {
    const { audit, run, rows, events } = lab();
    await run(() => audit.refuse({ at: minute(0), action: 'addMember', reason: 'NOT_SIGNED_IN' }));
    expect([Object.keys(rows('audit-entry')), events]).toEqual([
      ['refusal:2026-11-22T10:none:addMember:NOT_SIGNED_IN:global'],
      [],
    ]);
  });
});
