// Runs as they are stored: the row of a run, and of each part an immutable row with its lines and a small one with its state.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { PartState, RunLine, StoredRun } from '../../broker/runs/stored-run';
import { omitUndefined } from '../omit-undefined';

const RETENTION_DAYS = 30;

const DAY_MS = 86_400_000;

/** Fields of a run that are attributes of its row. */
type Named = Pick<StoredRun, 'product' | 'source' | 'place' | 'by' | 'state' | 'createdAt' | 'writtenBy' | 'version'>;

export interface RunRow extends Named {
  /** Sorts the runs of a place by when they were made. */
  placeKey: string;
  /** Sorts the runs of a state by when the app must look at them. Absent: nobody must. */
  dueKey?: string;
  /** All other fields. */
  content: Omit<StoredRun, keyof Named>;
}

export interface PartRow {
  runId: string;
  content: { lines: readonly RunLine[] };
}

export interface StateRow {
  runId: string;
  version: number;
  lease?: string;
  leasedUntil?: string;
  state: PartState['state'];
  content: Pick<PartState, 'part' | 'lines'>;
}

/** Makes a row of exactly the attributes that manifest.yml declares: the store refuses any other one. */
export function runRow(run: StoredRun): RunRow {
  const { product, source, place, by, state, createdAt, writtenBy, version, ...content } = run;
  const { runId, dueAt } = content;
  return omitUndefined({
    product,
    source,
    place,
    by,
    state,
    createdAt,
    writtenBy,
    version,
    placeKey: `${createdAt}#${runId}`,
    dueKey: dueKeyOf(state, dueAt, runId),
    content,
  });
}

/** Returns the run of a row. */
export function runOf({ placeKey: _placeKey, dueKey: _dueKey, content, ...named }: RunRow): StoredRun {
  return { ...named, ...content };
}

export function stateRow(runId: string, { part, version, lease, leasedUntil, state, lines }: PartState): StateRow {
  return omitUndefined({ runId, version, lease, leasedUntil, state, content: { part, lines } });
}

/** Returns the state of a row. */
export function stateOf({ runId: _runId, content, ...named }: StateRow): PartState {
  return { ...named, ...content };
}

/** Returns how long Forge keeps the rows of a run that are written now. */
export function retentionOf({ createdAt }: Pick<StoredRun, 'createdAt'>, now: number) {
  const left = Math.ceil((Date.parse(createdAt) + RETENTION_DAYS * DAY_MS - now) / DAY_MS);
  return { ttl: { value: Math.min(Math.max(left, 1), RETENTION_DAYS), unit: 'DAYS' } } as const;
}

/** The time for which Forge keeps a part's state, each time that it's written. */
export const STATE_RETENTION = { ttl: { value: RETENTION_DAYS, unit: 'DAYS' } } as const;

/** Tells whether a run is past its time. Forge deletes up to two days late. */
export function isOver({ createdAt }: Pick<StoredRun, 'createdAt'>, now: number): boolean {
  return Date.parse(createdAt) + RETENTION_DAYS * DAY_MS <= now;
}

/** Sorts behind every instant: the app need not look at such a run, but it's listed. */
const FOR_SOMEBODY = 'somebody';

function dueKeyOf(state: StoredRun['state'], dueAt: string | undefined, runId: string): string | undefined {
  if (dueAt !== undefined) return `${dueAt}#${runId}`;
  return state === 'waiting' ? `${FOR_SOMEBODY}#${runId}` : undefined;
}
