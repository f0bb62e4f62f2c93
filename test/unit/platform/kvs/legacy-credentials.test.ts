import { describe, it } from 'vitest';

import { createLegacyCredentials } from '../../../../src/platform/kvs/legacy-credentials';
import { createStorage, failureOf } from './storage-lab';

const legacy = createLegacyCredentials();
function stored() {
  const storage = createStorage();
  storage.kvs.set('privilegedUserEmail', 'ada@example.com');
  storage.kvs.setSecret('privilegedUserApiToken', 'token');
  return storage;
}

describe('credentials of older versions', () => {
  it('exist as long as the email does, and the token is not read', async ({ expect }) => {
    const { run, targets } = stored();
    expect(await run(() => legacy.exist())).toBe(true);
    expect(targets()).toEqual(['/api/v1/get']);
    expect(await createStorage().run(() => legacy.exist())).toBe(false);
  });

  it('are deleted, the token first', async ({ expect }) => {
    const { run, kvs, targets } = stored();
    await run(() => legacy.delete());
    expect(kvs.dump()).toMatchObject({ plain: {}, secret: {} });
    expect(targets()).toEqual(['/api/v1/secret/delete', '/api/v1/delete']);
    await run(() => legacy.delete());
  });

  it('still exist if the token could not be deleted', async ({ expect }) => {
    const { run, fail } = stored();
    fail('/api/v1/secret/delete');
    expect(await failureOf(run(() => legacy.delete()))).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'unknown' });
    expect(await run(() => legacy.exist())).toBe(true);
  });
});
