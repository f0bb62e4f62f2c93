// What crosses the bridge, and how long callbacks live.
import { expect, test, vi } from 'vitest';

import { connectFrame } from '../../../../../sandbox/web/bridge/frame';
import { createHost } from '../../../../../sandbox/web/bridge/host';
import { createPeer } from '../../../../../sandbox/web/bridge/peer';
import type { Peer } from '../../../../../sandbox/web/bridge/peer';

function pair(now?: () => number): { app: Peer; product: Peer } {
  const app: Peer = createPeer(() => product, now);
  const product: Peer = createPeer(() => app, now);
  return { app, product };
}

function hostWith(invoke: (key: string) => unknown) {
  return createHost({
    invoke: async ({ functionKey }) => Promise.resolve(invoke(functionKey)),
    context: () => ({ moduleKey: 'page' }),
    urlOf: ({ target }) => (target === 'module' ? 'http://localhost/page' : undefined),
    navigate: () => {},
    reload: () => {},
  });
}

test('values are copied; symbols and cycles do not cross; elements lose what makes them elements', () => {
  const { app, product } = pair();
  const cycle: Record<string, unknown> = { a: 1, when: new Date(0), nothing: undefined, mark: Symbol('mark') };
  cycle['self'] = cycle;
  expect(product.decode(app.encode(cycle))).toEqual({ a: 1, when: String(new Date(0)) });
});

test('a function crosses as something that can be called later, and answers a copy', async () => {
  const { app, product } = pair();
  const { add } = product.decode(app.encode({ add: (a: number, b: number) => ({ sum: a + b }) })) as {
    add: (a: number, b: number) => Promise<unknown>;
  };
  await expect(add(1, 2)).resolves.toEqual({ sum: 3 });
});

test('a callback that throws rejects on the other side with its message', async () => {
  const { app, product } = pair();
  const fail = product.decode(
    app.encode(() => {
      throw new TypeError('no');
    }),
  ) as () => Promise<unknown>;
  await expect(fail()).rejects.toThrow('no');
});

test('the callbacks of a replaced tree stay callable for 30 seconds, then they are gone on both sides', async () => {
  let time = 0;
  const { app, product } = pair(() => time);
  function commit(onClick: () => string) {
    const { text, released } = app.encodeTree({ onClick });
    product.release(released);
    return product.decode(text) as { onClick: () => Promise<string> };
  }
  const first = commit(() => 'first');
  time = 1_000;
  commit(() => 'second');
  time = 30_000;
  commit(() => 'third');
  await expect(first.onClick()).resolves.toBe('first');
  time = 32_000;
  commit(() => 'fourth');
  await expect(first.onClick()).rejects.toThrow('is gone');
  expect(app.sizes().lent).toBe(3);
  expect(product.sizes().borrowed).toBe(3);
});

test('a page that commits for an hour does not grow', () => {
  let time = 0;
  const { app } = pair(() => time);
  for (let commit = 0; commit < 3600; commit += 1) {
    app.encodeTree({ onClick: () => commit });
    time += 1000;
  }
  expect(app.sizes().lent).toBeLessThan(40);
});

test('a resolver that fails rejects the invoke with an Error', async () => {
  const bridge = connectFrame(
    hostWith(() => {
      throw new Error('Space is gone');
    }),
    'app',
  );
  await expect(bridge.callBridge('invoke', { functionKey: 'load' })).rejects.toThrow('Space is gone');
});

test('the tree is taken as it was when it was sent', async () => {
  const host = hostWith(() => 1);
  const bridge = connectFrame(host, 'app');
  const root = { type: 'Root', key: 'root', props: {}, children: [] as unknown[] };
  const sent = bridge.callBridge('reconcile', { forgeDoc: root });
  root.children.push({ type: 'Text', key: 'text', props: {}, children: [] });
  await sent;
  expect(host.store.get().doc?.children).toEqual([]);
});

test('an unmodelled command fails loudly and is recorded', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const host = hostWith(() => 1);
  const bridge = connectFrame(host, 'app');
  await expect(bridge.callBridge('fetchProduct', {})).rejects.toThrow('fetchProduct');
  await expect(bridge.callBridge('toString', {})).rejects.toThrow('toString');
  expect(host.store.get().unmodelled).toEqual(['the bridge command fetchProduct', 'the bridge command toString']);
  expect(error).toHaveBeenCalledTimes(2);
  error.mockRestore();
});

test('events reach those who listen, until they stop', async () => {
  const host = hostWith(() => 1);
  const bridge = connectFrame(host, 'app');
  const heard = vi.fn<(payload: unknown) => void>();
  const subscription = (await bridge.callBridge('on', { event: 'saved', callback: heard })) as {
    unsubscribe: () => Promise<void>;
  };
  await bridge.callBridge('emit', { event: 'saved', payload: { id: 1 } });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ id: 1 }));
  await subscription.unsubscribe();
  await bridge.callBridge('emit', { event: 'saved', payload: { id: 2 } });
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
  expect(heard).toHaveBeenCalledOnce();
});

test('a place that the sandbox has no page for is refused and recorded', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const host = hostWith(() => 1);
  const bridge = connectFrame(host, 'app');
  await expect(bridge.callBridge('getUrl', { target: 'module' })).resolves.toBe('http://localhost/page');
  await expect(bridge.callBridge('navigate', { target: 'dashboard' })).rejects.toThrow('dashboard');
  expect(host.store.get().unmodelled).toEqual(['the navigation target dashboard']);
  error.mockRestore();
});
