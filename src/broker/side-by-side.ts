/** Atlassian's review guide advises five to ten. */
const SIDE_BY_SIDE = 5;

/** Splits items into chunks of five, in order: concurrent within a chunk, chunk after chunk. */
export function fiveAtATime<T>(items: readonly T[]): T[][] {
  return inChunks(items, SIDE_BY_SIDE);
}

/** Splits items into chunks of at most so many, in order. */
export function inChunks<T>(items: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  );
}

/** Splits items into chunks of at most so many, in order, none of them across two blocks. */
export function inBlocks<T>(
  items: readonly T[],
  most: number,
  blockOf: (item: T) => unknown = () => undefined,
): (readonly T[])[] {
  const chunks: [T, ...T[]][] = [];
  for (const item of items) {
    const last = chunks.at(-1);
    if (last === undefined || last.length === most || blockOf(last[0]) !== blockOf(item)) chunks.push([item]);
    else last.push(item);
  }
  return chunks;
}

/** Reads chunks, five side by side, and returns what was read in their order. */
export async function readEach<T, R>(
  chunks: readonly T[][],
  read: (chunk: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const all: R[] = [];
  for (const some of fiveAtATime(chunks)) all.push(...(await Promise.all(some.map(read))).flat());
  return all;
}

/**
 * Waits for promises that may leave something to do, as a check does that begins with a write: nothing goes on once the function has ended.
 *
 * Rejects once all have ended, as the first of them that failed.
 */
export async function allEnded<T extends readonly unknown[]>(
  all: T,
): Promise<{ -readonly [Place in keyof T]: Awaited<T[Place]> }> {
  await Promise.allSettled(all);
  return Promise.all(all);
}
