import type { AccountId } from '../../shared/ids';
import { AppError } from '../errors';
import type { RunNow, RunStore } from './run-store';
import type { PartState, RunPlace, RunState, StoredRun } from './stored-run';
import { LINES_A_PART } from './stored-run';

/**
 * A reader of runs: sees their own; with a `place` that they are proved to administer, all of it, too; `within` such a place, nothing else; as a proved
 * Confluence administrator, all of the site. With a `product`, only those of that kind.
 */
export type RunReader = { caller: AccountId; product?: string } & (
  | { place?: Exclude<RunPlace, 'site'> }
  | { within: Exclude<RunPlace, 'site'> }
  | { site: true }
);

/** Counts lines by their state. `open`: an attempt without an outcome; `left`: recorded, and then not sent. */
interface Tally {
  succeeded: number;
  unchanged: number;
  failed: number;
  refused: number;
  unknown: number;
  open: number;
  left: number;
}

/** A run, with how far its lines have come. */
export interface RunView {
  run: StoredRun;
  parts: PartState[];
  tally: Tally;
  /** From then on, a plan can't be applied any more. */
  lapsesAt?: string;
}

/** Returns the view of a run. */
export function runView({ run, parts }: Pick<RunNow, 'run' | 'parts'>): RunView {
  const lapses = run.state === 'planned' && run.dueAt !== undefined && { lapsesAt: run.dueAt };
  return { run, parts, tally: tallyOf(parts), ...lapses };
}

/** Counts lines by how they ended: all, or those whose places in the run are from `from` to before `to`. */
export function tallyOf(parts: readonly PartState[], from = 0, to = Infinity): Tally {
  const tally = { succeeded: 0, unchanged: 0, failed: 0, refused: 0, unknown: 0, open: 0, left: 0 };
  for (const { part, lines } of parts) {
    for (const [at, { outcome = 'open' }] of Object.entries(lines)) {
      const place = part * LINES_A_PART + Number(at);
      if (place >= from && place < to) tally[outcome] += 1;
    }
  }
  return tally;
}

/** Reads a run that this person may see. Fails with NOT_FOUND for any other one, known or not. */
export async function readRunFor(
  { runs }: { runs: Pick<RunStore, 'get'> },
  reader: RunReader,
  runId: string,
): Promise<RunNow> {
  const now = await runs.get(runId);
  if (now === undefined || !maySee(reader, now.run)) throw new AppError({ code: 'NOT_FOUND', what: 'run' });
  return now;
}

/** Tells whether a run that this person may see waits at this version: nothing of it has changed then. One request, of little. */
export async function isStillWaiting(
  { runs }: { runs: Pick<RunStore, 'row'> },
  reader: RunReader,
  runId: string,
  waitsAt: number | undefined,
): Promise<boolean> {
  if (waitsAt === undefined) return false;
  const run = await runs.row(runId);
  return run !== undefined && maySee(reader, run) && run.state === 'waiting' && run.version === waitsAt;
}

const OVER: readonly RunState[] = ['done', 'stopped', 'cancelled'];

/** Tells whether a run has come to its end. */
export function isOver({ state }: Pick<StoredRun, 'state'>): boolean {
  return OVER.includes(state);
}

function maySee(reader: RunReader, { by, place, product }: StoredRun): boolean {
  if (reader.product !== undefined && reader.product !== product) return false;
  if ('within' in reader) return reader.within === place;
  if ('site' in reader || reader.caller === by) return true;
  return reader.place !== undefined && reader.place === place;
}
