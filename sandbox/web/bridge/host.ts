// The product's end of the bridge: answers the commands of the frames that a page holds.
import { createCommands, createEventBus } from './commands';
import type { Surroundings } from './commands';
import type { HostPort } from './frame';
import { createPeer } from './peer';
import type { Peer } from './peer';
import { createStore } from './state';
import type { Store } from './state';

/** Represents the product's end of the bridge. */
export interface Host extends HostPort {
  readonly store: Store;
  /** Sends an event of the product to the app's frames. */
  emit: (event: string, payload: unknown) => void;
}

/** Creates the product's end for one page. */
export function createHost(around: Surroundings): Host {
  const store = createStore();
  const bus = createEventBus();
  const commands = createCommands(store, bus, around);
  const peers = new Map<string, Peer>();

  async function run(name: string, payload: unknown): Promise<unknown> {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command !== undefined) return command(payload as never);
    store.unmodelled(`the bridge command ${name}`);
    throw new Error(`The sandbox does not model the bridge command ${name}.`);
  }

  return {
    store,
    emit: bus.emit,
    attach(frameId, line) {
      const peer = createPeer(() => line);
      peers.set(frameId, peer);
      return peer;
    },
    async command(frameId, name, text) {
      await Promise.resolve();
      const peer = peers.get(frameId);
      if (peer === undefined) throw new Error(`No frame ${frameId} is connected.`);
      return peer.settle(Promise.resolve().then(async () => run(name, peer.decode(text))));
    },
  };
}
