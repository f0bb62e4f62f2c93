// That people are told what the audit holds.
import type { History, Invocation, RowChange, Step } from '../../history';
import type { Violation } from '../../invariant';
import { ledgerOf } from '../../ledger';
import type { OutcomeRow } from '../../ledger';
import { subjectOf } from '../../privileged-write';

/** The word of the audit for what a page says of a person. */
const STORED: Readonly<Record<string, string>> = {
  added: 'succeeded',
  removed: 'succeeded',
  alreadyMember: 'unchanged',
  failed: 'failed',
  refused: 'failed',
  notAttempted: 'failed',
};

interface Told {
  outcome: string;
  invocation: number;
}

const told = new WeakMap<History, Map<string, Told>>();

/** Returns where what was told and what is stored differ. What couldn't be stored ends as unknown, later. */
export function toldOtherwise(history: History, { ended, rows }: Step): Violation[] {
  const all = told.get(history) ?? new Map<string, Told>();
  told.set(history, all);
  const now = ended.flatMap((invocation) => toldBy(history, invocation));
  for (const { attemptId, outcome, invocation } of now) all.set(attemptId, { outcome, invocation });
  const storedNow = rows.filter(({ entity, is }: RowChange) => entity === 'audit-outcome' && is !== undefined);
  const ids = new Set([...now.map(({ attemptId }) => attemptId), ...storedNow.map(({ key }) => key)]);
  return [...ids].flatMap((id) => differing(history, id, all.get(id)));
}

function differing(history: History, id: string, it: Told | undefined): Violation[] {
  const expected = it === undefined ? 'unknown' : (STORED[it.outcome] ?? 'unknown');
  const stored = ledgerOf(history).attempts.get(id)?.outcomes.at(-1)?.row as OutcomeRow | undefined;
  if (it === undefined || stored === undefined) return [];
  if (stored.outcome === expected || stored.outcome === 'unknown') return [];
  const what = `${it.outcome} was told of the attempt ${id}, and the audit says ${stored.outcome}`;
  return [{ what, invocations: [it.invocation] }];
}

interface People {
  ok?: boolean;
  value?: { people?: { accountId?: string; outcome?: string; attemptId?: string }[] };
}

function toldBy(history: History, { id, end, functionKey }: Invocation): ({ attemptId: string } & Told)[] {
  if (end?.how !== 'answered' || functionKey === 'createCustomers') return [];
  const { ok, value } = (end.value ?? {}) as People;
  if (ok !== true || !Array.isArray(value?.people)) return [];
  const { sentBy, attemptOf } = ledgerOf(history);
  const calls = sentBy.get(id) ?? [];
  return value.people.flatMap(({ accountId, outcome, attemptId }) => {
    const call = calls.find((one) => subjectOf(one).accountId === accountId);
    const attempt = attemptId ?? (call && attemptOf.get(call.id)?.id);
    return attempt === undefined || outcome === undefined ? [] : [{ attemptId: attempt, outcome, invocation: id }];
  });
}
