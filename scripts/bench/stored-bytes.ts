// How much of a request to storage is stored: keys and values, not conditions and how long they're kept.

/** Returns the bytes of all keys and values that a request sets; 0 if it only deletes. */
export function storedBytes(body: unknown): number {
  return typeof body === 'string' ? bytesOf(JSON.parse(body)) : 0;
}

function bytesOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  if ('key' in part && 'value' in part) return Buffer.byteLength(String(part.key) + JSON.stringify(part.value));
  return Object.values(part).reduce((total: number, inner) => total + bytesOf(inner), 0);
}
