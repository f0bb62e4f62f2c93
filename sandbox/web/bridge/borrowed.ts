// The other side's functions that one side of the bridge uses, by id.
type Proxy = (...args: unknown[]) => Promise<unknown>;

/** Creates an empty registry; `call` calls the function that the other side lends under an id. */
export function createBorrowed(call: (id: string, args: unknown[]) => Promise<unknown>) {
  const byId = new Map<string, Proxy>();

  return {
    /** Returns the proxy of a function; the same id keeps its proxy. */
    proxy: (id: string): Proxy => {
      const known = byId.get(id);
      if (known !== undefined) return known;

      async function proxy(...args: unknown[]): Promise<unknown> {
        return call(id, args);
      }

      byId.set(id, proxy);
      return proxy;
    },
    /** Forgets proxies of functions that the other side no longer keeps. */
    forget: (ids: readonly string[]): void => {
      for (const id of ids) byId.delete(id);
    },
    size: (): number => byId.size,
  };
}
