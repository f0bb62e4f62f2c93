// The commands of the bridge that an admin page uses. Any other is refused by name.
// https://developer.atlassian.com/platform/forge/custom-ui-bridge/bridge/
import type { ForgeDoc } from '../ui-kit/doc';
import { createHistory, type AddressBar } from './history';
import type { Flag, InvokeCall, Store } from './state';

/** Names a page to open: by URL, or by the product's own target name. */
export interface Destination {
  url?: string;
  target?: string;
  moduleKey?: string;
  spaceKey?: string;
  projectKey?: string;
  type?: 'same-tab' | 'new-tab';
}

/** Gives an app the services of the product's page. */
export interface Surroundings {
  /** Runs the app's resolver as the signed-in person. */
  invoke: (call: InvokeCall) => Promise<unknown>;
  context: () => Record<string, unknown>;
  /** Returns the address of a destination; undefined if the sandbox has no such page. */
  urlOf: (destination: Destination) => string | undefined;
  navigate: (url: string, type: 'same-tab' | 'new-tab') => void;
  reload: () => void;
  /** Absent: the module gets no history. */
  addressBar?: AddressBar;
  /** Accepts the values of a product's form and returns true if it took them. Absent on a page, which isn't a form. */
  submit?: (payload: unknown) => boolean;
}

/** Carries named events between the frames of one page and the product. */
export interface EventBus {
  on: (event: string, callback: (payload: unknown) => void) => { unsubscribe: () => void };
  emit: (event: string, payload: unknown) => void;
}

/** Creates a bus without listeners. */
export function createEventBus(): EventBus {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    on(event, callback) {
      const of = listeners.get(event) ?? new Set();
      listeners.set(event, of.add(callback));
      return { unsubscribe: () => void of.delete(callback) };
    },
    emit(event, payload) {
      for (const callback of listeners.get(event) ?? []) callback(payload);
    },
  };
}

type Commands = Readonly<Record<string, (payload: never) => unknown>>;

/** Number of latest calls kept: a page that stays open makes many. */
const KNOWN_CALLS = 100;

/** Builds every command that the sandbox models, by name. */
export function createCommands(store: Store, bus: EventBus, around: Surroundings): Commands {
  return {
    ...viewCommands(store, around),
    ...routerCommands(store, around),
    ...flagCommands(store),
    ...eventCommands(bus),
    invoke: async ({ functionKey, payload }: InvokeCall) => {
      const call = { functionKey, payload };
      store.set({ calls: [...store.get().calls.slice(1 - KNOWN_CALLS), call] });
      return around.invoke(call);
    },
  };
}

function viewCommands(store: Store, around: Surroundings): Commands {
  return {
    reconcile: ({ forgeDoc }: { forgeDoc: ForgeDoc }) => {
      // `MacroConfig` is the tree of a macro's settings form, which no admin page has.
      if (forgeDoc.type === 'Root') store.set({ doc: forgeDoc });
      else store.unmodelled(`a tree of type ${forgeDoc.type}`);
    },
    onError: ({ error }: { error?: { message?: string } }) => {
      store.set({ crash: error?.message ?? 'unknown error' });
    },
    getContext: () => around.context(),
    changeWindowTitle: (title: string) => {
      store.set({ title });
    },
    createHistory: () => {
      if (around.addressBar === undefined)
        throw new Error('This module gets no history. `npm start -- --history` gives it one.');
      return createHistory(around.addressBar);
    },
    enableTheming: nothing,
    emitReadyEvent: nothing,
    // `view.close()` and `view.submit()` belong to dialogs; on a page the product answers false, and the bridge throws.
    close: () => false,
    submit: (payload: unknown) => around.submit?.(payload) ?? false,
    onClose: nothing,
    refresh: () => {
      around.reload();
    },
  };
}

function nothing(): undefined {
  return undefined;
}

function routerCommands(store: Store, around: Surroundings): Commands {
  function addressOf(destination: Destination): string {
    const url = around.urlOf(destination);
    if (url !== undefined) return url;
    store.unmodelled(`the navigation target ${String(destination.target)}`);
    throw new Error(`The sandbox has no page for ${String(destination.target)}.`);
  }

  return {
    navigate: (destination: Destination) => {
      around.navigate(addressOf(destination), destination.type ?? 'same-tab');
    },
    getUrl: addressOf,
    reload: () => {
      around.reload();
    },
  };
}

function flagCommands(store: Store): Commands {
  return {
    showFlag: (flag: Flag) => {
      store.set({ flags: [flag, ...store.get().flags.filter(({ id }) => id !== flag.id)] });
    },
    closeFlag: ({ id }: { id: Flag['id'] }) => {
      const open = store.get().flags;
      store.set({ flags: open.filter((flag) => flag.id !== id) });
      return open.some((flag) => flag.id === id);
    },
  };
}

type Subscription = { event: string; callback: (payload: unknown) => void };
type Emission = { event: string; payload: unknown };

function eventCommands(bus: EventBus): Commands {
  return {
    on: ({ event, callback }: Subscription) => bus.on(event, callback),
    emit: ({ event, payload }: Emission) => {
      bus.emit(event, payload);
    },
  };
}
