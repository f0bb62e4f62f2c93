// Groups by number, and the last one that a kept state holds.

export function nameOf(number: number): string {
  return `numbered-${String(number)}`;
}

/** 0 if it holds none. */
export function lastNumber(text: string): number {
  return Math.max(0, ...[...text.matchAll(/"numbered-(\d+)"/g)].map(([, number]) => Number(number)));
}
