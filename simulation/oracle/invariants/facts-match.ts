import { hasEffect } from '../effects';
import type { History } from '../history';
import type { Invariant, Violation } from '../invariant';
import { ledgerOf } from '../ledger';
import type { OutcomeRow, Recorded } from '../ledger';

/** Facts of memberships stand for what the app did, and none that it surely did is missing. */
export const factsMatch: Invariant = {
  name: 'what is known of memberships is what the app did',
  when: 'settled',
  check: (history) => {
    const facts = Object.entries(history.stored().entities['membership-fact'] ?? {}) as [string, FactRow][];
    const wrong = facts.flatMap(([key, fact]) => {
      const what = wrongIn(history, fact);
      return what === undefined ? [] : [{ what: `the fact ${key} ${what}` }];
    });
    return [...wrong, ...missingIn(history, new Map(facts)), ...leftIn(history, facts)];
  },
};

interface FactRow {
  groupId: string;
  accountId: string;
  since: string;
  by: string;
  runId?: string;
  attemptId: string;
}

/** Stands in for somebody whose account was closed. */
const CLOSED = 'closed-account';

function wrongIn(history: History, { groupId, accountId, since, by, attemptId }: FactRow): string | undefined {
  const ledger = ledgerOf(history);
  const attempt = ledger.attempts.get(attemptId);
  if (attempt === undefined) return `names the attempt ${attemptId}, which there isn't`;
  const { row, calls } = attempt;
  if (row.action !== 'addMember' || row.groupId !== groupId || row.accountId !== accountId) {
    return `names the attempt ${attemptId}, which is about something else`;
  }
  const outcome = lastOf(attempt)?.outcome;
  if (outcome !== 'succeeded') return `names the attempt ${attemptId}, which ended as ${String(outcome)}`;
  if (!calls.some((call) => hasEffect(ledger, call))) return `names the attempt ${attemptId}, which had no effect`;
  const { prior } = lastOf(ledger.attempts.get(row.undoes ?? '')) ?? {};
  const caller = prior?.by ?? row.lineBy ?? row.caller;
  if (by !== caller && by !== CLOSED && prior?.by !== CLOSED)
    return `says that ${by} added them, who is ${String(caller)}`;
  const isSince = prior === undefined ? isWithin(since, attempt) : since === prior.since;
  return isSince ? undefined : `says since ${since}, which isn't when the attempt ${attemptId} was made`;
}

function isWithin(since: string, attempt: Recorded): boolean {
  const until = lastOf(attempt)?.at ?? since;
  return attempt.row.at <= since && since <= until;
}

function lastOf(attempt: Recorded | undefined): OutcomeRow | undefined {
  return attempt?.outcomes.at(-1)?.row;
}

/** Finds facts of memberships that the app surely removed after it had stored them. */
function leftIn(history: History, facts: readonly (readonly [key: string, fact: FactRow])[]): Violation[] {
  const removals = [...ledgerOf(history).attempts.values()].filter(
    (attempt) => attempt.row.action === 'removeMember' && lastOf(attempt)?.outcome === 'succeeded',
  );
  return facts.flatMap(([key, fact]): Violation[] => {
    const { step: since = Infinity } =
      history.rows.findLast((row) => row.entity === 'membership-fact' && row.key === key) ?? {};
    const removal = removals.find(
      ({ row, step }) => row.groupId === fact.groupId && row.accountId === fact.accountId && step > since,
    );
    if (removal === undefined || saysSo(history, removal)) return [];
    return [{ what: `the fact ${key} is still there, though the attempt ${removal.id} removed them` }];
  });
}

/** Finds additions that surely happened, were the last change of their membership through the app, and left nothing. */
function missingIn(history: History, facts: ReadonlyMap<string, FactRow>): Violation[] {
  return [...lastChanges(history).values()].flatMap((attempt): Violation[] => {
    const { row, id } = attempt;
    const isAddition = row.action === 'addMember' && lastOf(attempt)?.outcome === 'succeeded';
    const fact = facts.get(`${String(row.groupId)}:${String(row.accountId)}`);
    if (!isAddition || fact?.attemptId === id || isAccountedFor(history, attempt)) return [];
    return [{ what: `nothing is known of the membership that the attempt ${id} made` }];
  });
}

/** Returns, by membership, the change that was recorded last and may have been sent. */
function lastChanges(history: History): Map<string, Recorded> {
  const last = new Map<string, Recorded>();
  for (const attempt of ledgerOf(history).attempts.values()) {
    const { groupId, accountId, spaceId, lineSpaceId } = attempt.row;
    const isOfSpace = (lineSpaceId ?? spaceId ?? 'global') !== 'global';
    if (groupId === undefined || accountId === undefined || !isOfSpace || attempt.calls.length === 0) continue;
    last.set(`${groupId}:${accountId}`, attempt);
  }
  return last;
}

/** Tells whether the app says that nothing is stored, or has forgotten it with the group, its record or the person. */
function isAccountedFor(history: History, attempt: Recorded): boolean {
  const { groupId = '', accountId = '' } = attempt.row;
  const { site, rows } = history;
  const isGone = !site.now.groups.has(groupId) || site.now.accounts.get(accountId)?.status === 'closed';
  const wasReleased = rows.some(
    ({ entity, key, is, was, step }) =>
      entity === 'group-record' && key === groupId && step >= attempt.step && spaceIn(is) !== spaceIn(was),
  );
  return isGone || wasReleased || isUndoneByAnUndo(attempt) || saysSo(history, attempt) || wasClosed(history, attempt);
}

function spaceIn(record: unknown): string | undefined {
  return (record as { spaceId?: string } | undefined)?.spaceId;
}

/** An undo restores what was known before: of somebody who was added outside the app, nothing. */
function isUndoneByAnUndo({ row }: Recorded): boolean {
  return row.undoes !== undefined;
}

/** A line of a list says that it left nothing; a change by hand says so in the log. */
function saysSo({ rows, logs }: History, { id, step, outcomes }: Recorded): boolean {
  const last = outcomes.at(-1)?.step ?? step;
  const [runId = '', number = ''] = id.split('#');
  if (number === '')
    return logs.some((line) => line.step >= step && line.step <= last && line.text.includes('"membership'));
  return rows.some(
    ({ entity, key, step: at, is }: { entity: string; key: string; step: number; is: unknown }) =>
      entity === 'run-part-state' &&
      key.startsWith(`${runId}#`) &&
      at === last &&
      JSON.stringify(is).includes('"withoutChange":true'),
  );
}

function wasClosed({ site }: History, { row, step }: Recorded): boolean {
  return site.changes.some(
    (change) =>
      change.what === 'account' &&
      change.accountId === row.accountId &&
      change.step >= step &&
      change.is?.status === 'closed',
  );
}
