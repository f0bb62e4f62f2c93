// The app's end of the bridge: `globalThis.__bridge`, which @forge/bridge and @forge/react call.
// It must exist before the app's bundle runs, because @forge/bridge reads `callBridge` when it loads.
import { createPeer } from './peer';
import type { Line } from './peer';

/** Gives a frame access to the product's end. */
export interface HostPort {
  /** Connects a frame; returns the line to the product. */
  attach: (frameId: string, line: Line) => Line;
  /** Runs one bridge command; resolves to its encoded outcome, never rejects. */
  command: (frameId: string, name: string, payload: string) => Promise<string>;
}

/** Is the app's view of the bridge. */
export interface Bridge {
  callBridge: (command: string, data?: unknown) => Promise<unknown>;
}

/** Creates the bridge of one frame. */
export function connectFrame(host: HostPort, frameId: string): Bridge {
  const peer = createPeer(line);
  const toHost = host.attach(frameId, peer);

  // The line exists before the first call.
  function line() {
    return toHost;
  }

  return {
    async callBridge(command, data) {
      // The reconciler mutates the tree that it passes: copy it now, before awaiting anything.
      if (command !== 'reconcile') return peer.unwrap(await host.command(frameId, command, peer.encode(data)));
      const { text, released } = peer.encodeTree(data);
      toHost.release(released);
      return peer.unwrap(await host.command(frameId, command, text));
    },
  };
}
