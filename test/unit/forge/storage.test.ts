import { kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from './lab';

const NOW = Date.UTC(2026, 10, 21);

describe('plain keys', () => {
  it('are stored detached, and absent ones are undefined', async ({ expect }) => {
    const { run, forge } = createLab();
    const value = { list: [1] };
    const read = await run(async () => {
      await kvs.set('key', value);
      value.list.push(2);
      const first = await kvs.get<{ list: number[] }>('key');
      first?.list.push(3);
      return [await kvs.get('key'), await kvs.get('other'), await kvs.delete('other')];
    });
    expect(read).toEqual([{ list: [1] }, undefined, undefined]);
    expect(forge.kvs.dump().plain).toEqual({ key: { list: [1] } });
  });

  it('and secrets do not see each other', async ({ expect }) => {
    const { run, forge } = createLab();
    forge.kvs.setSecret('token', 'old');
    const read = await run(async () => {
      await kvs.setSecret('other', { a: 1 });
      await kvs.deleteSecret('token');
      return [await kvs.getSecret('token'), await kvs.getSecret('other'), await kvs.get('other')];
    });
    expect(read).toEqual([undefined, { a: 1 }, undefined]);
    expect(forge.kvs.dump()).toMatchObject({ plain: {}, secret: { other: { a: 1 } } });
  });

  it.for([
    ['', 'EMPTY_KEY'],
    ['   ', 'INVALID_KEY'],
    ['a/b', 'INVALID_KEY'],
    ['k'.repeat(501), 'KEY_TOO_LONG'],
  ] as const)('with the name "%s" are refused as %s', async ([key, code], { expect }) => {
    await expect(createLab().run(() => kvs.set(key, 1))).rejects.toMatchObject({ code });
  });

  it('cannot hold null, nothing, too much or too deep a value', async ({ expect }) => {
    const { run } = createLab();
    let nested: unknown = 1;
    for (let depth = 0; depth < 31; depth += 1) nested = [nested];
    await run(() => kvs.set('deep', nested));
    await run(() => kvs.set('large', 'x'.repeat(240 * 1024 - 2)));
    for (const value of [null, undefined]) {
      await expect(run(() => kvs.set('key', value))).rejects.toMatchObject({ code: 'INVALID_ENTITY_VALUE' });
    }
    await expect(run(() => kvs.set('key', 'x'.repeat(240 * 1024)))).rejects.toMatchObject({ code: 'MAX_SIZE' });
    await expect(run(() => kvs.set('key', [nested]))).rejects.toMatchObject({ code: 'MAX_DEPTH' });
  });

  it('are not overwritten if the write says so', async ({ expect }) => {
    const { run } = createLab();
    const keyPolicy = 'FAIL_IF_EXISTS';
    await run(() => kvs.set('key', 1, { keyPolicy }));
    await expect(run(() => kvs.set('key', 2, { keyPolicy }))).rejects.toMatchObject({
      code: 'KEY_CONFLICT',
      responseDetails: { status: 409 },
    });
    expect(await run(() => kvs.get('key'))).toBe(1);
  });

  it('return what was overwritten, with the metadata asked for', async ({ expect }) => {
    const { run, advance } = createLab();
    const keyPolicy = 'OVERRIDE';
    expect(await run(() => kvs.set('key', 1, { keyPolicy, returnValue: 'PREVIOUS' }))).toBeUndefined();
    advance(10);
    const returnMetadataFields = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
    const ttl = { value: 1, unit: 'MINUTES' } as const;
    const latest = await run(() => kvs.set('key', 2, { keyPolicy, ttl, returnValue: 'LATEST', returnMetadataFields }));
    const expireTime = new Date(NOW + 70_000).toISOString();
    expect(latest).toEqual({ key: 'key', value: 2, createdAt: NOW, updatedAt: NOW + 10_000, expireTime });
    expect(await run(() => kvs.set('key', 3, { keyPolicy, returnValue: 'PREVIOUS' }))).toEqual({
      key: 'key',
      value: 2,
    });
  });
});

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

  it.for([0, -1, 1.5, 366])('of %d days is refused', async (value, { expect }) => {
    const written = createLab().run(() => kvs.set('key', 1, { ttl: { value, unit: 'DAYS' } }));
    await expect(written).rejects.toMatchObject({ code: 'INVALID_TTL' });
  });
});

describe('a query over keys', () => {
  it('pages through a prefix in key order, without secrets', async ({ expect }) => {
    const { run, forge } = createLab();
    for (const key of ['a:3', 'a:1', 'b:1', 'a:2']) forge.kvs.set(key, key);
    forge.kvs.setSecret('a:secret', 'hidden');
    const query = () => kvs.query().where('key', WhereConditions.beginsWith('a:')).limit(2);
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
