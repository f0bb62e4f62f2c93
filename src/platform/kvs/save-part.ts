// One step of a part of a run: its state, and all that goes with it, in one transaction.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import { AppError } from '../../broker/errors';
import type { PartRecords } from '../../broker/runs/run-store';
import type { PartState } from '../../broker/runs/stored-run';
import type { StoredChange } from '../../groups/facts';
import { readTogether } from './batches';
import { isRefused } from './failures';
import { RUN, RUN_PART_STATE, runPartKey, SETTING } from './keys';
import { addEndings, addLineAttempts, areMixed, onlyUnmoved, settingsBehind, type Ending } from './part-records';
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
      const moved = await whatMoved(step, now);
      if (moved !== undefined) throw new AppError({ code: 'CONFLICT', what: moved }, thrown);
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

/** Tells what was changed meanwhile: the part, the run that it depends on, or a setting that its changes were decided by. */
async function whatMoved(
  { runId, seen, records: { whileRun } }: Step,
  { ended }: Ending,
): Promise<'run' | 'settings' | undefined> {
  const key = runPartKey(runId, seen.part);
  const settings = Object.entries(settingsBehind(ended));
  const rows = await readTogether([
    { entityName: RUN_PART_STATE, key },
    ...(whileRun === undefined ? [] : [{ entityName: RUN, key: runId }]),
    ...settings.map(([setting]) => ({ entityName: SETTING, key: setting })),
  ]);
  function versionOf(entityName: string, rowKey: string): number | undefined {
    return (rows(entityName, rowKey) as { version: number } | undefined)?.version;
  }
  if (versionOf(RUN_PART_STATE, key) !== seen.version || versionOf(RUN, runId) !== whileRun?.version) return 'run';
  return settings.some(([setting, version]) => versionOf(SETTING, setting) !== version) ? 'settings' : undefined;
}
