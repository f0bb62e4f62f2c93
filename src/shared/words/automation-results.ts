// Sentences of a rule of Jira Automation: the internal comment on its work item, and messages in its audit log. Read by agents and the rule's owner.
import type { AccountResult, OrganizationResult, ProjectOutcome } from '../customers/results';
import type { ErrorCode, ForbiddenReason } from '../result';
import type { Sentence } from './format';

const ADMIN = 'Ask a Jira administrator.';
const LATER = 'Run the rule again in a minute.';

/** Holds the lines of a comment. Scripts read them: docs/customers.md shows their form. */
export const COMMENT = {
  title: 'Space Steward: {account}',
  account: 'Account: {accountId}',
  project: 'Customer of this project: {outcome}.',
  organization: 'Organization {organizationId}: {outcome}.',
} as const satisfies Record<string, Sentence>;

/** Describes the result for the account. `{code}` is for scripts and for looking it up. */
export const COMMENT_ACCOUNTS = {
  created: 'Customer account created.',
  existed: 'This person already has an account.',
  thereNow: 'There’s an account now. We can’t say whether it was created just now.',
  notConfirmed:
    'Jira answered, but the account couldn’t be read afterwards ({code}). Run the rule again: one email address never gets two accounts.',
  notAllowed: 'No account created. {why} ({code})',
  existsNotVisible: 'No account created: Jira says that one exists, but doesn’t show it.',
  namedByAddress:
    'No account created: Jira says that one exists, but hides its email address. The account below has the address as its name, which proves nothing (ACCOUNT_NAMED_BY_ADDRESS). An agent can confirm it under Create customers.',
  createdNotFound: 'Customer account created, but Jira doesn’t show it. Look for it among the customers.',
  emailRejected: 'No account created: Jira didn’t accept the email address, or hides the account that has it.',
  failed: 'No account created ({code}).',
  unknown: 'Not known whether an account was created: Jira didn’t respond. Run the rule again to find out.',
  notTried: 'No account created: the time ran out. Run the rule again.',
} as const satisfies Record<AccountResult['outcome'], Sentence>;

/** Replaces `notTried` if something changed or failed. */
export const COMMENT_STOPPED = 'No account created: stopped before anything was done ({code}). Run the rule again.';

/** Tells the result for the project or an organization. Scripts rely on `added`, `there already` and `not wanted here` for done. */
export const COMMENT_TARGETS: Readonly<Record<ProjectOutcome | OrganizationResult['outcome'], string>> = {
  added: 'added',
  alreadyThere: 'there already',
  notWanted: 'not wanted here',
  refused: 'refused by Jira',
  notFound: 'not found',
  failed: 'failed',
  unknown: 'not known, Jira didn’t respond',
  notTried: 'not tried',
};

/** Holds the messages in the rule's audit log if nothing could be tried. Each begins with the code. */
export const RULE_LOG = {
  invalid: '{field}: {problem}',
  invalidInput: 'Invalid input.',
  notAllowed: 'Not allowed: {code}. {why}',
  notDone: 'Not done: {code}. {why}',
} as const satisfies Record<string, Sentence>;

/** Says why it wasn't done. A refusal has its own reason. */
export const RULE_FAILURES: Readonly<Record<Exclude<ErrorCode, 'INVALID_INPUT' | 'FORBIDDEN'>, string>> = {
  CONSENT_MISSING:
    'The owner of this rule’s connection must open Space Steward once in Jira and allow it to act for them.',
  NOT_FOUND: 'The work item, its service project or the organization doesn’t exist, or is hidden.',
  CONFLICT: LATER,
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user can’t be used right now. Ask a Confluence administrator.',
  ATLASSIAN_REFUSED: `Atlassian didn’t let the privileged user do this. ${ADMIN}`,
  RATE_LIMITED: `Atlassian asked this app to slow down. ${LATER}`,
  UPSTREAM_UNAVAILABLE: `Jira isn’t responding. ${LATER}`,
  UPSTREAM_CONTRACT: `The app didn’t understand Jira’s answer. ${ADMIN}`,
  AUDIT_UNAVAILABLE: `The audit entry couldn’t be written, and nothing is changed without one. ${LATER}`,
  STORAGE_UNAVAILABLE: `The app’s storage isn’t responding. ${LATER}`,
  INTERNAL: 'Something went wrong in the app. If it keeps happening, contact a Jira administrator.',
};

/** Replaces a reason that addresses the refused person. */
export const RULE_REASONS = {
  NOT_SIGNED_IN: 'Automation didn’t name the owner of this rule’s connection.',
  NOT_AGENT: 'The owner of this rule’s connection isn’t an agent of this service project.',
  NOT_IN_CUSTOMER_GROUP:
    'The owner of this rule’s connection isn’t in any of the groups that can create customers in this service project.',
  TOO_MANY_REFUSALS: 'The owner of this rule’s connection was refused many times within a minute. Wait a minute.',
} as const satisfies Partial<Record<ForbiddenReason, string>>;
