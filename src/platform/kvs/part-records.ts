// Records stored together with a part of a run: attempts, outcomes and what they leave, in the transaction that stores the part.
import type { kvs } from '@forge/kvs';

import type { Attempt } from '../../broker/audit/entries';
import type { EndedLine } from '../../broker/runs/run-store';
import type { PartState } from '../../broker/runs/stored-run';
import type { FactChange } from '../../groups/facts';
import { omitUndefined } from '../omit-undefined';
import { addOutcomes } from './audit-outcomes';
import { lineRow, RETENTION } from './audit-rows';
import { addFactChanges, areApart, readAgain } from './fact-changes';
import { AUDIT_ENTRY } from './keys';

type Transaction = ReturnType<typeof kvs.transact>;

/** A part, and outcomes of its lines that go with it. */
export interface Ending {
  part: PartState;
  ended: readonly EndedLine<FactChange>[];
}

/** Adds attempts of lines to a transaction, an operation each. */
export function addLineAttempts(transaction: Transaction, attempts: readonly Attempt[]): void {
  for (const attempt of attempts) {
    transaction.set(attempt.id, omitUndefined(lineRow(attempt)), { entityName: AUDIT_ENTRY }, RETENTION);
  }
}

/** Adds outcomes and their changes to a transaction: see `addFactChanges`. */
export function addEndings(transaction: Transaction, ended: readonly EndedLine<FactChange>[]): void {
  addOutcomes(
    transaction,
    ended.map(({ place: _place, otherwise: _otherwise, change: _change, ...outcome }) => outcome),
  );
  addFactChanges(transaction, changesOf(ended));
}

/** Tells whether something was read at another time than the rest, or moved between these two readings. */
export function areMixed(...all: (readonly EndedLine<FactChange>[])[]): boolean {
  return areApart(all.flatMap(changesOf));
}

/** Reads again what changes are based on, and leaves out those of memberships that somebody else has changed meanwhile: their lines say so. */
export async function onlyUnmoved({ part, ended }: Ending): Promise<Ending> {
  const changes = await readAgain(changesOf(ended));
  const lines = { ...part.lines };
  const left = ended.map((one) => {
    if (one.change === undefined) return one;
    const change = changes.find(({ attemptId }) => attemptId === one.id);
    if (change !== undefined) return { ...one, change };
    const { change: _change, prior: _prior, otherwise, ...outcome } = one;
    const line = lines[one.place];
    if (line !== undefined) {
      const { undo: _undo, ...rest } = line;
      lines[one.place] = { ...rest, ...otherwise, withoutChange: true };
    }
    return { ...outcome, ...otherwise };
  });
  return { part: { ...part, lines }, ended: left };
}

function changesOf(ended: readonly EndedLine<FactChange>[]): FactChange[] {
  return ended.flatMap(({ change }) => change ?? []);
}
