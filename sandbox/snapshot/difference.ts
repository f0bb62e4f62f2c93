// What makes one value of another: the small part of a snapshot that its seed doesn't say. Nothing of Atlassian's.

/**
 * Says how to make a value of another.
 *
 * Maps and objects change by key and sets by item; anything else is replaced as a whole, lists included.
 */
export type Difference =
  | { is: unknown }
  | { map: readonly (readonly [unknown, Difference])[]; without?: readonly unknown[] }
  | { keys: Readonly<Record<string, Difference>>; without?: readonly string[] }
  | { add?: readonly unknown[]; without?: readonly unknown[] };

/** Returns what makes `to` of `from`; undefined if they are alike. */
export function differenceOf(from: unknown, to: unknown): Difference | undefined {
  if (Object.is(from, to)) return undefined;
  if (from instanceof Map && to instanceof Map) return ofMaps(from, to);
  if (from instanceof Set && to instanceof Set) return ofSets(from, to);
  if (isPlain(from) && isPlain(to)) return ofObjects(from, to);
  if (Array.isArray(from) && Array.isArray(to) && areAlike(from, to)) return undefined;
  return { is: to };
}

/** Makes a value of another; shares the parts that are alike with it. */
export function applyDifference(from: unknown, difference: Difference | undefined): unknown {
  if (difference === undefined) return from;
  if ('is' in difference) return difference.is;
  if ('map' in difference) return appliedToMap(from as Map<unknown, unknown>, difference);
  if ('keys' in difference) {
    const { keys, without = [] } = difference;
    return Object.fromEntries(
      appliedToMap(new Map(Object.entries(from as object)), { map: Object.entries(keys), without }),
    );
  }
  const { add = [], without = [] } = difference;
  return new Set([...(from as Set<unknown>)].filter((item) => !without.includes(item)).concat(add));
}

function ofMaps(from: ReadonlyMap<unknown, unknown>, to: ReadonlyMap<unknown, unknown>): Difference | undefined {
  const map = [...to].flatMap(([key, value]) => {
    const change = from.has(key) ? differenceOf(from.get(key), value) : { is: value };
    return change === undefined ? [] : [[key, change] as const];
  });
  const without = [...from.keys()].filter((key) => !to.has(key));
  return map.length + without.length === 0 ? undefined : { map, ...(without.length > 0 && { without }) };
}

function ofObjects(from: object, to: object): Difference | undefined {
  const change = ofMaps(new Map(entriesOf(from)), new Map(entriesOf(to)));
  if (change === undefined || !('map' in change)) return undefined;
  const { map, without } = change;
  const keys = Object.fromEntries(map as readonly (readonly [string, Difference])[]);
  return { keys, ...(without !== undefined && { without: without as readonly string[] }) };
}

/** Returns the entries that JSON keeps. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}

function ofSets(from: ReadonlySet<unknown>, to: ReadonlySet<unknown>): Difference | undefined {
  const add = [...to].filter((item) => !from.has(item));
  const without = [...from].filter((item) => !to.has(item));
  if (add.length + without.length === 0) return undefined;
  return { ...(add.length > 0 && { add }), ...(without.length > 0 && { without }) };
}

function areAlike(from: readonly unknown[], to: readonly unknown[]): boolean {
  return from.length === to.length && from.every((item, index) => differenceOf(item, to[index]) === undefined);
}

function appliedToMap(
  from: ReadonlyMap<unknown, unknown>,
  { map, without = [] }: { map: readonly (readonly [unknown, Difference])[]; without?: readonly unknown[] },
): Map<unknown, unknown> {
  const made = new Map([...from].filter(([key]) => !without.includes(key)));
  for (const [key, change] of map) made.set(key, applyDifference(from.get(key), change));
  return made;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
