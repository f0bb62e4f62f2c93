// How a call is refused that Forge lets nobody make: a scope was not granted, or the person never agreed.
import { asApp, asUser, NeedsAuthenticationError, permissions, route } from '@forge/api';
import { beforeEach, describe, expect, it } from 'vitest';

import { manifestOf } from '../../../../sandbox/forge/manifest';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';
import { createSite } from '../../../../sandbox/site/site';
import { MANIFEST } from './app-manifest';
import { createLab, failureOf } from './lab';

const GROUPS = route`/wiki/rest/api/group`;
const site = createSite({ seed: demoSeed, clock: { now: () => 0 }, ids: { uuid: () => crypto.randomUUID() } });
function id(handle: string) {
  return site.model.accountOf(handle).accountId;
}
const [caller, other] = [id('space-admin'), id('site-admin')];

/** A manifest with one more scope that impersonation carries, which is what reading groups needs. */
const manifest = manifestOf({
  ...MANIFEST,
  permissions: {
    scopes: { ...MANIFEST.permissions.scopes, 'read:confluence-groups': { allowImpersonation: true } },
  },
});

let lab: ReturnType<typeof createLab>;
beforeEach(() => {
  lab = createLab({}, { site, manifest });
});
function run<T>(code: () => Promise<T>) {
  return lab.run(code, caller);
}
const calls = {
  caller: () => asUser().requestConfluence(GROUPS),
  impersonated: () => asUser(other).requestConfluence(GROUPS),
  app: () => asApp().requestConfluence(GROUPS),
};
async function took(who: keyof typeof calls) {
  const answer = await run(calls[who]).catch((thrown: Error) => thrown);
  if (answer instanceof Error) return { thrown: answer.constructor.name, message: answer.message };
  const { message } = (await answer.json()) as { message?: string };
  return { status: answer.status, message };
}

const ANSWERED_401 = { status: 401, message: 'Unauthorized; scope does not match' };
const THROWN = { thrown: 'NeedsAuthenticationError', message: 'Authentication Required' };

describe('a scope that was not granted', () => {
  beforeEach(() => lab.forge.setUnapproved(['read:confluence-groups', 'read:group:confluence']));

  it('is answered by the gateway to the app and the person present, and thrown for somebody else', async () => {
    expect(await took('app')).toEqual(ANSWERED_401);
    expect(await took('caller')).toEqual(ANSWERED_401);
    expect(await took('impersonated')).toEqual(THROWN);
    expect(await failureOf(run(calls.impersonated))).toBeInstanceOf(NeedsAuthenticationError);
  });

  it.each(['caller', 'impersonated', 'app'] as const)('can be refused in each shape: as %s', async (who) => {
    lab.forge.setScopeRefusals({ [who]: 'thrown' });
    expect(await took(who)).toEqual(THROWN);
    lab.forge.setScopeRefusals({ [who]: 'answered401' });
    expect(await took(who)).toEqual(ANSWERED_401);
    lab.forge.setScopeRefusals({ [who]: 'answered403' });
    expect(await took(who)).toEqual({
      status: 403,
      message:
        'Access to the resource was denied due to missing scope grants. ' +
        'Your app was granted the following scopes: [storage:app, read:space:confluence, write:group:confluence]',
    });
  });
});

describe('a person who never agreed', () => {
  beforeEach(() => {
    lab.forge.setConsent(caller, false);
    lab.forge.setConsent(other, false);
  });

  it('is not acted for, present or not; the app itself goes on', async () => {
    expect([await took('caller'), await took('impersonated')]).toEqual([THROWN, THROWN]);
    expect(await took('app')).toMatchObject({ status: 200 });
  });

  it('is acted for as soon as they agree', async () => {
    lab.forge.setConsent(caller, true);
    lab.forge.setConsent(other, true);
    expect([await took('caller'), await took('impersonated')]).toMatchObject([{ status: 200 }, { status: 200 }]);
  });
});

describe('permissions.hasScope', () => {
  function has(scope: string) {
    return run(async () => permissions.hasScope(scope));
  }

  it('tells the scopes that were granted', async () => {
    expect(await has('write:group:confluence')).toBe(true);
    expect(await has('delete:group:confluence')).toBe(false);
    lab.forge.setUnapproved(['write:group:confluence']);
    expect(await has('write:group:confluence')).toBe(false);
  });

  it('denies each where the runtime tells none, as the published package does', async () => {
    lab.forge.setPermissionsTold('no');
    expect([await has('write:group:confluence'), await has('storage:app')]).toEqual([false, false]);
  });

  it('can be made to throw', async () => {
    lab.forge.setPermissionsTold('throws');
    await expect(has('write:group:confluence')).rejects.toThrow('The runtime does not tell permissions');
  });
});
