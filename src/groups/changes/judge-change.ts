import type { AccountFacts } from '../../broker/facts';
import type { RunLine } from '../../broker/runs/stored-run';
import type { AccountId } from '../../shared/ids';
import type { MembershipFact } from '../facts';
import { judgeMember } from '../members/commands';
import { isChangedLater } from '../members/fact-changes';
import type { MembershipLine } from '../members/membership-runs';
import type { DecisionFacts } from '../policy';
import type { MembersNow } from './members-now';
import { isRemoval } from './wanted-changes';

/** The facts by which the changes of a plan are judged. */
export interface PlanFacts {
  subject: DecisionFacts;
  members: MembersNow;
  accounts: ReadonlyMap<AccountId, AccountFacts>;
  /** The facts of memberships that an undo concerns. */
  memberships: ReadonlyMap<AccountId, MembershipFact>;
}

export type Verdict = Pick<RunLine, 'verdict' | 'why'>;

/** Returns the people whose accounts the verdicts depend on: who can be added, who may be deactivated, who is cleared out without being named. */
export function accountsOf(changes: readonly MembershipLine[], { ids }: MembersNow): AccountId[] {
  return changes
    .filter((change) => !ids.has(change.accountId) || (isRemoval(change) && isCleared(change)))
    .map(({ accountId }) => accountId);
}

/** Judges a change as its write would be judged now. Nothing is granted by it: the write is judged again. */
export function judgeChange(change: MembershipLine, facts: PlanFacts): Verdict {
  const { subject, memberships, accounts } = facts;
  const { accountId, undone } = change;
  if (isChangedLater(undone, change, memberships.get(accountId))) return notAllowed('CHANGED_LATER');
  if (isSoAlready(change, facts)) return { verdict: 'nothingToDo' };
  const judged = judgeMember(change, subject, accounts.get(accountId));
  if (!judged.allowed) return notAllowed(judged.reason);
  const isKept = isRemoval(change) && isCleared(change) && !isPerson(accounts.get(accountId));
  return isKept ? notAllowed('NOT_A_PERSON_STAYS') : { verdict: 'willChange' };
}

/** Tells whether nobody named the person: the group is cleared. */
function isCleared({ line, undone }: MembershipLine): boolean {
  return line === undefined && undone === undefined;
}

/** Tells whether the wished state holds, as far as Confluence's list of members says: it leaves deactivated people out. */
function isSoAlready(change: MembershipLine, { members, accounts }: PlanFacts): boolean {
  const { accountId } = change;
  if (!isRemoval(change)) return members.ids.has(accountId);
  const isListedIfIn = members.known === 'all' && accounts.get(accountId)?.status === 'active';
  return isListedIfIn && !members.ids.has(accountId);
}

function isPerson(account: AccountFacts | undefined): boolean {
  return account?.accountType === 'atlassian' || account?.accountType === 'customer';
}

function notAllowed(why: string): Verdict {
  return { verdict: 'notAllowed', why };
}
