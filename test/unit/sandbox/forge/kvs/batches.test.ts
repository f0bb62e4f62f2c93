import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from '../lab';

const entityName = 'employee';

describe('a batch', () => {
  it('succeeds and fails item by item', async ({ expect }) => {
    const { run, forge } = createLab();
    const written = await run(() =>
      kvs.batchSet<unknown>([
        { key: 'plain', value: 1 },
        { key: 'anna', value: { age: 'old' }, entityName },
        { key: 'anna', value: 2 },
      ]),
    );
    expect(written).toMatchObject({
      successfulKeys: [{ key: 'plain' }, { key: 'anna' }],
      failedKeys: [{ key: 'anna', entityName, error: { code: 'INCORRECT_PROPERTY_TYPE' } }],
    });
    const read = await run(() => kvs.batchGet([{ key: 'plain' }, { key: 'absent' }]));
    expect(read).toMatchObject({
      successfulKeys: [{ key: 'plain', value: 1 }],
      failedKeys: [{ key: 'absent', error: { code: 'KEY_NOT_FOUND' } }],
    });
    await run(() => kvs.batchDelete([{ key: 'plain' }, { key: 'anna' }]));
    expect(forge.kvs.dump().plain).toEqual({});
  });

  it('is refused whole if it is empty, too large or repeats a key', async ({ expect }) => {
    const { run } = createLab();
    const items = Array.from({ length: 26 }, (_item, at) => ({ key: `key-${at}` }));
    await expect(run(() => kvs.batchDelete(items))).rejects.toMatchObject({ code: 'TOO_MANY_BATCH_ENTITIES' });
    await expect(run(() => kvs.batchGet([{ key: 'a' }, { key: 'a' }]))).rejects.toMatchObject({
      code: 'KEY_DUPLICATION_ERROR',
    });
    await expect(run(() => kvs.batchGet([]))).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
