// What a page asks of the product around it, beyond its own tree.
import { expect, test, vi } from 'vitest';

import { connectFrame } from '../../../../../sandbox/web/bridge/frame';
import { createHost } from '../../../../../sandbox/web/bridge/host';
import { anAddressBar } from '../../../../support/address-bar';

function open(more: Partial<Parameters<typeof createHost>[0]> = {}) {
  const reload = vi.fn<() => void>();
  const navigate = vi.fn<(url: string, type: string) => void>();
  const host = createHost({
    invoke: async () => Promise.resolve(undefined),
    context: () => ({ moduleKey: 'page', extension: { type: 'confluence:globalSettings' } }),
    urlOf: ({ url }) => url,
    navigate,
    reload,
    ...more,
  });
  return { host, reload, navigate, bridge: connectFrame(host, 'app') };
}

test('a page is no dialog: closing and submitting it are answered false', async () => {
  const { bridge } = open();
  await expect(bridge.callBridge('close')).resolves.toBe(false);
  await expect(bridge.callBridge('submit', { any: 'thing' })).resolves.toBe(false);
});

test('the context is the product’s, as a copy', async () => {
  const { bridge } = open();
  const context = { moduleKey: 'page', extension: { type: 'confluence:globalSettings' } };
  await expect(bridge.callBridge('getContext')).resolves.toEqual(context);
});

test('a refresh and a reload load the page again', async () => {
  const { bridge, reload } = open();
  await bridge.callBridge('refresh');
  await bridge.callBridge('reload');
  expect(reload).toHaveBeenCalledTimes(2);
});

test('a page goes elsewhere in the same tab unless it says otherwise', async () => {
  const { bridge, navigate } = open();
  await bridge.callBridge('navigate', { url: '/one' });
  await bridge.callBridge('navigate', { url: '/two', type: 'new-tab' });
  expect(navigate.mock.calls).toEqual([
    ['/one', 'same-tab'],
    ['/two', 'new-tab'],
  ]);
});

test('the title and a crash reach the page around', async () => {
  const { bridge, host } = open();
  await bridge.callBridge('changeWindowTitle', 'Groups');
  await bridge.callBridge('onError', { error: { message: 'broken' } });
  expect(host.store.get()).toMatchObject({ title: 'Groups', crash: 'broken' });
});

test('what changes nothing on a page is accepted', async () => {
  const { bridge, host } = open();
  for (const name of ['onClose', 'enableTheming', 'emitReadyEvent']) {
    await expect(bridge.callBridge(name)).resolves.toBeUndefined();
  }
  expect(host.store.get().unmodelled).toEqual([]);
});

test('a flag with the id of an open one takes its place, and closing tells whether it was open', async () => {
  const { bridge, host } = open();
  await bridge.callBridge('showFlag', { id: 1, title: 'First' });
  await bridge.callBridge('showFlag', { id: 1, title: 'Second' });
  expect(host.store.get().flags.map(({ title }) => title)).toEqual(['Second']);
  await expect(bridge.callBridge('closeFlag', { id: 1 })).resolves.toBe(true);
  await expect(bridge.callBridge('closeFlag', { id: 1 })).resolves.toBe(false);
});

interface History {
  location: { pathname: string };
  push: (path: string) => Promise<void>;
  replace: (path: string) => Promise<void>;
  goBack: () => Promise<void>;
  listen: (heard: (location: { pathname: string }, action: string) => void) => Promise<unknown>;
}

test('a history tells its listeners where the page is', async () => {
  const { bridge } = open({ addressBar: anAddressBar() });
  const history = (await bridge.callBridge('createHistory')) as History;
  const heard = vi.fn<(pathname: string, action: string) => void>();
  expect(history.location.pathname).toBe('/');
  await history.listen(({ pathname }, action) => {
    heard(pathname, action);
  });
  await history.push('/group/1');
  await history.goBack();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  expect(heard.mock.calls).toEqual([
    ['/group/1', 'PUSH'],
    ['/', 'POP'],
  ]);
});

test('a history begins where the address is, and moves with it', async () => {
  const addressBar = anAddressBar('/people');
  const { bridge } = open({ addressBar });
  const history = (await bridge.callBridge('createHistory')) as History;
  expect(history.location.pathname).toBe('/people');
  await history.push('/audit');
  expect(addressBar.path()).toBe('/audit');
  await history.replace('/groups/1');
  expect(addressBar.path()).toBe('/groups/1');
  addressBar.back();
  expect(addressBar.path()).toBe('/people');
});

test('a module that gets no history is refused one', async () => {
  const { bridge } = open();
  await expect(bridge.callBridge('createHistory')).rejects.toThrow('This module gets no history');
});

test.each(['fetchProduct', 'fetchRemote', 'openModal', 'open', 'onPublic', 'emitPublic', 'publishRealtimeChannel'])(
  '%s is refused by name',
  async (name) => {
    const error = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { bridge, host } = open();
    await expect(bridge.callBridge(name, {})).rejects.toThrow(name);
    expect(host.store.get().unmodelled).toEqual([`the bridge command ${name}`]);
    error.mockRestore();
  },
);

test('of a page that stays open the latest 100 calls are known', async () => {
  const { host, bridge } = open();
  for (let call = 1; call <= 103; call += 1) {
    await bridge.callBridge('invoke', { functionKey: `call-${String(call)}`, payload: {} });
  }
  const { calls } = host.store.get();
  expect(calls).toHaveLength(100);
  expect([calls[0]?.functionKey, calls.at(-1)?.functionKey]).toEqual(['call-4', 'call-103']);
});
