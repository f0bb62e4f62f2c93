import { describe, it } from 'vitest';

import type { Attempt, Outcome } from '../../../../src/broker/audit/entries';
import { createAuditLog } from '../../../../src/platform/kvs/audit-log';
import { ADA, BOB, createStorage, failureOf, groupId, minute, SPACE } from './storage-lab';

function lab() {
  const storage = createStorage();
  return { ...storage, audit: createAuditLog(storage) };
}

function anAttempt(id: string, fields: Partial<Attempt> = {}): Attempt {
  return {
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
  };
}
function anOutcome(id: string, fields: Partial<Outcome> = {}): Outcome {
  return {
    id,
    at: minute(1),
    outcome: 'succeeded',
    ...fields,
  };
}
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

  it('that were stored though their answer was lost end as never sent, by the next outcomes of the installation', async ({
    expect,
  }) => {
    const { audit, run, rows, loseAnswer, at } = lab();
    loseAnswer('/api/v1/transaction');
    expect(await failureOf(run(() => audit.attempt([anAttempt('a')])))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(Object.keys(rows('audit-entry'))).toEqual(['a']);
    at(minute(1));
    await run(() => audit.settle([anOutcome('b')]));
    const neverSent = { at: minute(0), outcome: 'failed', code: 'NOT_ATTEMPTED', found: 'AUDIT_UNAVAILABLE' };
    expect(rows('audit-outcome')).toMatchObject({ a: neverSent, b: { outcome: 'succeeded' } });
  });

  it('that the store refused leave nothing to end', async ({ expect }) => {
    const { audit, run, rows, fail } = lab();
    fail('/api/v1/transaction', 429);
    await failureOf(run(() => audit.attempt([anAttempt('a')])));
    await run(() => audit.settle([anOutcome('b')]));
    expect(Object.keys(rows('audit-outcome'))).toEqual(['b']);
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

  it('are stored at the second try', async ({ expect }) => {
    const { audit, run, rows, fail } = lab();
    fail('/api/v1/transaction');
    expect(await run(() => audit.settle([anOutcome('a')]))).toBe(true);
    expect(Object.keys(rows('audit-outcome'))).toEqual(['a']);
  });

  it('that can not be stored are logged, not thrown, and stored with the next ones', async ({ expect }) => {
    const { audit, run, rows, events, fail } = lab();
    fail('/api/v1/transaction', 500, 2);
    expect(await run(() => audit.settle([anOutcome('a', { found: 'member' })]))).toBe(false);
    expect([rows('audit-outcome'), events]).toEqual([{}, ['auditOutcomeNotStored', 'auditOutcomeNotStored']]);
    expect(await run(() => audit.settle([anOutcome('b')]))).toBe(true);
    expect(Object.keys(rows('audit-outcome')).toSorted()).toEqual(['a', 'b']);
    expect(rows('audit-outcome')['a']).toMatchObject({ outcome: 'succeeded', found: 'member' });
  });

  it('of one installation are never stored by another', async ({ expect }) => {
    const { audit, run, rows, fail, ...parts } = lab();
    const other = createAuditLog({ ...parts, installation: 'another' });
    fail('/api/v1/transaction', 500, 2);
    await run(() => audit.settle([anOutcome('a')]));
    await run(() => other.settle([anOutcome('b')]));
    expect(Object.keys(rows('audit-outcome'))).toEqual(['b']);
    await run(() => audit.settle([anOutcome('c')]));
    expect(Object.keys(rows('audit-outcome')).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('are carried for five minutes: the hourly run looks after ten', async ({ expect }) => {
    const { audit, run, rows, fail, at } = lab();
    fail('/api/v1/transaction', 500, 2);
    at(minute(1));
    await run(() => audit.settle([anOutcome('a', { at: minute(1) })]));
    at(minute(7));
    await run(() => audit.settle([anOutcome('b', { at: minute(7) })]));
    expect(Object.keys(rows('audit-outcome'))).toEqual(['b']);
  });
});
