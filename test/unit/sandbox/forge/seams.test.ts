import { describe, it } from 'vitest';

import { installSeams } from '../../../../sandbox/forge/seams';
import { createLab, failureOf } from './lab';

// Before @forge/api is loaded: it keeps the fetch that it finds then.
installSeams();
const { asApp, fetch: forgeFetch, route } = await import('@forge/api');

describe('the seams', () => {
  it('are installed once', ({ expect }) => {
    const { fetch, console } = globalThis;
    const { log } = console;
    installSeams();
    expect(globalThis.fetch).toBe(fetch);
    expect(console.log).toBe(log);
  });

  it('give no runtime outside an invocation', async ({ expect }) => {
    expect(Reflect.get(globalThis, '__forge_runtime__')).toBeUndefined();
    await expect(asApp().requestConfluence(route`/wiki/x`)).rejects.toThrow('Forge runtime not found');
  });

  it('leave runtime.kvs undefined, or @forge/kvs would keep the first token', async ({ expect }) => {
    const runtime = await createLab().run(
      async () => Reflect.get(globalThis, '__forge_runtime__') as { kvs?: unknown },
    );
    expect(runtime.kvs).toBeUndefined();
  });

  it('refuse egress inside an invocation, by either fetch', async ({ expect }) => {
    const { run } = createLab();
    const refused = { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' };
    expect(await failureOf(run(() => fetch('https://example.com/')))).toMatchObject(refused);
    expect(await failureOf(run(() => forgeFetch('https://example.com/')))).toMatchObject(refused);
  });

  it('let the sandbox itself fetch', async ({ expect }) => {
    const response = await fetch('data:text/plain,hello');
    expect(await response.text()).toBe('hello');
  });

  it('take the lines of an invocation, as they are written', async ({ expect }) => {
    const lines: string[] = [];
    const { forge, run } = createLab({}, { log: (line) => lines.push(line) });
    await run(async () => console.warn('two %s', 'words', { a: 1 }));
    expect(forge.logs()).toEqual(['two words { a: 1 }']);
    expect(lines).toEqual(['two words { a: 1 }']);
  });

  it('let whoever takes the lines print them', async ({ expect }) => {
    const { forge, run } = createLab({}, { log: (line) => console.debug(line) });
    await run(async () => console.warn('two words'));
    expect(forge.logs()).toEqual(['two words']);
  });

  it('are closed while the site works', async ({ expect }) => {
    const seen: unknown[] = [];
    const { run } = createLab({}, { onCall: () => seen.push(Reflect.get(globalThis, '__forge_runtime__')) as never });
    await run(() => asApp().requestConfluence(route`/wiki/x`));
    expect(seen).toEqual([undefined]);
  });
});
