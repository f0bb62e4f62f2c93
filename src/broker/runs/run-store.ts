import type { Attempt, Outcome } from '../audit/entries';
import type { NewRun, PartState, RunLine, RunPlace, StoredRun } from './stored-run';

/** An outcome of a line, and the change that's stored with it. If that has moved meanwhile, the line says so, and its `prior` and `undo` are left out. */
export type EndedLine<Change> = Outcome & {
  change?: Change;
  /** The place of the line in its part, from 0. */
  place: number;
  /** The outcome if the change has moved meanwhile. Absent: the outcome stands without the change. */
  otherwise?: Pick<Outcome, 'outcome' | 'code'>;
};

/** All that the row of a run and those of its parts say now. */
export interface RunNow {
  run: StoredRun;
  /** One for each part, in order. */
  parts: PartState[];
  /** Points that all runs of this installation have spent in this hour. */
  spent: number;
}

/** Changed fields of a run's row. */
export type RunChange = { [Field in keyof Omit<StoredRun, keyof NewRun | 'version'>]?: StoredRun[Field] | undefined };

/** Records stored together with a part. Each attempt, outcome, change, and group with a change takes one of 22 places in the transaction; where groups get records, one more is taken, and one for each setting that they were decided by. */
export interface PartRecords<Change = unknown> {
  attempts?: readonly Attempt[];
  /** At most ten. */
  ended?: readonly EndedLine<Change>[];
  /** Points spent since the last time, in this hour. */
  spent?: number;
  /** Stores only while the row of the run is at this version. */
  whileRun?: StoredRun;
}

/**
 * Stores runs, their lines and how far they have come. Keeps them for 30 days.
 *
 * Fails with STORAGE_UNAVAILABLE.
 */
export interface RunStore<Change = unknown> {
  /** Stores a run with its lines, 100 a part, and the points that its plan cost. It can be read once it is whole. */
  add(run: StoredRun, parts: readonly (readonly RunLine[])[], spent: number): Promise<void>;
  /** Takes one request. Undefined: there is no such run any more. */
  get(runId: string): Promise<RunNow | undefined>;
  /** Reads the row of a run alone, in one request: not how far its parts have come. Undefined: there is no such run any more. */
  row(runId: string): Promise<StoredRun | undefined>;
  /** Reads the lines of these parts, in order, in one request. */
  lines(runId: string, parts: readonly number[]): Promise<RunLine[][]>;
  /**
   * Changes the row if its version still stands, in one transaction with an entry of the audit. Undefined deletes a field. Returns the row that is stored.
   *
   * Also fails with CONFLICT (`run`).
   */
  change(run: StoredRun, next: RunChange, entry?: { attempt: Attempt; outcome: Outcome }): Promise<StoredRun>;
  /**
   * Stores a part in place of the one that was seen, if its version still stands, in one transaction with what goes with it. Returns the part that is
   * stored.
   *
   * Also fails with CONFLICT (`run`, or `settings`: those that its changes were decided by no longer stand).
   */
  savePart(
    runId: string,
    seen: PartState,
    next: Omit<PartState, 'version'>,
    records: PartRecords<Change>,
  ): Promise<PartState>;
  /** Reads 25, newest first; `before` is an earlier page's `next`. */
  ofPlace(place: RunPlace, before?: string): Promise<{ runs: StoredRun[]; next?: string }>;
  /** Reads runs that wait, for a time or for somebody, at most 50, in one request. */
  waiting(): Promise<{ runs: StoredRun[]; more: boolean }>;
  /** Reads runs that were due before `until`, in any state, oldest first, at most 50. */
  due(until: string): Promise<StoredRun[]>;
}
