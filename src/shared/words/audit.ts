import type { AuditCode, AuditFound, CustomerAction, ShownAction } from '../broker/audit';
import type { AuditOutcome } from '../broker/audit-outcome';
import type { CustomerRefusal, ForbiddenReason } from '../result';
import type { Sentence } from './format';

/** Names the requested actions, but those on customers; the outcome says whether they happened. */
export const ACTIONS: Readonly<Record<Exclude<ShownAction, CustomerAction>, string>> = {
  createGroup: 'Create group',
  deleteGroup: 'Delete group',
  addMember: 'Add to group',
  removeMember: 'Remove from group',
  assignRole: 'Give role in the space',
  undoChange: 'Undo change',
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
  pauseChanges: 'Pause all changes',
  resumeChanges: 'Resume changes',
  deleteStoredCredentials: 'Delete stored credentials',
  confirmTokenRevoked: 'Confirm that the old API token is revoked',
  exportSite: 'Export what the app holds',
  saveRules: 'Change rules',
  endFirstStep: 'End a step of setting up',
  runSiteChecks: 'Run site checks',
  adoptGroup: 'Take over group',
  releaseGroup: 'Stop managing group',
  transferGroup: 'Transfer group',
  setGroupDeletable: 'Allow or forbid deleting group',
  keepBothGroups: 'Keep both groups',
  eraseClosedAccount: 'Erase closed account',
  applyRun: 'Make a list of changes',
  cancelRun: 'Cancel a list of changes',
  resumeRun: 'Resume a list of changes',
  applySiteRun: 'Make a list of changes on the site',
  cancelSiteRun: 'Cancel a list of changes on the site',
  resumeSiteRun: 'Resume a list of changes on the site',
  moreRefusals: 'Other changes',
};

export const OUTCOMES: Readonly<Record<AuditOutcome, string>> = {
  succeeded: 'Done',
  unchanged: 'Nothing to change',
  failed: 'Failed',
  refused: 'Refused',
  unknown: 'Not known',
  pending: 'In progress',
};

/** Says what a look at the site found after a lost answer. */
export const FOUND: Readonly<Record<AuditFound, string>> = {
  member: 'They were a member when the app checked. It isn’t known whether because of this request.',
  notMember: 'They weren’t a member when the app checked. It isn’t known whether because of this request.',
  group: 'A group with this name or ID existed when the app checked. It isn’t known whether because of this request.',
  noGroup: 'There wasn’t such a group when the app checked. It isn’t known whether because of this request.',
};

/** Says why an entry ended so, if the code isn't the reason of a refusal. */
export const CODES: Readonly<Record<Exclude<AuditCode, ForbiddenReason | CustomerRefusal>, string>> = {
  INVALID_INPUT: 'The app didn’t accept the input.',
  FORBIDDEN: 'The rules of this app didn’t allow it.',
  NOT_FOUND: 'The group or the account wasn’t found.',
  CONFLICT: 'Somebody else was faster, or the name was in use.',
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user couldn’t be used.',
  CONSENT_MISSING: 'The person hadn’t allowed this app to act for them.',
  ATLASSIAN_REFUSED: 'Atlassian refused it.',
  RATE_LIMITED: 'Atlassian asked this app to slow down.',
  UPSTREAM_UNAVAILABLE: 'Confluence didn’t respond.',
  UPSTREAM_CONTRACT: 'The app didn’t understand Atlassian’s answer.',
  AUDIT_UNAVAILABLE: 'The app couldn’t write its audit, and it changes nothing without that.',
  STORAGE_UNAVAILABLE: 'The app’s storage didn’t respond.',
  INTERNAL: 'Something went wrong in the app.',
  NOT_ATTEMPTED: 'Not tried: an earlier failure concerned everybody, or the time ran out.',
  ANSWER_LOST: 'The answer was lost.',
  REJECTED: 'Atlassian didn’t accept the request.',
  ACCOUNT_NAMED_BY_ADDRESS: 'Jira hides the account’s email, and its name is the address.',
  AS_EXPECTED: 'This check tries what Atlassian must refuse.',
  SETTLED_LATER: 'The answer was lost. The app checked the site later.',
  ACCOUNT_CLOSED: 'The person’s Atlassian account was closed.',
  PRIVILEGED_USER_CLOSED: 'The privileged user’s Atlassian account was closed, so a privileged user isn’t set now.',
  MORE_REFUSALS: 'More refusals of this person within the hour, which aren’t listed one by one.',
};

/** Gives the reason to others than the refused person, if its own sentence addresses that person. */
export const ABOUT_OTHERS = {
  NOT_SIGNED_IN: 'Wasn’t signed in.',
  NOT_SPACE_ADMIN: 'Doesn’t administer the space.',
  NOT_CONFLUENCE_ADMIN: 'Isn’t a Confluence administrator.',
  NOT_SITE_ADMIN: 'Hadn’t confirmed within the hour that they’re a site admin.',
  NOT_NOMINATED: 'Wasn’t asked to be the privileged user, or no longer is.',
  TOO_MANY_REFUSALS: 'Was refused many times within a minute.',
  NOT_JIRA_ADMIN: 'Isn’t a Jira administrator.',
} as const satisfies Partial<Record<ForbiddenReason, string>>;

/** Names everything around the entries: filters, the table's head, and the words of a cell beside a code. */
export const AUDIT = {
  table: 'Audit entries, newest first',
  reading: 'Reading the audit',
  when: 'When',
  who: 'Who',
  what: 'What',
  group: 'Group',
  groupAndSpace: 'Group and space',
  outcome: 'Outcome',
  actions: 'Actions',
  newer: 'Newer',
  older: 'Older',
  refresh: 'Refresh',
  madeAs: 'Made as',
  nobody: 'Nobody signed in',
  theApp: 'The app itself',
  undoes: 'Undoes an earlier change',
  asExpected: 'Failed as expected',
  times: { one: '{n} time in an hour', other: '{n} times in an hour' },
  laterAction: 'Unknown action ({action})',
  laterCode: 'This version doesn’t know the reason ({code}).',
  emptyPeriod: 'No entries in this period. Continue with “Older”.',
  noMatch: 'No entries match these filters. Clear a filter to see more.',
  empty: 'Nothing was done with this app yet. Every change is listed here, with who requested it.',
  doneBy: 'Who did it',
  person: 'Person affected',
  anyone: 'Anyone',
  space: 'Space',
  oneSpace: 'Space {space}',
  likeNamed: '{name} (…{idEnd})',
  clear: 'Clear filters',
  typedGroup: 'Group ID or exact name',
  find: 'Find',
  deletedToo: 'Finds deleted groups too.',
} as const satisfies Record<string, Sentence>;
