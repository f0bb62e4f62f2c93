import type { Attempt, Outcome, Refusal, SettledUpTo } from '../../../src/broker/audit/entries';
import { failureOf } from '../../../src/broker/errors';
import type { AuditLog } from '../../../src/broker/ports';
// The audit trail: attempts, outcomes and refusals, joined on reading.
import { areaOf, revealedBy } from '../../../src/entry/call/operations';
import { omitUndefined } from '../../../src/platform/omit-undefined';
import type { AuditRow } from '../../../src/shared/broker/views';
import type { Journal } from './journal';

const ROWS_A_PAGE = 25;
const UNSETTLED_A_PAGE = 50;

export interface FakeAuditLog extends AuditLog {
  attempts: Attempt[];
  outcomes: Map<string, Outcome>;
  refusals: Refusal[];
  settledUpTo: SettledUpTo;
  /** `action outcome code`, a line an attempt, in order; `open` without an outcome. */
  lines(): string[];
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

export const createAuditLog = ({ run }: Journal): FakeAuditLog => {
  const attempts: Attempt[] = [];
  const outcomes = new Map<string, Outcome>();
  const refusals: Refusal[] = [];
  const about = ({ action, accountId, groupName }: Attempt) =>
    [action, accountId ?? groupName].filter((word) => word !== undefined).join(' ');
  const rows = (): AuditRow[] => [
    ...attempts.map((attempt): AuditRow => {
      const ended = outcomes.get(attempt.id);
      return {
        ...attempt,
        outcome: ended?.outcome ?? 'pending',
        ...(ended?.code !== undefined && { code: ended.code }),
      };
    }),
    ...refusals.map(({ reason, ...rest }, n): AuditRow => ({
      ...omitUndefined(rest),
      id: `r${String(n)}`,
      outcome: 'refused',
      code: reason,
    })),
  ];
  const log: FakeAuditLog = {
    attempts,
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
    async settle(ended) {
      try {
        await run({ call: 'settle', about: ended.map(({ outcome }) => outcome).join(', ') }, () => {
          for (const outcome of ended) {
            demandRevealed(attempts, outcome);
            outcomes.set(outcome.id, outcome);
          }
        });
        return true;
      } catch (thrown) {
        if (failureOf(thrown) === undefined) throw thrown;
        return false;
      }
    },
    refuse: async (...more) => {
      for (const refusal of more) {
        await run({ call: 'refuse', about: refusal.action }, () => {
          refusals.push(refusal);
        });
      }
    },
    async read({ caller, target, groupId, groupName, spaceId, outcome }) {
      const passes = (wanted: string | undefined, value: string | undefined) =>
        wanted === undefined || wanted === value;
      const wanted = rows().filter(
        (row) =>
          passes(caller, row.caller) &&
          passes(target, row.accountId) &&
          passes(groupId, row.groupId) &&
          passes(groupName?.toLowerCase(), row.groupName?.toLowerCase()) &&
          passes(spaceId, row.spaceId) &&
          passes(outcome, row.outcome),
      );
      return { rows: wanted.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, ROWS_A_PAGE) };
    },
    async unsettled(until) {
      const isBehind = ({ at, action }: Attempt) => at > (log.settledUpTo[areaOf(action)] ?? '');
      const read = attempts.filter((one) => one.at < until && isBehind(one)).slice(0, UNSETTLED_A_PAGE);
      const ends = read.map(({ at, action }): SettledUpTo => ({ [areaOf(action)]: at }));
      const upTo = ends.length === 0 ? {} : { upTo: Object.assign({ ...log.settledUpTo }, ...ends) as SettledUpTo };
      return { attempts: read.filter(({ id }) => !outcomes.has(id)), ...upTo };
    },
    async markSettled(upTo) {
      log.settledUpTo = upTo;
    },
  };
  return log;
};
