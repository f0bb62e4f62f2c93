import type { ErrorCode, ForbiddenReason, CustomerRefusal } from '../result';

/** What an audit entry can be about. The words are part of what is stored. */
export type AuditAction = AtlassianAction | StoredAction;

/** What Atlassian is asked to do, or to tell as the privileged user. */
export type AtlassianAction =
  | 'createGroup'
  | 'deleteGroup'
  | 'addMember'
  | 'removeMember'
  | 'writeTestCreate'
  | 'writeTestDelete'
  | 'proveSiteAdminCreate'
  | 'proveSiteAdminDelete'
  | 'createCustomer'
  | 'findCustomer'
  | 'addToProject'
  | 'addToOrganization';

/** What changes only what the app stores. */
export type StoredAction =
  | 'savePrivilegedUser'
  | 'nominatePrivilegedUser'
  | 'acceptNomination'
  | 'declineNomination'
  | 'cancelNomination'
  | 'removePrivilegedUser'
  | 'deleteStoredCredentials'
  | 'confirmTokenRevoked'
  | 'saveRules'
  | 'adoptGroup'
  | 'releaseGroup'
  | 'transferGroup'
  | 'setGroupDeletable'
  | 'eraseClosedAccount'
  | 'saveCustomerPolicy'
  | 'saveSiteQuota';

/** What can be refused: such an action, or one that the app knows at its door only. */
export type RefusedAction = AuditAction | 'runSiteChecks' | 'saveCustomerSettings' | 'confirmSiteAdmin';

/** What an audit row can say was asked for. `moreRefusals`: refusals of one caller that have no row of their own. */
export type ShownAction = RefusedAction | 'moreRefusals';

/** What a look at the site finds where an answer was lost. The words are part of what is stored. */
export type AuditFound = 'member' | 'notMember' | 'group' | 'noGroup';

/** Why an audit entry ended as it did. The words are part of what is stored. */
export type AuditCode =
  | ErrorCode
  | ForbiddenReason
  | CustomerRefusal
  /** Nothing was sent: an earlier failure concerned everybody, or the time ran out. */
  | 'NOT_ATTEMPTED'
  /** Nobody knows whether it took effect. */
  | 'ANSWER_LOST'
  /** Atlassian answered that the request was wrong. */
  | 'REJECTED'
  /** Jira hides the account's email, and its name is the address. */
  | 'ACCOUNT_NAMED_BY_ADDRESS'
  /** A check tried what Atlassian must refuse, and it did. */
  | 'AS_EXPECTED'
  /** The answer was lost; the site was looked at later. */
  | 'SETTLED_LATER'
  | 'ACCOUNT_CLOSED'
  | 'PRIVILEGED_USER_CLOSED'
  | 'MORE_REFUSALS';
