// Runs, their lines and how far they have come, in custom entities that are kept for 30 days.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import type { Clock } from '../../broker/ports';
import type { RunNow, RunStore } from '../../broker/runs/run-store';
import { partsOf, type RunLine, type StoredRun } from '../../broker/runs/stored-run';
import type { StoredChange } from '../../groups/facts';
import { omitUndefined } from '../omit-undefined';
import { addRun } from './add-run';
import { addOutcomes } from './audit-outcomes';
import { attemptRow, RETENTION, type AreaOf } from './audit-rows';
import { readMany, readTogether } from './batches';
import { reading, writing, writingUnless } from './failures';
import { AUDIT_ENTRY, RUN, RUN_PART, RUN_PART_STATE, runPartKey, RUN_POINTS_KEY, SETTING } from './keys';
import { createRecordMark, type RecordMark } from './record-mark';
import { due, ofPlace, waiting } from './run-lists';
import { createRunPoints, type RunPoints, type StoredPoints } from './run-points';
import { isOver, retentionOf, runOf, runRow, stateOf, type PartRow, type RunRow, type StateRow } from './run-rows';
import { saveSteps } from './save-steps';
import { versionedOf, type Row } from './versioned';

interface RunStoreDeps {
  clock: Clock;
  areaOf: AreaOf;
  mark?: RecordMark;
}

/** Creates the store of runs for one invocation. The port describes how each method fails. */
export function createRunStore({ clock, areaOf, mark = createRecordMark() }: RunStoreDeps): RunStore<StoredChange> {
  const points = createRunPoints(clock);
  return {
    add: (run, parts, spent) => writing(() => addRun({ run, parts, spent }, points, clock.now())),
    get: (runId) => reading(() => get(runId, points, clock.now())),
    row: (runId) => reading(() => rowOf(runId, clock.now())),
    lines: (runId, parts) => reading(() => linesOf(runId, parts)),
    change: async (run, next, entry) => {
      const changed = { ...omitUndefined({ ...run, ...next }), version: run.version + 1 } as StoredRun;
      await replace(changed, run, { entry, areaOf, now: clock.now() });
      return changed;
    },
    savePart: (runId, seen, next, records) =>
      writing(() => saveSteps({ runId, seen, next, records }, { points, mark })),
    ofPlace: (place, before) => reading(() => ofPlace(place, before, clock.now())),
    waiting: () => reading(() => waiting(clock.now())),
    due: (until) => reading(() => due(until, clock.now())),
  };
}

/** Most parts of a run. */
const MOST_PARTS = 20;

/** Reads a run with the states of its parts and the points, in one request: how many parts it has isn't known before. */
async function get(runId: string, points: RunPoints, now: number): Promise<RunNow | undefined> {
  const keys = Array.from({ length: MOST_PARTS }, (_, part) => runPartKey(runId, part));
  const rows = await readTogether([
    { entityName: RUN, key: runId },
    ...keys.map((key) => ({ entityName: RUN_PART_STATE, key })),
    { entityName: SETTING, key: RUN_POINTS_KEY },
  ]);
  const spent = points.seen(versionedOf(rows(SETTING, RUN_POINTS_KEY) as Row<StoredPoints['value']> | undefined));
  const row = rows(RUN, runId) as RunRow | undefined;
  if (row === undefined || isOver(row, now)) return undefined;
  const run = runOf(row);
  const parts = keys.slice(0, partsOf(run)).map((key) => stateOf(present(rows(RUN_PART_STATE, key))));
  return { run, parts, spent };
}

async function rowOf(runId: string, now: number): Promise<StoredRun | undefined> {
  const row = await kvs.entity<RunRow>(RUN).get(runId);
  return row === undefined || isOver(row, now) ? undefined : runOf(row);
}

function present(row: unknown): StateRow {
  if (row === undefined) throw new Error('A part of a run is missing');
  return row as StateRow;
}

async function linesOf(runId: string, parts: readonly number[]): Promise<RunLine[][]> {
  const keys = parts.map((part) => runPartKey(runId, part));
  const rows = await readMany<PartRow>(RUN_PART, keys);
  return keys.map((key) => {
    const row = rows.get(key);
    if (row === undefined) throw new Error('Lines of a run are missing');
    return [...row.content.lines];
  });
}

interface Beside {
  entry: Parameters<RunStore['change']>[2];
  areaOf: AreaOf;
  now: number;
}

async function replace(next: StoredRun, before: StoredRun, { entry, areaOf, now }: Beside): Promise<void> {
  const { runId, version } = before;
  async function isConflict() {
    return (await kvs.entity<RunRow>(RUN).get(runId))?.version !== version;
  }
  await writingUnless(isConflict, 'run', () => {
    const conditions = new Filter<RunRow>().and('version', FilterConditions.equalTo(version));
    const options = { entityName: RUN, conditions };
    const transaction = kvs.transact().set<RunRow>(runId, runRow(next), options, retentionOf(next, now));
    if (entry !== undefined) {
      const { attempt, outcome } = entry;
      transaction.set(attempt.id, omitUndefined(attemptRow(attempt, areaOf)), { entityName: AUDIT_ENTRY }, RETENTION);
      addOutcomes(transaction, [outcome]);
    }
    return transaction.execute();
  });
}
