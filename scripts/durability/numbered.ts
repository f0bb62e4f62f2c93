// Numbered groups, and the last one in a kept state.

export function nameOf(number: number): string {
  return `numbered-${String(number)}`;
}

/** Returns the last group's number; 0 if there is none. */
export function lastNumber(text: string): number {
  return Math.max(0, ...[...text.matchAll(/"numbered-(\d+)"/g)].map(([, number]) => Number(number)));
}
