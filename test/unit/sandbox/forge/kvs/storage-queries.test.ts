import { kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from '../lab';

describe('a lifetime', () => {
  it('ends on the sandbox clock', async ({ expect }) => {
    const { run, advance } = createLab();
    await run(() => kvs.set('key', 1, { ttl: { value: 1, unit: 'HOURS' } }));
    advance(3599);
    expect(await run(() => kvs.get('key'))).toBe(1);
    advance(1);
    expect(await run(() => kvs.get('key'))).toBeUndefined();
    await run(() => kvs.set('key', 2, { keyPolicy: 'FAIL_IF_EXISTS' }));
  });

  it('can outlast itself by the lag that Forge allows itself', async ({ expect }) => {
    const { run, advance } = createLab({}, { expiryLagMs: 60_000 });
    await run(() => kvs.set('key', 1, { ttl: { value: 1, unit: 'MINUTES' } }));
    advance(119);
    const metadataFields = [MetadataField.EXPIRE_TIME];
    expect(await run(() => kvs.get('key', { metadataFields }))).toMatchObject({
      value: 1,
      expireTime: '2026-11-21T00:01:00.000Z',
    });
    advance(1);
    expect(await run(() => kvs.get('key'))).toBeUndefined();
  });

  it('of 364 days is taken', async ({ expect }) => {
    const { run } = createLab();
    await run(() => kvs.set('key', 1, { ttl: { value: 364, unit: 'DAYS' } }));
    expect(await run(() => kvs.get('key'))).toBe(1);
  });

  it.for([0, -1, 1.5, 365])('of %d days is refused', async (value, { expect }) => {
    const written = createLab().run(() => kvs.set('key', 1, { ttl: { value, unit: 'DAYS' } }));
    await expect(written).rejects.toMatchObject({ code: 'INVALID_TTL' });
  });
});

describe('a query over keys', () => {
  it('pages through a prefix in key order, without secrets', async ({ expect }) => {
    const { run, forge } = createLab();
    for (const key of ['a:3', 'a:1', 'b:1', 'a:2']) forge.kvs.set(key, key);
    forge.kvs.setSecret('a:secret', 'hidden');
    function query() {
      return kvs.query().where('key', WhereConditions.beginsWith('a:')).limit(2);
    }
    const first = await run(() => query().getMany());
    const { nextCursor = '' } = first;
    const second = await run(() => query().cursor(nextCursor).getMany());
    expect([...first.results, ...second.results].map(({ key }) => key)).toEqual(['a:1', 'a:2', 'a:3']);
    expect(second.nextCursor).toBeUndefined();
    await expect(run(() => kvs.query().cursor(nextCursor).getMany())).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
  });

  it('gives ten rows unless asked, a hundred at most, and knows only prefixes', async ({ expect }) => {
    const { run, forge } = createLab();
    for (let count = 0; count < 11; count += 1) forge.kvs.set(`key-${count}`, count);
    expect((await run(() => kvs.query().getMany())).results).toHaveLength(10);
    await expect(run(() => kvs.query().limit(101).getMany())).rejects.toMatchObject({
      code: 'LIST_QUERY_LIMIT_EXCEEDED',
    });
    const between = { condition: 'BETWEEN', values: ['a', 'b'] } as never;
    await expect(run(() => kvs.query().where('key', between).getMany())).rejects.toMatchObject({
      code: 'QUERY_WHERE_INVALID',
    });
  });
});

describe('the store', () => {
  it('belongs to the app only with its scope approved', async ({ expect }) => {
    const { run, forge } = createLab();
    forge.setUnapproved(['storage:app']);
    await expect(run(() => kvs.get('key'))).rejects.toMatchObject({ responseDetails: { status: 500 } });
  });

  it('fails on demand, as often as told, and only where told', async ({ expect }) => {
    const { run, forge } = createLab();
    forge.kvs.fail({ target: '/api/v1/set', status: 429, code: 'RATE_LIMIT_EXCEEDED', times: 1 });
    forge.kvs.fail({ target: '/api/v1/', entityName: 'employee', status: 500, code: 'BROKEN', times: 1 });
    await expect(run(() => kvs.set('key', 1))).rejects.toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    await run(() => kvs.set('key', 2));
    const inTransaction = kvs.transact().set('key', 3).delete('anna', { entityName: 'employee' });
    await expect(run(() => inTransaction.execute())).rejects.toMatchObject({ code: 'BROKEN' });
    expect(forge.kvs.dump().plain).toEqual({ key: 2 });
    expect(forge.kvs.requests().map(({ target, status }) => [target, status])).toEqual([
      ['/api/v1/set', 429],
      ['/api/v1/set', 204],
      ['/api/v1/transaction', 500],
    ]);
  });
});
