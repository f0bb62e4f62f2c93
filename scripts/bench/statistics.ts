// Numbers of numbers.

/** Returns the smallest value that at least this part of all values doesn't exceed; `part` is from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** Returns how many times the floor something is. Nothing is as much as a floor of nothing. */
export function ratio(value: number, floor: number): number {
  return value === floor ? 1 : value / floor;
}

export function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
