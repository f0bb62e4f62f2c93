// What the product's page shows of an app: its tree, its flags, and what the sandbox does not model. React only subscribes to it.
import type { ForgeDoc } from '../ui-kit/doc';

/** A flag as `showFlag` of @forge/bridge sends it. */
export interface Flag {
  id: string | number;
  title?: string;
  description?: string;
  type?: 'info' | 'success' | 'warning' | 'error';
  appearance?: 'info' | 'success' | 'warning' | 'error';
  actions?: { text: string; onClick?: () => void }[];
  isAutoDismiss?: boolean;
}

/** One `invoke` of the app's page. */
export interface InvokeCall {
  functionKey: string;
  payload: unknown;
}

/** What is known of the app at one moment. */
interface HostState {
  doc: ForgeDoc | undefined;
  flags: readonly Flag[];
  /** The message of an exception that ended the app. */
  crash: string | undefined;
  title: string | undefined;
  /** Components, props and bridge commands that the sandbox does not model, each once. */
  unmodelled: readonly string[];
  calls: readonly InvokeCall[];
}

/** A value that can be watched. */
export interface Store {
  get: () => HostState;
  set: (change: Partial<HostState>) => void;
  subscribe: (listener: () => void) => () => void;
  /** Records something that the sandbox does not model; it fails every browser test. */
  unmodelled: (what: string) => void;
}

/** Starts with no tree. */
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
