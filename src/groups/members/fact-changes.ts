import type { AccountId } from '../../shared/ids';
import type { FactChange, MembershipFact, PriorFact } from '../facts';
import type { StoredForGroup } from '../group-facts';
import type { MemberCommand, MemberGrant } from './commands';

/** A change that is undone, and the facts that it took away, if it was a removal. */
export interface Undone {
  attemptId: string;
  prior: PriorFact | undefined;
  /** The same membership was changed again since. */
  changedLater?: boolean;
}

/** A write that succeeded: by whom, when, the change that it undid, if it undid one, and its run, if it was a line of one. */
interface Write {
  by: AccountId;
  at: string;
  undone: Undone | undefined;
  runId: string | undefined;
  look: FactChange['look'];
}

/** Returns the facts that a change of a membership leaves. Undoing a removal restores the facts of before, or none. */
export function factChange(
  { operation, accountId, groupId }: MemberGrant,
  { id, stored: { record, memberships } }: { id: string; stored: StoredForGroup },
  { by, at, undone, runId, look }: Write,
): FactChange {
  const { spaceId } = record;
  const begun: MembershipFact = {
    groupId,
    accountId,
    spaceId,
    since: at,
    by,
    ...(runId !== undefined && { runId }),
    attemptId: id,
  };
  const restored = undone?.prior && { ...begun, ...undone.prior, attemptId: id };
  const added = undone === undefined ? begun : restored;
  return {
    attemptId: id,
    at,
    accountId,
    record,
    before: memberships.get(accountId),
    after: operation === 'addMember' ? added : undefined,
    look,
  };
}

/**
 * Tells whether a membership was changed through the app after the change that is to be undone: somebody who was added must still have the facts of that very
 * attempt, somebody who was removed must have none.
 */
export function isChangedLater(
  undone: Undone | undefined,
  { operation }: MemberCommand,
  fact: MembershipFact | undefined,
): boolean {
  if (undone === undefined) return false;
  if (undone.changedLater === true) return true;
  return operation === 'addMember' ? fact !== undefined : fact?.attemptId !== undone.attemptId;
}

/** Returns the facts to keep with the outcome of a removal, for Undo. */
export function priorOf({ since, by, until, runId, attemptId }: MembershipFact): PriorFact {
  return { since, by, attemptId, ...(until !== undefined && { until }), ...(runId !== undefined && { runId }) };
}
