import { asUser, getAppContext, route } from '@forge/api';
import { describe, it } from 'vitest';

import { ALL_SCOPES } from './app-manifest';
import { createLab } from './lab';

describe('triggers', () => {
  it('run without a person, for as long as their function declares', async ({ expect }) => {
    const seen: unknown[] = [];
    const { forge, calls } = createLab({
      nightly: async (payload: unknown, second: object) => {
        seen.push(payload, 'principal' in second, getAppContext().invocationRemainingTimeInMillis());
        await asUser('acc-lender').requestConfluence(route`/wiki/rest/api/user/current`);
        return { statusCode: 204 };
      },
    });
    expect(await forge.runScheduled('nightly')).toEqual({ statusCode: 204 });
    expect(seen).toMatchObject([{ context: { cloudId: 'cloud-1', moduleKey: 'nightly' } }, false, 300_000]);
    expect(calls[0]?.identity).toMatchObject({ accountId: 'acc-lender', impersonated: true });
    await expect(forge.runScheduled('page')).rejects.toMatchObject({ code: 'NOT_DEFINED' });
  });

  it('before an uninstall cannot stop it', async ({ expect }) => {
    const { forge } = createLab({
      goodbye: async () => {
        throw new Error('no time');
      },
    });
    await expect(forge.uninstall()).resolves.toBeUndefined();
    expect(forge.logs()).toEqual(['goodbye failed: no time']);
  });
});

describe('the app context', () => {
  it('names the installation and its scopes', async ({ expect }) => {
    const { run } = createLab();
    const { appAri, permissions, installation, moduleKey } = await run(async () => getAppContext());
    expect([String(appAri), moduleKey, permissions?.scopes, installation?.contexts.map(String)]).toEqual([
      'ari:cloud:ecosystem::app/app-1',
      'page',
      ALL_SCOPES,
      ['ari:cloud:confluence::site/cloud-1'],
    ]);
  });
});
