import type { LineVerdict } from '../../shared/groups/lists';
import type { AccountId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';

/** Accounts that a line may name, and how sure that is. */
export interface Candidates {
  how: 'certain' | 'probable' | 'suggested';
  /** At most 10. */
  accountIds: readonly AccountId[];
  /** There are others. */
  more?: boolean;
}

/** Returns why an account can't be added to any group, or undefined. */
export type Refusals = (accountId: AccountId) => ForbiddenReason | undefined;

/** Tells whom a line names. Absent: it wasn't looked up. Accounts that can't be added are no choice beside one that can. */
export function verdictOn(candidates: Candidates | undefined, refusals: Refusals): LineVerdict {
  if (candidates === undefined) return { is: 'notLookedUp' };
  const { how, accountIds, more = false } = candidates;
  const able = accountIds.filter((accountId) => refusals(accountId) === undefined);
  const [accountId] = able;
  if (accountId === undefined) return whyNobody(accountIds, refusals);
  if (able.length > 1 || more) return { is: 'choose', accountIds: able, ...(more && { more }) };
  return how === 'certain' ? { is: 'found', accountId } : { is: 'confirm', accountId, how };
}

function whyNobody([accountId]: readonly AccountId[], refusals: Refusals): LineVerdict {
  if (accountId === undefined) return { is: 'none' };
  const why = refusals(accountId);
  return why === undefined ? { is: 'none' } : { is: 'cantBeAdded', accountId, why };
}
