import { kvs, MetadataField } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from '../lab';

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
