// Records stored together with a part of a run: attempts, outcomes and what they leave, in the transaction that stores the part.
import type { kvs } from '@forge/kvs';

import type { Attempt } from '../../broker/audit/entries';
import type { EndedLine } from '../../broker/runs/run-store';
import type { PartState } from '../../broker/runs/stored-run';
import type { FactChange, RecordChange, SettingVersions, StoredChange } from '../../groups/facts';
import { omitUndefined } from '../omit-undefined';
import { addOutcomes } from './audit-outcomes';
import { lineRow, RETENTION } from './audit-rows';
import { addFactChanges, areApart, readAgain } from './fact-changes';
import { AUDIT_ENTRY } from './keys';
import { addRecordChanges, areUnmarked, isOfRecord, markOf, settingsOf, stillPossible } from './record-changes';
import type { RecordMark } from './record-mark';

type Transaction = ReturnType<typeof kvs.transact>;

/** A part, and outcomes of its lines that go with it. */
export interface Ending {
  part: PartState;
  ended: readonly EndedLine<StoredChange>[];
}

/** Adds attempts of lines to a transaction, an operation each. */
export function addLineAttempts(transaction: Transaction, attempts: readonly Attempt[]): void {
  for (const attempt of attempts) {
    transaction.set(attempt.id, omitUndefined(lineRow(attempt)), { entityName: AUDIT_ENTRY }, RETENTION);
  }
}

/** Adds outcomes and their changes to a transaction: see `addFactChanges` and `addRecordChanges`. Returns the new mark of added records, if there are any. */
export function addEndings(
  transaction: Transaction,
  ended: readonly EndedLine<StoredChange>[],
  mark: RecordMark,
): number | undefined {
  addOutcomes(
    transaction,
    ended.map(({ place: _place, otherwise: _otherwise, change: _change, ...outcome }) => outcome),
  );
  addFactChanges(transaction, factsOf(ended));
  return addRecordChanges(transaction, recordsOf(ended), mark);
}

/** Tells whether something was read at another time than the rest, or moved between these two readings. */
export function areMixed(
  first: readonly EndedLine<StoredChange>[],
  second?: readonly EndedLine<StoredChange>[],
): boolean {
  const [records, later] = [recordsOf(first), second && recordsOf(second)];
  const hasMoved = later !== undefined && (later.length < records.length || markOf(later) !== markOf(records));
  return hasMoved || areUnmarked(later ?? records) || areApart([...factsOf(first), ...factsOf(second ?? [])]);
}

/** Reads again what changes are based on, and leaves out those of what somebody else has changed meanwhile: their lines say so. */
export async function onlyUnmoved({ part, ended }: Ending, mark: RecordMark): Promise<Ending> {
  const [facts, records] = await Promise.all([readAgain(factsOf(ended)), stillPossible(recordsOf(ended), mark)]);
  const based = new Map<string, { change?: StoredChange; withoutChange?: true }>([
    ...facts,
    ...records.map((change) => [change.attemptId, { change }] as const),
  ]);
  const lines = { ...part.lines };
  const left = ended.map((one) => {
    if (one.change === undefined) return one;
    const { change, withoutChange = change === undefined } = based.get(one.id) ?? {};
    if (change !== undefined && !withoutChange) return { ...one, change };
    const { change: _change, prior: _prior, otherwise, ...outcome } = one;
    const line = lines[one.place];
    if (line !== undefined) {
      const { undo: _undo, ...rest } = line;
      lines[one.place] = { ...rest, ...otherwise, withoutChange: true };
    }
    return { ...outcome, ...otherwise, ...(change !== undefined && { change }) };
  });
  return { part: { ...part, lines }, ended: left };
}

/** Returns the settings that the changes were decided by, with their versions. */
export function settingsBehind(ended: readonly EndedLine<StoredChange>[]): SettingVersions {
  return settingsOf(recordsOf(ended));
}

function factsOf(ended: readonly EndedLine<StoredChange>[]): FactChange[] {
  return ended.flatMap(({ change }) => (change === undefined || isOfRecord(change) ? [] : change));
}

function recordsOf(ended: readonly EndedLine<StoredChange>[]): RecordChange[] {
  return ended.flatMap(({ change }) => (change !== undefined && isOfRecord(change) ? change : []));
}
