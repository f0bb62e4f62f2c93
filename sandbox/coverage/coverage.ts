// What the sandbox models, as data: each behavior with its source, how sure it is, and the tests that hold it.
// docs/sandbox-coverage.md is printed from these rows.

/**
 * `D`: documented by Atlassian. `R`: reported by people who tried it on a real site. `S`: nobody says; the stricter answer was chosen.
 * `P`: read or measured in the published packages. `ours`: nothing of Atlassian's. `differs`: otherwise than on Atlassian.
 */
type Mark = 'D' | 'R' | 'S' | 'P' | 'ours' | 'differs' | 'not modeled';

/** A file below `test/`, without `.test.ts`, and the name of a test in it as it is written there. */
type TestedBy = readonly [file: string, test: string];

/** Texts are Markdown for one cell of a table; `[name]` refers to `SOURCES`. */
export interface CoverageRow {
  /** Operations, or the thing that behaves so. */
  what: string;
  /** Operations of the product's tables that the row is about; absent: all, or none. */
  operations?: readonly string[];
  behavior: string;
  /** Absent: nobody says. */
  source?: string;
  sure: Mark;
  /** Of what the mark does not hold, or holds in part. */
  but?: string;
  testedBy: readonly TestedBy[];
}

export interface CoverageTable {
  title: string;
  /** The file that the rows are in. */
  kept: string;
  rows: readonly CoverageRow[];
}
