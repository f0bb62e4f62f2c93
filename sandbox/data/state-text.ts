/** Writes a value as JSON; maps and sets, which have none of their own, become marked objects. */
export function toText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Map) return { $map: [...inner] };
    if (inner instanceof Set) return { $set: [...inner] };
    return isMarked(inner) ? { $plain: Object.entries(inner) } : inner;
  });
}

/** Reads a value back; throws if the text isn't JSON. A mark with other content stays as it is. */
export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, inner: unknown) => {
    if (!isMarked(inner)) return inner;
    if (isPairs(inner['$map'])) return new Map(inner['$map']);
    if (isPairs(inner['$plain'])) return Object.fromEntries(inner['$plain']);
    return Array.isArray(inner['$set']) ? new Set(inner['$set'] as unknown[]) : inner;
  });
}

// Text for values that hold maps and sets, and back. A stored value that resembles a mark comes back unchanged.
const MARKS = ['$map', '$set', '$plain'];

function isMarked(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && MARKS.some((mark) => Object.hasOwn(value, mark));
}

function isPairs(value: unknown): value is [PropertyKey, unknown][] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
}
