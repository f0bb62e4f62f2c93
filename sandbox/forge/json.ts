// Every border of a Forge function is JSON: payloads, results, stored values.
// https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/

/** Copies a value as it arrives on the other side. `undefined` and functions have no JSON: they arrive as undefined. */
export function acrossJson(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
}

export function jsonBytes(value: unknown): number {
  return Buffer.byteLength((JSON.stringify(value) as string | undefined) ?? '');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the body of a request as the published packages send it; undefined if it isn't JSON. */
export function jsonBodyOf({ body }: RequestInit): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Merges nested objects and replaces everything else, as a client does that forges part of a context. */
export function mergeOver(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? mergeOver(before, value) : value;
  }
  return merged;
}
