/** Atlassian's review guide advises five to ten. */
const SIDE_BY_SIDE = 5;

/** Splits items into chunks of five, in order: concurrent within a chunk, chunk after chunk. */
export function fiveAtATime<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / SIDE_BY_SIDE) }, (_, index) =>
    items.slice(index * SIDE_BY_SIDE, (index + 1) * SIDE_BY_SIDE),
  );
}
