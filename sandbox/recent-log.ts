// A log of bounded size: it keeps the newest rows.

/** Limits the size of a log. */
interface LogLimits {
  rows: number;
  /** Characters of all rows together, counted where rows hold text that others wrote. */
  characters: number;
}

/** Applies to every log of the sandbox; people and tests read them. */
const LOG_LIMITS: LogLimits = { rows: 10_000, characters: 16 * 1024 * 1024 };

/** Creates an empty log. `rows` stays the same array, oldest first. */
export function createRecentLog<Row>({ rows: maxRows, characters: maxCharacters } = LOG_LIMITS) {
  const rows: Row[] = [];
  const sizes: number[] = [];
  let total = 0;
  return {
    rows: rows as readonly Row[],
    /** Adds a row; `size` is its number of characters. */
    add(row: Row, size = 0): void {
      rows.push(row);
      sizes.push(size);
      total += size;
      while (rows.length > maxRows || (total > maxCharacters && rows.length > 1)) {
        rows.shift();
        total -= sizes.shift() ?? 0;
      }
    },
    clear(): void {
      rows.length = 0;
      sizes.length = 0;
      total = 0;
    },
  };
}
