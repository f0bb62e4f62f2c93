// A log that can't grow without an end: it keeps the newest rows.

/** How much a log keeps. */
interface LogLimits {
  rows: number;
  /** Characters of what rows hold, if they hold what others wrote. */
  characters: number;
}

/** Every log of the sandbox: what is kept for people and tests who look into it. */
const LOG_LIMITS: LogLimits = { rows: 10_000, characters: 16 * 1024 * 1024 };

/** Starts empty. `rows` stays one array, oldest first. */
export function createRecentLog<Row>({ rows: maxRows, characters: maxCharacters } = LOG_LIMITS) {
  const rows: Row[] = [];
  const sizes: number[] = [];
  let total = 0;
  return {
    rows: rows as readonly Row[],
    /** `size`: characters of what the row holds. */
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
