// `globalThis.__bridge` for component tests. @forge/bridge takes `callBridge` once, when it is loaded, so this one stays and
// forwards to the page that is mounted now. A tree that an earlier page sends late is dropped: its root belongs to that page.
import type { Bridge } from '../../sandbox/web/bridge/frame';

let mounted: Bridge | undefined;
const owners = new Map<string, Bridge | undefined>();

/** Makes `bridge` the one that pages talk to from now on. */
export function connect(bridge: Bridge | undefined): void {
  mounted = bridge;
}

function rootOf(data: unknown): string {
  return (data as { forgeDoc: { key: string } }).forgeDoc.key;
}

const callBridge: Bridge['callBridge'] = async (command, data) => {
  if (command === 'reconcile') {
    const root = rootOf(data);
    if (!owners.has(root)) owners.set(root, mounted);
    if (owners.get(root) !== mounted) return undefined;
  }
  // Between two tests a page may still be on its way out. Its frame is gone, so nobody answers.
  return mounted === undefined ? new Promise(() => {}) : mounted.callBridge(command, data);
};

Object.assign(globalThis, { __bridge: { callBridge } });
