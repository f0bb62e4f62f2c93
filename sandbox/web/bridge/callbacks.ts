/** Registers functions lent to the other side. */
export interface Callbacks {
  /** Returns the function's id; the same function keeps its id. */
  keep: (callback: object) => string;
  /** Runs `encodeTree` and treats the functions it keeps as those of the current tree. Returns the ids that are gone for good. */
  replaceTree: (encodeTree: () => void) => string[];
  find: (id: string) => ((...args: unknown[]) => unknown) | undefined;
  size: () => number;
}

type Lent = ((...args: unknown[]) => unknown) & { __id__?: string };

// The functions that one side of the bridge lends to the other, by id.
// A page creates new arrow functions on every commit, and a click or keystroke may still be in flight for an older commit:
// a function is dropped only some time after the last tree that held it was replaced.

/** Time that a handler stays callable after its tree is gone, in milliseconds. */
const GRACE_MS = 30_000;

/** Creates an empty registry. Ids are unique within it; it uses those that @forge/react put on a function (`__id__`). */
export function createCallbacks(now: () => number = Date.now): Callbacks {
  const byId = new Map<string, Lent>();
  const trees: { ids: Set<string>; replacedAt: number }[] = [];
  let current: Set<string> | undefined;

  function release(): string[] {
    const gone: string[] = [];
    while (trees[0] !== undefined && trees.length > 1 && now() - trees[0].replacedAt > GRACE_MS) {
      const old = trees.shift();
      for (const id of old?.ids ?? []) {
        if (!trees.some((tree) => tree.ids.has(id)) && byId.delete(id)) gone.push(id);
      }
    }
    return gone;
  }

  return {
    keep(callback) {
      const lent = callback as Lent;
      lent.__id__ ??= crypto.randomUUID();
      byId.set(lent.__id__, lent);
      current?.add(lent.__id__);
      return lent.__id__;
    },
    replaceTree(encodeTree) {
      const previous = trees.at(-1);
      if (previous !== undefined) previous.replacedAt = now();
      current = new Set();
      trees.push({ ids: current, replacedAt: Number.POSITIVE_INFINITY });
      encodeTree();
      current = undefined;
      return release();
    },
    find: (id) => byId.get(id),
    size: () => byId.size,
  };
}
