// The app's end of the bridge: `globalThis.__bridge`, which @forge/bridge and @forge/react call.
// It must exist before the app's bundle runs, because @forge/bridge takes `callBridge` when it is loaded.
import { createPeer } from './peer';
import type { Line } from './peer';

/** The product's end, as a frame sees it. */
export interface HostPort {
  /** Connects a frame; returns the line to the product. */
  attach: (frameId: string, line: Line) => Line;
  /** Runs one bridge command; resolves to its encoded outcome, never rejects. */
  command: (frameId: string, name: string, payload: string) => Promise<string>;
}

/** What the app sees. */
export interface Bridge {
  callBridge: (command: string, data?: unknown) => Promise<unknown>;
}

/** Makes the bridge of one frame. */
export function connectFrame(host: HostPort, frameId: string): Bridge {
  const peer = createPeer(line);
  const toHost = host.attach(frameId, peer);

  // The line is there before anybody calls.
  function line() {
    return toHost;
  }

  return {
    async callBridge(command, data) {
      // The reconciler changes the tree that it passes: it is copied now, before anything is awaited.
      if (command !== 'reconcile') return peer.unwrap(await host.command(frameId, command, peer.encode(data)));
      const { text, released } = peer.encodeTree(data);
      toHost.release(released);
      return peer.unwrap(await host.command(frameId, command, text));
    },
  };
}
