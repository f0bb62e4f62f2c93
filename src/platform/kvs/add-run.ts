// A new run: the lines of its parts, their states, and last its own row, by which it is found.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import type { RunLine, StoredRun } from '../../broker/runs/stored-run';
import { isRefused } from './failures';
import { BATCH, RUN, RUN_PART, RUN_PART_STATE, runPartKey } from './keys';
import type { RunPoints } from './run-points';
import { retentionOf, runRow, STATE_RETENTION, stateRow, type PartRow, type RunRow, type StateRow } from './run-rows';

type Transaction = ReturnType<typeof kvs.transact>;

export interface Added {
  run: StoredRun;
  parts: readonly (readonly RunLine[])[];
  /** Points that its plan cost. */
  spent: number;
}

/** Tries of the transaction: another run may spend points meanwhile. */
const TRIES = 3;

/** Stores a run: in one request, or in two where it has more than eleven parts. */
export async function addRun(added: Added, points: RunPoints, now: number): Promise<void> {
  // Beside the lines: a state for each part, the run's row, and the points.
  const inOne = 2 * added.parts.length + 2 <= BATCH;
  if (!inOne) await withLines(kvs.transact(), added, now).execute();
  for (let tries = 1; ; tries += 1) {
    const transaction = inOne ? withLines(kvs.transact(), added, now) : kvs.transact();
    if (await isStored(withRun(transaction, added, now), added, points, tries === TRIES)) return;
  }
}

function withLines(transaction: Transaction, { run, parts }: Added, now: number): Transaction {
  for (const [part, lines] of parts.entries()) {
    const row: PartRow = { runId: run.runId, content: { lines } };
    const options = { entityName: RUN_PART };
    transaction.set<PartRow>(runPartKey(run.runId, part), row, options, retentionOf(run, now));
  }
  return transaction;
}

function withRun(transaction: Transaction, { run, parts }: Added, now: number): Transaction {
  for (const part of parts.keys()) {
    const row = stateRow(run.runId, { part, version: 0, state: 'open', lines: {} });
    const options = { entityName: RUN_PART_STATE };
    transaction.set<StateRow>(runPartKey(run.runId, part), row, options, STATE_RETENTION);
  }
  return transaction.set<RunRow>(run.runId, runRow(run), { entityName: RUN }, retentionOf(run, now));
}

/** False: the store refused, perhaps because another run has spent points. */
async function isStored(
  transaction: Transaction,
  { spent }: Added,
  points: RunPoints,
  isLast: boolean,
): Promise<boolean> {
  await points.add(transaction, spent);
  try {
    await transaction.execute();
    points.ended(true);
    return true;
  } catch (thrown) {
    points.ended(false);
    if (isLast || !isRefused(thrown)) throw thrown;
    return false;
  }
}
