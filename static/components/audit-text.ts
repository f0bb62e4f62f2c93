import type { AuditOutcome } from '../../src/shared/payloads';
import { storedRuleText } from './customer-rule-text';
import { storedReasonText } from './forbidden-text';

/** What was asked for; the outcome says whether it happened. */
const ACTIONS: Readonly<Record<string, string>> = {
  createGroup: 'Create group',
  deleteGroup: 'Delete group',
  addMember: 'Add to group',
  removeMember: 'Remove from group',
  writeTestCreate: 'Create test group',
  writeTestDelete: 'Delete test group',
  proveSiteAdminCreate: 'Create test group to confirm a site admin',
  proveSiteAdminDelete: 'Delete test group of a site admin’s confirmation',
  confirmSiteAdmin: 'Confirm site admin',
  savePrivilegedUser: 'Choose privileged user',
  nominatePrivilegedUser: 'Ask to be privileged user',
  acceptNomination: 'Accept to be privileged user',
  declineNomination: 'Decline to be privileged user',
  cancelNomination: 'Withdraw request to be privileged user',
  removePrivilegedUser: 'Remove privileged user',
  deleteStoredCredentials: 'Delete stored credentials',
  saveRules: 'Change rules',
  adoptGroup: 'Adopt group',
  releaseGroup: 'Release group',
  transferGroup: 'Transfer group',
  setGroupDeletable: 'Allow or forbid deleting group',
  eraseClosedAccount: 'Erase closed account',
  createCustomer: 'Create customer',
  findCustomer: 'Look up account by e-mail address',
  addToProject: 'Add to service project',
  addToOrganization: 'Add to organization',
  saveCustomerPolicy: 'Change rules of service project',
  saveSiteQuota: 'Change daily quota of site',
  saveCustomerSettings: 'Change rules or quota for customers',
};

/** Actions about one customer. Some codes mean something else there. */
const CUSTOMER_ACTIONS: readonly string[] = ['createCustomer', 'findCustomer', 'addToProject', 'addToOrganization'];

/** An audit entry's action in words. An action that this version does not know is shown as stored. */
export const actionText = (action: string): string => ACTIONS[action] ?? action;

export const OUTCOMES: Readonly<
  Record<AuditOutcome, { label: string; appearance: 'success' | 'removed' | 'moved' | 'default' | 'inprogress' }>
> = {
  succeeded: { label: 'Done', appearance: 'success' },
  unchanged: { label: 'Nothing to change', appearance: 'default' },
  failed: { label: 'Failed', appearance: 'removed' },
  refused: { label: 'Refused', appearance: 'moved' },
  unknown: { label: 'Not known', appearance: 'default' },
  pending: { label: 'Under way', appearance: 'inprogress' },
};

const OUTCOME_KEYS: readonly AuditOutcome[] = ['succeeded', 'unchanged', 'failed', 'refused', 'unknown', 'pending'];

/** The outcomes to choose from in a filter. */
export const outcomeOptions = OUTCOME_KEYS.map((value) => ({ value, label: OUTCOMES[value].label }));

/** Reasons whose sentences speak to the person who was refused: here somebody else reads them. */
const ABOUT_OTHERS: Readonly<Record<string, string>> = {
  NOT_SIGNED_IN: 'Was not signed in.',
  NOT_SPACE_ADMIN: 'Does not administer the space.',
  NOT_CONFLUENCE_ADMIN: 'Is not a Confluence administrator.',
  NOT_SITE_ADMIN: 'Had not confirmed within the hour that they’re a site admin.',
  NOT_NOMINATED: 'Was not asked to be the privileged user, or no longer.',
  TOO_MANY_REFUSALS: 'Was refused many times within a minute.',
  NOT_JIRA_ADMIN: 'Is not a Jira administrator.',
  NOT_AGENT: 'Is not an agent of the service project.',
  NOT_IN_CUSTOMER_GROUP: 'Is in none of the groups that may create customers in the service project.',
  AGENT_QUOTA_REACHED: 'Had asked for as many new accounts that day as one agent may.',
};

const CODES: Readonly<Record<string, string>> = {
  ATLASSIAN_REFUSED: 'Atlassian refused it.',
  NOT_FOUND: 'The group or the account was not found.',
  CONFLICT: 'Somebody else was faster, or the name was in use.',
  RATE_LIMITED: 'Atlassian asked this app to slow down.',
  CONSENT_MISSING: 'The person hadn’t allowed this app to act for them.',
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user could not be used.',
  UPSTREAM_UNAVAILABLE: 'Confluence gave no answer.',
  ANSWER_LOST: 'Confluence’s answer was lost.',
  ACCOUNT_CLOSED: 'The person’s Atlassian account was closed.',
  PRIVILEGED_USER_CLOSED: 'The privileged user’s Atlassian account was closed: nobody is the privileged user now.',
};

const CUSTOMER_CODES: Readonly<Record<string, string>> = {
  NOT_FOUND: 'The organization, the project or the account was not found.',
  UPSTREAM_UNAVAILABLE: 'Jira gave no answer.',
  CONFLICT: 'Atlassian says that an account with this e-mail address exists already.',
  INVALID_INPUT: 'Atlassian did not accept the e-mail address.',
  UPSTREAM_CONTRACT: 'Jira’s answer was not understood.',
};

/** What was found where an answer was lost. */
const FOUND: Readonly<Record<string, string>> = {
  member: 'They were a member then; nobody knows whether by this request.',
  notMember: 'They weren’t a member then; nobody knows whether by this request.',
  group: 'A group of this name or id existed then; nobody knows whether this request left it so.',
  noGroup: 'There was no such group then; nobody knows whether by this request.',
};

/** What was found, or why a change was not tried, in words. What this version does not know is shown as stored. */
export const foundText = (found: string, action: string): string => FOUND[found] ?? reasonText(found, action);

/** Why it ended so, in words. A code that this version does not know is shown as stored. */
export const reasonText = (code: string, action: string): string => {
  const aboutCustomer = CUSTOMER_ACTIONS.includes(action) ? (storedRuleText(code) ?? CUSTOMER_CODES[code]) : undefined;
  return ABOUT_OTHERS[code] ?? aboutCustomer ?? storedReasonText(code) ?? storedRuleText(code) ?? CODES[code] ?? code;
};
