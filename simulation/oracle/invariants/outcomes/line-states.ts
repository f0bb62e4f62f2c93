// That the lines of a list end as their attempts do in the audit.
import type { History, RowChange, Step } from '../../history';
import type { Violation } from '../../invariant';
import { ledgerOf } from '../../ledger';

interface LineState {
  attempt?: number;
  outcome?: string;
}

/** The numbers of a part's lines, by their place in it. */
const numbers = new WeakMap<History, Map<string, readonly number[]>>();

/** Words for a line that ended as its last attempt did. One that was left or refused may have none. */
const AS_ATTEMPTED = new Set(['succeeded', 'unchanged', 'failed', 'unknown']);

/** Returns the lines that a step ends otherwise than their attempts. */
export function linesEndedOtherwise(history: History, { rows }: Step): Violation[] {
  const known = numbers.get(history) ?? new Map<string, readonly number[]>();
  numbers.set(history, known);
  for (const { entity, key, is } of rows) if (entity === 'run-part' && is !== undefined) known.set(key, numbersIn(is));
  return rows
    .filter(({ entity, is }) => entity === 'run-part-state' && is !== undefined)
    .flatMap((row) => endedIn(row, known.get(row.key) ?? []))
    .flatMap(({ id, outcome }): Violation[] => {
      const stored = ledgerOf(history).attempts.get(id)?.outcomes.at(-1)?.row.outcome;
      if (stored === outcome) return [];
      return [{ what: `a line ended as ${outcome}, and its attempt ${id} as ${String(stored)}` }];
    });
}

function numbersIn(part: unknown): number[] {
  const { content } = part as { content?: { lines?: { number: number }[] } };
  return content?.lines?.map(({ number }) => number) ?? [];
}

/** Returns the lines that ended with this change of their part. */
function endedIn({ key, was, is }: RowChange, places: readonly number[]): { id: string; outcome: string }[] {
  const [before, after] = [linesIn(was), linesIn(is)];
  const [runId = ''] = key.split('#');
  return Object.entries(after).flatMap(([place, { attempt = 0, outcome = '' }]) => {
    const number = places[Number(place)];
    const isNew = before[place]?.outcome !== outcome;
    if (!isNew || number === undefined || !AS_ATTEMPTED.has(outcome)) return [];
    return [{ id: `${runId}#${number}#${attempt}`, outcome }];
  });
}

function linesIn(state: unknown): Readonly<Record<string, LineState>> {
  return (state as { content?: { lines?: Record<string, LineState> } } | undefined)?.content?.lines ?? {};
}
