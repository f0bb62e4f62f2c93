import { describe, it } from 'vitest';

import { readSetting, readSettings, readVersioned, saveVersioned } from '../../../../src/platform/kvs/versioned';
import { createStorage, failureOf } from './storage-lab';

const KEY = 'a-setting';

describe('a setting whose first version could not be stored', () => {
  /** Its place is held by a row with the version 0. */
  async function held() {
    const { run, fail, rows } = createStorage();
    fail('/api/v1/transaction', 429, 1);
    await failureOf(run(() => saveVersioned(KEY, { it: 'mine' }, 0)));
    return { run, row: rows('setting')[KEY] };
  }

  it('is none, however it is read', async ({ expect }) => {
    const { run, row } = await held();
    expect(row).toMatchObject({ version: 0 });
    expect(await run(() => readSetting(KEY))).toBeUndefined();
    expect(await run(() => readSettings([KEY]))).toEqual(new Map());
    expect(await run(() => readVersioned(KEY, 'nothing'))).toEqual({ value: 'nothing', version: 0 });
  });

  it('is stored by the next one who saw none', async ({ expect }) => {
    const { run } = await held();
    expect(await run(() => saveVersioned(KEY, { it: 'mine' }, 0))).toBe(1);
    expect(await run(() => readVersioned(KEY))).toEqual({ value: { it: 'mine' }, version: 1 });
  });
});
