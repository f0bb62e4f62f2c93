/** Maps and sets have no JSON of their own. */
export function toText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Map) return { $map: [...inner] };
    if (inner instanceof Set) return { $set: [...inner] };
    return isMarked(inner) ? { $plain: Object.entries(inner) } : inner;
  });
}

/** Throws if it isn't JSON. A mark that holds something else is left as it is. */
export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, inner: unknown) => {
    if (!isMarked(inner)) return inner;
    if (isPairs(inner['$map'])) return new Map(inner['$map']);
    if (isPairs(inner['$plain'])) return Object.fromEntries(inner['$plain']);
    return Array.isArray(inner['$set']) ? new Set(inner['$set'] as unknown[]) : inner;
  });
}

// Text for values that hold maps and sets, and back. What looks like such a mark in a stored value comes back as it was.
const MARKS = ['$map', '$set', '$plain'];

function isMarked(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && MARKS.some((mark) => Object.hasOwn(value, mark));
}

function isPairs(value: unknown): value is [PropertyKey, unknown][] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
}
