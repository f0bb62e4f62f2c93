// One end of the bridge: lends functions, and calls those that the other end lends. Everything crosses asynchronously as JSON text,
// as with postMessage: no shared objects, no synchronous answers.
import { createBorrowed } from './borrowed';
import { createCallbacks } from './callbacks';
import { decode, encode } from './wire';

/** Offers one end's services to the other. Texts are JSON. */
export interface Line {
  /** Calls a lent function with a list of arguments; resolves to its encoded outcome, never rejects. */
  call: (id: string, args: string) => Promise<string>;
  /** Forgets proxies of functions that the other end no longer keeps. */
  release: (ids: readonly string[]) => void;
}

/** Represents one end of the bridge. */
export interface Peer extends Line {
  encode: (value: unknown) => string;
  /** Encodes a whole tree that replaces the previous one. `released` are function ids that the other end may forget. */
  encodeTree: (value: unknown) => { text: string; released: string[] };
  decode: (text: string) => unknown;
  /** Encodes the outcome of a promise. */
  settle: (promise: Promise<unknown>) => Promise<string>;
  /** Decodes an outcome: returns its value, or throws its error. */
  unwrap: (outcome: string) => unknown;
  /** Counts the lent functions, and the proxies of the other end's functions. */
  sizes: () => { lent: number; borrowed: number };
}

type Outcome = { ok: true; value?: unknown } | { ok: false; error: { name: string; message: string } };

/** Creates one end; `line` leads to the other. */
export function createPeer(line: () => Line, now?: () => number): Peer {
  const callbacks = createCallbacks(now);
  const borrowed = createBorrowed(async (id, args) => unwrap(await line().call(id, toText(args))));

  function toText(value: unknown): string {
    return JSON.stringify({ value: encode(value, callbacks.keep) });
  }

  function fromText(text: string): unknown {
    return decode((JSON.parse(text) as { value?: unknown }).value, borrowed.proxy);
  }

  async function settle(promise: Promise<unknown>): Promise<string> {
    return toText(await outcomeOf(promise));
  }

  function unwrap(text: string): unknown {
    return valueOf(fromText(text) as Outcome);
  }

  return {
    encode: toText,
    encodeTree(value) {
      let text = '';
      const released = callbacks.replaceTree(() => {
        text = toText(value);
      });
      return { text, released };
    },
    decode: fromText,
    async call(id, args) {
      await laterTask();
      const lent = callbacks.find(id);
      if (lent === undefined) return settle(Promise.reject(new Error(`The callback ${id} is gone.`)));
      return settle(Promise.resolve().then(() => lent(...(fromText(args) as unknown[]))));
    },
    release: borrowed.forget,
    settle,
    unwrap,
    sizes: () => ({ lent: callbacks.size(), borrowed: borrowed.size() }),
  };
}

async function laterTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

async function outcomeOf(promise: Promise<unknown>): Promise<Outcome> {
  return promise.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error: messageOf(error) }),
  );
}

function valueOf(outcome: Outcome): unknown {
  if (outcome.ok) return outcome.value;
  throw Object.assign(new Error(outcome.error.message), { name: outcome.error.name });
}

function messageOf(error: unknown): { name: string; message: string } {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
    ? { name: 'name' in error ? String(error.name) : 'Error', message: String(error.message) }
    : { name: 'Error', message: String(error) };
}
