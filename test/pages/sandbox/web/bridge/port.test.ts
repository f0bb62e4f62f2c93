// The bridge through a message port: a resource in a Frame and the page beside it, as two frames of one product.
import { expect, test } from 'vitest';

import { connectFrame } from '../../../../../sandbox/web/bridge/frame';
import { createHost } from '../../../../../sandbox/web/bridge/host';
import { hostBehind, serveFrame } from '../../../../../sandbox/web/bridge/port';

function connected() {
  const host = createHost({
    invoke: async ({ functionKey, payload }) => Promise.resolve({ functionKey, payload }),
    context: () => ({ theme: { colorMode: 'dark' } }),
    urlOf: () => undefined,
    navigate: () => {},
    reload: () => {},
  });
  const { port1, port2 } = new MessageChannel();
  serveFrame(host, 'resource', port2);
  return { host, page: connectFrame(host, 'page'), resource: connectFrame(hostBehind(port1), 'resource') };
}

test('a resource has the commands of a page: it calls the app and knows the context', async () => {
  const { resource } = connected();
  await expect(resource.callBridge('getContext')).resolves.toEqual({ theme: { colorMode: 'dark' } });
  const call = { functionKey: 'key', payload: { a: 1 } };
  await expect(resource.callBridge('invoke', call)).resolves.toEqual(call);
});

test('events go both ways between a page and its resource, until one stops listening', async () => {
  const { page, resource } = connected();
  const heard: unknown[] = [];
  const subscription = (await resource.callBridge('on', {
    event: 'task',
    callback: (payload: unknown) => heard.push(['resource', payload]),
  })) as { unsubscribe: () => Promise<void> };
  await page.callBridge('on', { event: 'chosen', callback: (payload: unknown) => heard.push(['page', payload]) });
  await page.callBridge('emit', { event: 'task', payload: { id: 1 } });
  await expect.poll(() => heard).toEqual([['resource', { id: 1 }]]);
  await resource.callBridge('emit', { event: 'chosen', payload: { people: ['ada'] } });
  await expect.poll(() => heard).toHaveLength(2);
  expect(heard[1]).toEqual(['page', { people: ['ada'] }]);
  await subscription.unsubscribe();
  await page.callBridge('emit', { event: 'task', payload: { id: 2 } });
  await page.callBridge('emit', { event: 'chosen', payload: 'last' });
  await expect.poll(() => heard).toHaveLength(3);
  expect(heard[2]).toEqual(['page', 'last']);
});

test('a resource can’t draw in the place of the page', async () => {
  const { host, resource } = connected();
  await expect(resource.callBridge('reconcile', { forgeDoc: { type: 'Root' } })).rejects.toThrow(
    /reconcile in a Frame/,
  );
  expect(host.store.get().doc).toBeUndefined();
});
