import type { AccountId } from './ids';

/** A field of a payload that can't be accepted, with a sentence that says why and how to correct it. */
export interface FieldProblem {
  /** The field's name in the payload, such as `name` or `pattern.prefix`. */
  field: string;
  message: string;
}

/** Gives the reason why the rules refuse. */
export type ForbiddenReason =
  | 'NOT_SIGNED_IN'
  | 'NOT_SPACE_ADMIN'
  | 'NOT_CONFLUENCE_ADMIN'
  | 'NOT_SITE_ADMIN'
  | 'NOT_SUPPORT_READER'
  | 'NOT_NOMINATED'
  | 'TOO_MANY_REFUSALS'
  | 'GROUP_OF_ANOTHER_SPACE'
  | 'GROUP_MANAGED_OUTSIDE'
  | 'GROUP_GIVES_ADMIN_ACCESS'
  | 'GROUP_GIVES_PRODUCT_ACCESS'
  | 'GROUP_NAME_RESERVED'
  | 'GROUP_BLOCKED'
  | 'GROUP_NOT_DELETABLE'
  | 'TOO_MANY_GROUPS'
  /** It has more members than the app reads for a list. */
  | 'GROUP_TOO_LARGE'
  | 'PROTECTION_UNKNOWN'
  | 'SPACE_OFF'
  | 'PERSONAL_SPACE_OFF'
  | 'PERSONAL_SPACE_NO_CREATE'
  | 'SPACE_NOT_CURRENT'
  | 'ACCOUNT_NOT_ELIGIBLE'
  | 'PRIVILEGED_USER_STAYS'
  | 'PRIVILEGED_USER_CHANGED'
  | 'PRIVILEGED_USER_NOT_ADDED'
  /** A Confluence administrator paused all changes. */
  | 'CHANGES_PAUSED'
  /** The request would mean something else by now. */
  | 'CHANGED_MEANWHILE'
  /** A change that is to be undone isn't the last one of this membership. */
  | 'CHANGED_LATER'
  /** A group that is to be taken over belongs to another space. */
  | 'GROUP_TAKEN'
  /** A group that a change took over was given to another space, or taken over again. */
  | 'GROUP_TAKEN_LATER'
  | 'GROUP_NOT_FOUND'
  | 'SPACE_NOT_FOUND'
  /** It isn't known to be a person's account: a list that clears a group leaves it in. */
  | 'NOT_A_PERSON_STAYS'
  /** The audit of this space doesn't hold such a change, or it isn't known to have been made. */
  | 'NOT_UNDOABLE'
  /** Forge doesn't act for its requester any more. */
  | 'REQUESTER_UNAVAILABLE'
  | 'NOT_JIRA_ADMIN'
  | 'NOT_AGENT'
  | 'CUSTOMERS_OFF'
  | 'RULES_OFF'
  | 'NOT_IN_CUSTOMER_GROUP'
  | 'JIRA_RIGHT_MISSING';

/** Gives the reason why the privileged user can't be used. */
export type UnavailableCause =
  | 'notConfigured'
  | 'legacy'
  | 'waiting'
  | 'lacksPermission'
  | 'deactivated'
  | 'left'
  /** Forge won't act for this person, and doesn't say why. */
  | 'noAppAccess'
  | 'unsupportedAccountType'
  | 'notApproved'
  /** Forge refused, but the runtime doesn't tell which scopes are granted: one of the last two. */
  | 'notKnown';

/** Tells since when all changes are paused, and who paused them. */
export interface Pause {
  /** Absent: their account was closed. */
  by?: AccountId;
  at: string;
}

/** Tells what a failed call changed on the site. `unknown`: the answer was lost; the audit tells within the hour. */
export type Changed = 'nothing' | 'some' | 'unknown';

/** Lists every way in which a call can fail. Closed: the pages switch over it exhaustively. */
export type ApiError =
  | { code: 'INVALID_INPUT'; fields: FieldProblem[] }
  | {
      code: 'FORBIDDEN';
      reason: ForbiddenReason;
      /** The state of the group of an earlier write test. */
      testGroup?: 'deleted' | 'stays';
      /** For CHANGES_PAUSED. */
      paused?: Pause;
    }
  | {
      code: 'NOT_FOUND';
      what: 'group' | 'space' | 'account' | 'record' | 'function' | 'project' | 'organization' | 'issue' | 'run';
      /** It may be hidden from the caller only: nobody who sees more could be asked. */
      notChecked?: true;
    }
  | {
      code: 'CONFLICT';
      what: 'settings' | 'groupName' | 'record' | 'account' | 'requestBody' | 'requestRunning' | 'run';
    }
  | { code: 'PRIVILEGED_USER_UNAVAILABLE'; cause: UnavailableCause; accountId?: AccountId }
  /** The caller hasn't agreed yet that the app acts for them. Nothing was changed. */
  | { code: 'CONSENT_MISSING' }
  | { code: 'ATLASSIAN_REFUSED'; changed: Changed }
  | { code: 'RATE_LIMITED'; retryAfterSeconds: number; changed: Changed }
  | { code: 'UPSTREAM_UNAVAILABLE'; changed: Changed }
  | { code: 'UPSTREAM_CONTRACT'; changed: Changed }
  | { code: 'AUDIT_UNAVAILABLE' }
  | { code: 'STORAGE_UNAVAILABLE'; changed: Changed }
  | { code: 'INTERNAL'; correlationId: string; changed: Changed };

export type ErrorCode = ApiError['code'];

/** Holds the answer of every resolver. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiError };

/** Gives the reason why a service project's policy refuses one person. Scripts rely on the words. */
export type CustomerRefusal =
  | 'EMAIL_INVALID'
  | 'NAME_INVALID'
  | 'DOMAIN_DENIED'
  | 'DOMAIN_NOT_ALLOWED'
  | 'ORGANIZATION_NOT_ALLOWED'
  | 'ORGANIZATION_NOT_CHECKED'
  | 'EXISTING_ACCOUNT_NOT_ALLOWED'
  | 'ACCOUNT_NOT_ELIGIBLE'
  | 'AGENT_QUOTA_REACHED'
  | 'RULES_QUOTA_REACHED'
  | 'SITE_QUOTA_REACHED';
