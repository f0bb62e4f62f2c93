import type { AccountId, OrganizationId } from '../ids';
import type { ErrorCode, ForbiddenReason, CustomerRefusal } from '../result';

/** Gives the reason why a request stopped. */
export type StopCode = ErrorCode | ForbiddenReason | CustomerRefusal;

type AccountKind = 'customer' | 'atlassian';

/** Describes the result for the account. */
export type AccountResult =
  | { outcome: 'created' | 'existed'; accountId: AccountId; kind: AccountKind }
  /**
   * There is an account. It isn't known whether this request created it, as Jira's answer was lost; or not told, as a later step failed, and then
   * the account isn't named either.
   */
  | { outcome: 'thereNow'; accountId?: AccountId; kind?: AccountKind }
  /** Jira answered the creation, but the lookup failed with this code, or wasn't made for this reason. It isn't told whether the account is new. */
  | { outcome: 'notConfirmed'; code: StopCode; retryAfterSeconds?: number }
  | { outcome: 'notAllowed'; rule: CustomerRefusal }
  /** Atlassian says that it exists or was created, but neither the caller nor the privileged user can see it. */
  | { outcome: 'existsNotVisible' | 'createdNotFound' }
  /**
   * Atlassian says that the address is in use. Jira hides by whom; this portal-only account has it as its name, which isn't a proof. Only an agent
   * can confirm, on the page, that it's the one.
   */
  | { outcome: 'namedByAddress'; accountId: AccountId }
  /** Atlassian doesn't accept the email address; or, on sites that don't tell the two apart, a hidden account has it. */
  | { outcome: 'emailRejected' }
  | { outcome: 'failed'; code: ErrorCode; retryAfterSeconds?: number }
  /** The answer was lost and an account wasn't found: it may still appear. */
  | { outcome: 'unknown' }
  /** `why`: the change since the request began that ended the rest of it. Absent: the time ran out. */
  | { outcome: 'notTried'; why?: ForbiddenReason | ErrorCode };

/** Describes the result for the service project. `alreadyThere`: the person was already a customer of it; `added`: as far as could be seen, they weren't. */
export type ProjectOutcome = 'added' | 'alreadyThere' | 'notWanted' | 'refused' | 'failed' | 'unknown' | 'notTried';

/** Describes the result for one organization. `refused`: the agent themselves may not add people to it. */
export interface OrganizationResult {
  organizationId: OrganizationId;
  outcome: 'added' | 'alreadyThere' | 'refused' | 'notFound' | 'failed' | 'unknown' | 'notTried';
}

/** Describes the result for one person, step by step. A failed later step doesn't undo earlier ones. */
export interface CustomerResult {
  account: AccountResult;
  project: ProjectOutcome;
  organizations: OrganizationResult[];
  /** The change since the request began that ended it before the project and the organizations. */
  why?: StopCode;
}

/** Describes what a request for one person would do. */
export type CustomerPreview =
  | { outcome: 'exists'; kind: AccountKind }
  | { outcome: 'willBeCreated' }
  /** Jira hides this portal-only account's email, and its name is the address: accepted only if the agent confirms it. */
  | { outcome: 'namedByAddress'; accountId: AccountId }
  | { outcome: 'notAllowed'; rule: CustomerRefusal }
  | { outcome: 'unclear'; code: ErrorCode };

/** An account that the caller sees. */
export interface FoundCustomer {
  accountId: AccountId;
  kind: AccountKind;
}
