// The audit trail: attempts, outcomes and refusals, joined on reading.
import type { Attempt, AuditFilter, Outcome, Refusal, SettledUpTo } from '../../../src/broker/audit/entries';
import { failureOf } from '../../../src/broker/errors';
import type { AuditLog, Clock } from '../../../src/broker/ports';
import type { CustomerAudit } from '../../../src/customers/ports';
import { areaOf, revealedBy } from '../../../src/entry/call/operations';
import type { AuditRow } from '../../../src/shared/broker/views';
import { attemptEntry, customerRow, refusalEntries } from './audit-rows';
import type { Journal } from './journal';

const ROWS_A_PAGE = 25;
const UNSETTLED_A_PAGE = 50;

export interface FakeAuditLog extends AuditLog {
  attempts: Attempt[];
  /** Attempts of a run's lines, by id: they stand only under their run, account and group. */
  ofLines: Set<string>;
  outcomes: Map<string, Outcome>;
  refusals: Refusal[];
  settledUpTo: SettledUpTo;
  /** `action outcome code`, a line an attempt, in order; `open` without an outcome. */
  lines(): string[];
}

export function createAuditLog({ run, read }: Journal, clock: Clock): FakeAuditLog {
  const attempts: Attempt[] = [];
  const ofLines = new Set<string>();
  const outcomes = new Map<string, Outcome>();
  const refusals: Refusal[] = [];
  function about({ action, accountId, groupName }: Attempt) {
    return [action, accountId ?? groupName].filter((word) => word !== undefined).join(' ');
  }
  /** Lines of runs stand only under their run, group and account. */
  function rows({ runId, groupId, target }: AuditFilter): AuditRow[] {
    const ofLine = [runId, groupId, target].some((wanted) => wanted !== undefined);
    const shown = attempts.filter((one) =>
      ofLines.has(one.id) ? ofLine && (runId === undefined || one.runId === runId) : runId === undefined,
    );
    return [
      ...shown.map((attempt) => attemptEntry(attempt, outcomes.get(attempt.id), clock.now())),
      ...refusalEntries(refusals.filter((one) => runId === undefined || one.runId === runId)),
    ].map(({ row }) => row);
  }
  const log: FakeAuditLog = {
    attempts,
    ofLines,
    outcomes,
    refusals,
    settledUpTo: {},
    lines: () =>
      attempts.map((attempt) => {
        const ended = outcomes.get(attempt.id);
        return [about(attempt), ended?.outcome ?? 'open', ended?.code].filter((word) => word !== undefined).join(' ');
      }),
    attempt: async (more) =>
      run({ call: 'attempt', about: more.map(about).join(', ') }, () => {
        attempts.push(...more);
      }),
    settle: async (ended) =>
      run({ call: 'settle', about: ended.map(({ outcome }) => outcome).join(', ') }, () => {
        for (const outcome of ended) {
          demandRevealed(attempts, outcome);
          outcomes.set(outcome.id, outcome);
        }
        return true;
      }).catch(unlessNotOurs(false)),
    refuse: async (...more) => {
      for (const refusal of more) {
        await run({ call: 'refuse', about: refusal.action }, () => {
          refusals.push(refusal);
        }).catch(unlessNotOurs(undefined));
      }
    },
    read: async (filter, before) =>
      read('read audit', () =>
        pageOf(
          rows(filter).filter((row) => passes(filter, row)),
          before,
        ),
      ),
    unsettled: async (until) =>
      read('read unsettled', () => {
        function isBehind({ at, action }: Attempt) {
          return at > (log.settledUpTo[areaOf(action)] ?? '');
        }
        const due = attempts
          .filter((one) => !ofLines.has(one.id) && one.at < until && isBehind(one))
          .toSorted((a, b) => (a.at < b.at ? -1 : 1));
        const open = due.filter(({ id }) => !outcomes.has(id)).slice(0, UNSETTLED_A_PAGE);
        // It goes no further than what it hands out.
        const cut = open.length === UNSETTLED_A_PAGE ? open.at(-1)?.at : undefined;
        const seen = due.filter(({ at }) => cut === undefined || at <= cut);
        const ends = seen.map(({ at, action }): SettledUpTo => ({ [areaOf(action)]: at }));
        const upTo = ends.length === 0 ? {} : { upTo: Object.assign({ ...log.settledUpTo }, ...ends) as SettledUpTo };
        return { attempts: open, ...upTo };
      }),
    markSettled: async (upTo) =>
      read('mark settled', () => {
        log.settledUpTo = upTo;
      }),
  };
  return log;
}

/** What an outcome names that its attempt didn't is what the row of the operation says that it reveals. */
function demandRevealed(attempts: readonly Attempt[], outcome: Outcome): void {
  const attempt = attempts.find(({ id }) => id === outcome.id);
  if (attempt === undefined) return;
  const reveals = revealedBy(attempt.action);
  for (const field of ['groupId', 'accountId'] as const) {
    if (outcome[field] === undefined || attempt[field] !== undefined || field === reveals) continue;
    throw new Error(`The row of ${attempt.action} doesn't say that it reveals the ${field}`);
  }
}

/** The part of the trail that is about customers. */
export function createCustomerAudit(
  { read }: Journal,
  { attempts, outcomes }: FakeAuditLog,
  clock: Clock,
): CustomerAudit {
  return {
    read: async (projectId, before) =>
      read('read customer audit', () => {
        const wanted = attempts.filter(
          (one) => areaOf(one.action) === 'customers' && (projectId === undefined || one.projectId === projectId),
        );
        return pageOf(
          wanted.map((attempt) => customerRow(attempt, outcomes.get(attempt.id), clock.now())),
          before,
        );
      }),
  };
}

/** Newest first; `before` is the last row of the page before. */
function pageOf<Row extends AuditRow>(wanted: readonly Row[], before?: string): { rows: Row[]; next?: string } {
  const all = wanted.toSorted((a, b) => b.at.localeCompare(a.at));
  const rest = all.slice(all.findIndex(({ id }) => id === before) + 1);
  const rows = rest.slice(0, ROWS_A_PAGE);
  const last = rows.at(-1);
  return { rows, ...(rest.length > rows.length && last !== undefined && { next: last.id }) };
}

function passes({ caller, target, groupId, groupName, spaceId, outcome }: AuditFilter, row: AuditRow): boolean {
  function isWanted(wanted: string | undefined, value: string | undefined) {
    return wanted === undefined || wanted === value;
  }
  return (
    isWanted(caller, row.caller) &&
    isWanted(target, row.accountId) &&
    isWanted(groupId, row.groupId) &&
    isWanted(groupName?.toLowerCase(), row.groupName?.toLowerCase()) &&
    isWanted(spaceId, row.spaceId) &&
    isWanted(outcome, row.outcome)
  );
}

/** What a failure of ours comes to; anything else is thrown on. */
function unlessNotOurs<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (failureOf(thrown) === undefined) throw thrown;
    return value;
  };
}
