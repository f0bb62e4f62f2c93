import type { ErrorCode, ForbiddenReason, CustomerRefusal } from '../result';

/** Names everything that an audit entry can be about. The words are stored. */
export type AuditAction = AtlassianAction | StoredAction;

/** Names the calls that change something at Atlassian, or read it as the privileged user. */
export type AtlassianAction =
  | 'createGroup'
  | 'deleteGroup'
  | 'addMember'
  | 'removeMember'
  | 'assignRole'
  | 'writeTestCreate'
  | 'writeTestDelete'
  | 'proveSiteAdminCreate'
  | 'proveSiteAdminDelete'
  | 'createCustomer'
  | 'findCustomer'
  | 'addToProject'
  | 'addToOrganization';

/** Names the changes to stored data. */
export type StoredAction =
  | 'savePrivilegedUser'
  | 'nominatePrivilegedUser'
  | 'acceptNomination'
  | 'declineNomination'
  | 'cancelNomination'
  | 'removePrivilegedUser'
  | 'pauseChanges'
  | 'resumeChanges'
  | 'deleteStoredCredentials'
  | 'confirmTokenRevoked'
  | 'exportSite'
  | 'saveRules'
  | 'endFirstStep'
  | 'adoptGroup'
  | 'releaseGroup'
  | 'transferGroup'
  | 'setGroupDeletable'
  | 'keepBothGroups'
  | 'eraseClosedAccount'
  | 'applyRun'
  | 'cancelRun'
  | 'resumeRun'
  | 'applySiteRun'
  | 'cancelSiteRun'
  | 'resumeSiteRun'
  | 'saveCustomerPolicy'
  | 'saveSiteQuota'
  | 'exportCustomers';

/** Names everything that can be refused: an audited action, or one that exists only at a door of the app. */
export type RefusedAction = AuditAction | 'undoChange' | 'runSiteChecks' | 'saveCustomerSettings' | 'confirmSiteAdmin';

/** Names what is done about customers. */
export type CustomerAction =
  | 'createCustomer'
  | 'findCustomer'
  | 'addToProject'
  | 'addToOrganization'
  | 'saveCustomerPolicy'
  | 'saveSiteQuota'
  | 'exportCustomers'
  | 'saveCustomerSettings';

/** Names every action of an audit row. `moreRefusals`: refusals of one caller without a row of their own. */
export type ShownAction = RefusedAction | 'moreRefusals';

/** Names the results of a look at the site after a lost answer. The words are stored. */
export type AuditFound = 'member' | 'notMember' | 'group' | 'noGroup';

/** Gives the reason for the end of an audit entry. The words are stored. */
export type AuditCode =
  | ErrorCode
  | ForbiddenReason
  | CustomerRefusal
  /** Nothing was sent: an earlier failure concerned everybody, or the time ran out. */
  | 'NOT_ATTEMPTED'
  /** Not known whether it took effect. */
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
