const ELEMENT = '@element';

/** Represents a React element in a prop of the app, as it arrives: without its symbol, so React wouldn't render it. */
export interface ElementRecord {
  [ELEMENT]: { type: string; key: string | null; props: Record<string, unknown> };
}

/** Tells whether a decoded prop is a React element of the app. */
export function isElementRecord(value: unknown): value is ElementRecord {
  return typeof value === 'object' && value !== null && ELEMENT in value;
}

/** Returns the parts of an element record. */
export function elementOf(record: ElementRecord): ElementRecord['@element'] {
  return record[ELEMENT];
}

// The form of a value that crosses the bridge between an app's frame and the product: a copy, as JSON.
// https://developer.atlassian.com/platform/forge/custom-ui-bridge/bridge/
const FUNCTION = '@function';

/** Encodes a value for JSON. Functions become ids; symbols and cycles are dropped. */
export function encode(value: unknown, keep: (callback: object) => string, seen: Set<object> = new Set()): unknown {
  if (typeof value === 'function') return { [FUNCTION]: keep(value) };
  if (typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || value instanceof RegExp) return String(value);
  if (seen.has(value)) return undefined;
  seen.add(value);
  const encoded = encodeObject(value, keep, seen);
  seen.delete(value);
  return encoded;
}

/** Decodes a received value; `revive` creates a function that calls the other side. */
export function decode(value: unknown, revive: (id: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => decode(item, revive));
  if (FUNCTION in value) return revive(String(value[FUNCTION]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item, revive)]));
}

function encodeObject(value: object, keep: (callback: object) => string, seen: Set<object>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => encode(item, keep, seen));
  if (isElement(value)) {
    return { [ELEMENT]: { type: nameOf(value.type), key: value.key, props: encode(value.props, keep, seen) } };
  }
  if (value instanceof Error) return { name: value.name, message: value.message };
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, encode(item, keep, seen)] as const)
      .filter(([, item]) => item !== undefined),
  );
}

function isElement(value: object): value is { type: unknown; key: string | null; props: object } {
  return '$$typeof' in value && 'props' in value;
}

function nameOf(type: unknown): string {
  return typeof type === 'function' ? type.name || 'anonymous' : String(type);
}
