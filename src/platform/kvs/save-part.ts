// One step of a part of a run: its state, and all that goes with it, in one transaction.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import { AppError } from '../../broker/errors';
import type { PartRecords } from '../../broker/runs/run-store';
import type { PartState } from '../../broker/runs/stored-run';
import type { StoredChange } from '../../groups/facts';
import { readTogether } from './batches';
import { isRefused } from './failures';
import { RUN, RUN_PART_STATE, runPartKey } from './keys';
import { addEndings, addLineAttempts, areMixed, onlyUnmoved, type Ending } from './part-records';
import type { RecordMark } from './record-mark';
import type { RunPoints } from './run-points';
import { STATE_RETENTION, stateRow, type RunRow, type StateRow } from './run-rows';

/** A part to store, and the reading of it that it's based on. */
export interface Step {
  runId: string;
  seen: PartState;
  next: Omit<PartState, 'version'>;
  records: PartRecords<StoredChange>;
}

/** Rows that steps of all runs change, as far as this invocation has seen them. */
export interface SharedRows {
  points: RunPoints;
  mark: RecordMark;
}

/** Tries of a transaction: something else may be changed in a group meanwhile, somebody else add a record, or another run spend points. */
const TRIES = 5;

/** Tries that fail though nothing has changed: the store doesn't work. */
const TRIES_IN_VAIN = 2;

/** Stores a step. Returns the part that is stored. */
export async function savePart(step: Step, shared: SharedRows): Promise<PartState> {
  const { seen, next, records } = step;
  let now: Ending = { part: { ...next, version: seen.version + 1 }, ended: records.ended ?? [] };
  if (areMixed(now.ended)) now = await onlyUnmoved(now, shared.mark);
  let inVain = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      await store(step, now, shared);
      return now.part;
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
      if (await hasMoved(step)) throw new AppError({ code: 'CONFLICT', what: 'run' }, thrown);
      const before = now;
      now = await onlyUnmoved(before, shared.mark);
      inVain = areMixed(before.ended, now.ended) ? 0 : inVain + 1;
      if (tries === TRIES || inVain === TRIES_IN_VAIN) throw thrown;
    }
  }
}

async function store({ runId, seen, records }: Step, { part, ended }: Ending, shared: SharedRows): Promise<void> {
  const { points, mark } = shared;
  const transaction = kvs.transact();
  const options = { entityName: RUN_PART_STATE, conditions: isAt<StateRow>(seen.version) };
  transaction.set<StateRow>(runPartKey(runId, part.part), stateRow(runId, part), options, STATE_RETENTION);
  const { attempts = [], spent = 0, whileRun } = records;
  if (whileRun !== undefined) {
    transaction.check<RunRow>(runId, { entityName: RUN, conditions: isAt<RunRow>(whileRun.version) });
  }
  addLineAttempts(transaction, attempts);
  const added = addEndings(transaction, ended, mark);
  await points.add(transaction, spent);
  let isStored = false;
  try {
    await transaction.execute();
    isStored = true;
  } finally {
    points.ended(isStored);
    if (added !== undefined) mark.note(isStored ? added : undefined);
  }
}

function isAt<Row extends { version: number }>(version: number) {
  return new Filter<Row>().and('version', FilterConditions.equalTo(version));
}

/** Tells whether the part, or the run that it depends on, was changed meanwhile. */
async function hasMoved({ runId, seen, records: { whileRun } }: Step): Promise<boolean> {
  const key = runPartKey(runId, seen.part);
  const rows = await readTogether([
    { entityName: RUN_PART_STATE, key },
    ...(whileRun === undefined ? [] : [{ entityName: RUN, key: runId }]),
  ]);
  const state = rows(RUN_PART_STATE, key) as StateRow | undefined;
  const run = rows(RUN, runId) as RunRow | undefined;
  return state?.version !== seen.version || run?.version !== whileRun?.version;
}
