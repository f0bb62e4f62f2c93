// An app's state on the product's page: its tree, its flags, and unmodelled features it used. React only subscribes to it.
import type { ForgeDoc } from '../ui-kit/doc';

/** Describes a flag as `showFlag` of @forge/bridge sends it. */
export interface Flag {
  id: string | number;
  title?: string;
  description?: string;
  type?: 'info' | 'success' | 'warning' | 'error';
  appearance?: 'info' | 'success' | 'warning' | 'error';
  actions?: { text: string; onClick?: () => void }[];
  isAutoDismiss?: boolean;
}

/** Describes one `invoke` of the app's page. */
export interface InvokeCall {
  functionKey: string;
  payload: unknown;
}

/** Holds the app's current state. */
interface HostState {
  doc: ForgeDoc | undefined;
  flags: readonly Flag[];
  /** Message of the exception that ended the app. */
  crash: string | undefined;
  title: string | undefined;
  /** Unmodelled components, props and bridge commands, each once. */
  unmodelled: readonly string[];
  calls: readonly InvokeCall[];
}

/** Holds the state and notifies subscribers. */
export interface Store {
  get: () => HostState;
  set: (change: Partial<HostState>) => void;
  subscribe: (listener: () => void) => () => void;
  /** Records an unmodelled feature, which fails every browser test. */
  unmodelled: (what: string) => void;
}

/** Creates a store without a tree. */
export function createStore(): Store {
  let state: HostState = {
    doc: undefined,
    flags: [],
    crash: undefined,
    title: undefined,
    unmodelled: [],
    calls: [],
  };
  const listeners = new Set<() => void>();
  const store: Store = {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unmodelled(what) {
      if (state.unmodelled.includes(what)) return;
      console.error(`The sandbox does not model ${what}.`);
      store.set({ unmodelled: [...state.unmodelled, what] });
    },
  };
  return store;
}
