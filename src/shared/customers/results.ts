import type { AccountId, OrganizationId } from '../ids';
import type { ErrorCode, ForbiddenReason, CustomerRefusal } from '../result';

/** Why a request went no further. */
export type StopCode = ErrorCode | ForbiddenReason | CustomerRefusal;

type AccountKind = 'customer' | 'atlassian';

/** What became of the account. */
export type AccountResult =
  | { outcome: 'created' | 'existed'; accountId: AccountId; kind: AccountKind }
  /**
   * There is an account. Whether this request created it is not known, as Jira's answer was lost; or not told, as a later step failed, and then
   * the account isn't named either.
   */
  | { outcome: 'thereNow'; accountId?: AccountId; kind?: AccountKind }
  /** Jira answered the creation, and the look at the account failed with this code, or was not made any more for this reason. Not told: whether it was created or existed. */
  | { outcome: 'notConfirmed'; code: StopCode; retryAfterSeconds?: number }
  | { outcome: 'notAllowed'; rule: CustomerRefusal }
  /** Atlassian says that it exists, or that it was created, and nobody who was asked can see it. */
  | { outcome: 'existsNotVisible' | 'createdNotFound' }
  /**
   * Atlassian says that the address is in use. Jira hides by whom; this portal-only account bears it as its name, which proves nothing. Only an agent
   * can confirm, on the page, that it's the one.
   */
  | { outcome: 'namedByAddress'; accountId: AccountId }
  /** Atlassian takes the email address for none; or, on sites that say no more, an account that nobody sees has it. */
  | { outcome: 'emailRejected' }
  | { outcome: 'failed'; code: ErrorCode; retryAfterSeconds?: number }
  /** The answer was lost, and no account was found: it may still come. */
  | { outcome: 'unknown' }
  /** `why`: what had changed since the request began, so that the rest of it ended. Absent: the time ran out. */
  | { outcome: 'notTried'; why?: ForbiddenReason | ErrorCode };

/** What became of the customer's place in the service project. `alreadyThere`: it was so before; `added`: as far as anybody saw, it was not. */
export type ProjectOutcome = 'added' | 'alreadyThere' | 'notWanted' | 'refused' | 'failed' | 'unknown' | 'notTried';

/** What became of one organization. `refused`: the agent themselves may not add people to it. */
export interface OrganizationResult {
  organizationId: OrganizationId;
  outcome: 'added' | 'alreadyThere' | 'refused' | 'notFound' | 'failed' | 'unknown' | 'notTried';
}

/** What became of one person, step by step. A later step that fails takes nothing back. */
export interface CustomerResult {
  account: AccountResult;
  project: ProjectOutcome;
  organizations: OrganizationResult[];
  /** Why places were not tried: what had changed since the request began. */
  why?: StopCode;
}

/** What would happen. */
export type CustomerPreview =
  | { outcome: 'exists'; kind: AccountKind }
  | { outcome: 'willBeCreated' }
  /** Jira hides this portal-only account's email, and its name is the address: taken only if the agent confirms it. */
  | { outcome: 'namedByAddress'; accountId: AccountId }
  | { outcome: 'notAllowed'; rule: CustomerRefusal }
  | { outcome: 'unclear'; code: ErrorCode };

/** An account that the caller sees. */
export interface FoundCustomer {
  accountId: AccountId;
  kind: AccountKind;
}
