// The sandbox's coverage as data: each behavior with its source, its certainty, and the tests that hold it.
// docs/sandbox-coverage.md is printed from these rows.

/**
 * Marks the certainty of a row. `D`: documented by Atlassian. `R`: reported by people who tried it on a real site. `S`: undocumented; the stricter answer was chosen.
 * `P`: read or measured in the published packages. `ours`: not part of Atlassian's products. `differs`: unlike Atlassian.
 */
type Mark = 'D' | 'R' | 'S' | 'P' | 'ours' | 'differs' | 'not modeled';

/** Names a test: its file below `test/`, without `.test.ts`, and its title as written there. */
type TestedBy = readonly [file: string, test: string];

/** Describes one behavior. Texts are Markdown for one cell of a table; `[name]` refers to `SOURCES`. */
export interface CoverageRow {
  /** Operations, or another subject of the row. */
  what: string;
  /** Operations of the product's tables that the row covers; absent for all or none. */
  operations?: readonly string[];
  behavior: string;
  /** Absent if undocumented. */
  source?: string;
  sure: Mark;
  /** Exceptions to the mark. */
  but?: string;
  testedBy: readonly TestedBy[];
}

export interface CoverageTable {
  title: string;
  /** File that holds the rows. */
  kept: string;
  rows: readonly CoverageRow[];
}
