import { untrueIn } from '../claims';
import type { Claim } from '../claims';
import type { History, RowChange } from '../history';
import type { Invariant, Violation } from '../invariant';
import { ledgerOf } from '../ledger';
import type { OutcomeRow, Recorded } from '../ledger';
import { claimsOfAnswer } from './outcomes/answers';
import { miscountedIn } from './outcomes/counts';
import { linesEndedOtherwise } from './outcomes/line-states';
import { claimsOfLines } from './outcomes/lines';
import { toldOtherwise } from './outcomes/told';

/** The audit and the answers that people get say what happened, or that nobody knows. */
export const outcomesAreTrue: Invariant = {
  name: 'what is said is what happened',
  when: 'eachStep',
  check: (history, step) => {
    const { rows, ended } = step;
    const outcomes = rows.filter(({ entity, is }) => entity === 'audit-outcome' && is !== undefined);
    const stored = outcomes.flatMap((row) => claimsOfOutcome(history, row));
    const told = ended.flatMap((invocation) => [
      ...claimsOfAnswer(history, invocation),
      ...claimsOfLines(history, invocation),
    ]);
    return [
      ...untrueIn(history, step, [...stored, ...told]),
      ...outcomes.flatMap((row) => wrongIn(history, row)),
      ...toldOtherwise(history, step),
      ...ended.flatMap((invocation) => miscountedIn(history, invocation)),
      ...linesEndedOtherwise(history, step),
    ];
  },
};

/** Actions that consist of a call to the site. A person who isn't a member is removed with success, too. */
const MEANS: Readonly<Record<string, Claim['means']>> = {
  createGroup: 'effect',
  deleteGroup: 'effect',
  addMember: 'effect',
  removeMember: 'success',
  assignRole: 'success',
  writeTestCreate: 'effect',
  writeTestDelete: 'effect',
  proveSiteAdminCreate: 'effect',
  proveSiteAdminDelete: 'effect',
  createCustomer: 'effect',
  findCustomer: 'success',
  addToProject: 'success',
  addToOrganization: 'success',
};

function claimsOfOutcome(history: History, { key, is }: RowChange): Claim[] {
  const attempt = ledgerOf(history).attempts.get(key);
  const means = MEANS[attempt?.row.action ?? ''];
  const { outcome } = is as OutcomeRow;
  if (attempt === undefined || means === undefined || outcome === 'unknown') return [];
  if (isForgotten(history, attempt, outcome)) return [];
  const said = `the audit says ${outcome} of ${attempt.row.action} ${key}`;
  if (outcome === 'succeeded') return [{ said, calls: attempt.calls, means }];
  return isSentToBeSure(attempt) && outcome === 'unchanged'
    ? [{ said, calls: attempt.calls, means: 'success' }]
    : [{ said, calls: attempt.calls, means: 'nothing' }];
}

/** Somebody who is there already is added all the same, as they may have been removed by then. */
function isSentToBeSure({ row }: Recorded): boolean {
  return row.action === 'addToProject' || row.action === 'addToOrganization';
}

/** A group that isn't there anymore is deleted by forgetting its record: nothing is sent. */
function isForgotten({ site }: History, { row, calls }: Recorded, outcome: string): boolean {
  const isGone = row.groupId !== undefined && !site.now.groups.has(row.groupId);
  return row.action === 'deleteGroup' && outcome === 'succeeded' && calls.length === 0 && isGone;
}

/** An outcome is written once, and names what its attempt made. Where the store didn't say whether it took the attempt, it may stand alone: nothing was sent. */
function wrongIn(history: History, { key, is, was }: RowChange): Violation[] {
  const attempt = ledgerOf(history).attempts.get(key);
  const { outcome, groupId, code } = is as OutcomeRow;
  if (attempt === undefined && outcome === 'failed' && code === 'NOT_ATTEMPTED') return [];
  if (attempt === undefined) return [{ what: `there is an outcome of ${key}, and no such attempt` }];
  const before = (was as OutcomeRow | undefined)?.outcome;
  if (before !== undefined && before !== outcome)
    return [{ what: `the outcome of ${key} was ${before} and became ${outcome}` }];
  const made = attempt.calls.filter(({ operationId }) => operationId === 'createGroup').map(idIn);
  const isOther = outcome === 'succeeded' && groupId !== undefined && made.length > 0 && !made.includes(groupId);
  return isOther ? [{ what: `the outcome of ${key} names ${groupId}, which it didn't make` }] : [];
}

function idIn({ performed }: Recorded['calls'][number]): string | undefined {
  return (performed?.body as { id?: string } | undefined)?.id;
}
