import { asUser, getAppContext, route } from '@forge/api';
import Resolver, { makeResolver } from '@forge/resolver';
import { describe, it } from 'vitest';

import { createLab, failureOf } from './lab';
import { CALLER } from './stub-site';

const echo = makeResolver({
  echo: async ({ payload, context }: { payload: unknown; context: object }) => ({ payload, context }),
});
const page = { moduleKey: 'page', functionKey: 'echo', accountId: CALLER };
function contextOf(value: unknown): Record<string, unknown> {
  return (value as { context: Record<string, unknown> }).context;
}

describe('a call of a page', () => {
  it('reaches the resolver with its payload and the platform context', async ({ expect }) => {
    const { forge } = createLab({ page: echo });
    const answer = await forge.invoke({
      ...page,
      payload: { a: [1, undefined, new Date(0)] },
      context: { extension: { space: { id: '7' } } },
    });
    expect(answer).toMatchObject({
      payload: { a: [1, null, '1970-01-01T00:00:00.000Z'] },
      context: {
        accountId: CALLER,
        accountType: 'licensed',
        cloudId: 'cloud-1',
        moduleKey: 'page',
        environmentType: 'DEVELOPMENT',
        extension: { type: 'confluence:globalSettings', space: { id: '7' } },
        installContext: 'ari:cloud:confluence::site/cloud-1',
      },
    });
  });

  it('cannot forge who is calling, but can forge the rest of the context', async ({ expect }) => {
    const { forge } = createLab({ page: echo });
    const answer = await forge.invoke({ ...page, context: { accountId: 'acc-forged', moduleKey: 'other' } });
    expect(contextOf(answer)).toMatchObject({ accountId: CALLER, moduleKey: 'other' });
  });

  it('by nobody has no principal', async ({ expect }) => {
    async function raw(payload: unknown, second: object) {
      return { payload, principal: 'principal' in second };
    }
    const { forge } = createLab({ page: raw });
    const answer = await forge.invoke({ moduleKey: 'page', functionKey: 'echo' });
    expect(answer).toMatchObject({
      principal: false,
      payload: { context: { accountId: 'unidentified', accountType: 'anonymous' } },
    });
  });

  it('crosses JSON on the way back; nothing arrives as an empty object', async ({ expect }) => {
    const shared = { list: [1] };
    const answers: unknown[] = [undefined, null, shared, 'text'];
    const { forge } = createLab({ page: async () => answers.shift() });
    expect(await forge.invoke(page)).toEqual({});
    expect(await forge.invoke(page)).toBeNull();
    const answer = await forge.invoke(page);
    expect(answer).toEqual(shared);
    expect(answer).not.toBe(shared);
    expect(await forge.invoke(page)).toBe('text');
  });

  it.for(['acc-deactivated', 'acc-outside', 'acc-app', 'acc-nobody-knows'])(
    'by %s runs nothing',
    async (accountId, { expect }) => {
      let ran = false;
      const { forge } = createLab({ page: async () => (ran = true) });
      await expect(forge.invoke({ ...page, accountId })).rejects.toMatchObject({ code: 'INVOCATION_REFUSED' });
      expect(ran).toBe(false);
    },
  );

  it('of a module without resolver, or of a handler that is not exported, fails', async ({ expect }) => {
    const { forge } = createLab({ page: echo, nightly: async () => {}, goodbye: async () => {} });
    for (const moduleKey of ['nightly', 'goodbye', 'worker', 'constructor', 'bare-page', 'no-such-page']) {
      await expect(forge.invoke({ ...page, moduleKey })).rejects.toMatchObject({ code: 'NOT_DEFINED' });
    }
  });

  it('keeps what the app throws, and whether it was the platform that failed', async ({ expect }) => {
    const resolver = new Resolver()
      .define('own', () => {
        throw new TypeError('broken');
      })
      .define('platform', async () => {
        await asUser('').requestConfluence(route`/wiki/rest/api/user/current`);
      });
    const { forge } = createLab({ page: resolver.getDefinitions() });
    const own = { code: 'FUNCTION_FAILED', errorType: 'FUNCTION_ERROR', message: 'broken' };
    await expect(forge.invoke({ ...page, functionKey: 'own' })).rejects.toMatchObject(own);
    await expect(forge.invoke({ ...page, functionKey: 'platform' })).rejects.toMatchObject({ errorType: 'PROXY_ERR' });
    await expect(forge.invoke({ ...page, functionKey: 'none' })).rejects.toThrow("no definition for 'none'");
  });

  it('may not be larger than the front end can send', async ({ expect }) => {
    const { forge } = createLab({ page: async () => 'x'.repeat(6 * 1024 * 1024) });
    await expect(forge.invoke({ ...page, payload: 'x'.repeat(600 * 1024) })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
    await expect(forge.invoke(page)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });
});

describe('the time limit', () => {
  it('counts down on the sandbox clock', async ({ expect }) => {
    const { run, advance } = createLab();
    const left = await run(async () => {
      const context = getAppContext();
      const before = context.invocationRemainingTimeInMillis();
      advance(20);
      return [before, context.invocationRemainingTimeInMillis()];
    });
    expect(left).toEqual([25_000, 5_000]);
  });

  it('ends a function at its next call of the platform; what it sent has arrived, what follows never runs', async ({
    expect,
  }) => {
    const lab = createLab({}, { onCall: () => lab.advance(26) });
    let wentOn = false;
    const failure = await failureOf(
      lab.run(async () => {
        await asUser().requestConfluence(route`/wiki/rest/api/user/current`);
        wentOn = true;
      }),
    );
    expect(failure).toMatchObject({ code: 'FUNCTION_TIME_OUT' });
    expect([lab.calls.length, wentOn]).toEqual([1, false]);
  });
});
