// Titles of problem details, for scripts and the people who read their logs. Scripts rely on codes and fields.
import type { AccountResult } from '../customers/results';
import type { ErrorCode } from '../result';
import type { Sentence } from './format';

const ADMIN = 'Ask a Jira administrator.';
const AGAIN = 'Send the request again.';
const NOT_NOW = 'This can’t be done right now. Send the request again in a minute.';

/** Holds the titles by error code. A refusal's title is its reason. */
export const API_FAILURES = {
  INVALID_INPUT: 'Invalid field.',
  NOT_FOUND: 'Not found, or you can’t see it.',
  RATE_LIMITED: 'Atlassian asked this app to slow down.',
  CONSENT_MISSING: `You haven’t allowed this app to act for you. Open Space Steward once in Jira. ${AGAIN}`,
  INTERNAL: 'Something went wrong in the app. Quote {correlationId} to support.',
  ATLASSIAN_REFUSED: `Atlassian didn’t let the privileged user do this. ${ADMIN}`,
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user can’t be used right now. Ask a Confluence administrator.',
  UPSTREAM_UNAVAILABLE: 'Jira isn’t responding. Send the request again in a minute.',
  UPSTREAM_CONTRACT: `The app didn’t understand Jira’s answer. ${ADMIN}`,
  AUDIT_UNAVAILABLE: NOT_NOW,
  STORAGE_UNAVAILABLE: NOT_NOW,
} as const satisfies Record<Exclude<ErrorCode, 'FORBIDDEN' | 'CONFLICT'>, Sentence>;

/** Holds the titles of conflicts with the first request of the same `Idempotency-Key`. */
export const API_CONFLICTS = {
  keyReused: 'This key was used for another request.',
  requestRunning: 'The first request with this key has no answer yet.',
} as const;

/** Holds the titles of results for the account that aren't a success. A refusal by the project's policy has its reason as title. */
export const API_ACCOUNTS = {
  emailRejected: 'Jira didn’t accept this email address, or hides the account that has it.',
  existsNotVisible: 'An account exists, but Jira doesn’t show it.',
  namedByAddress: 'An account exists, but Jira hides whose. One has the address as its name: an agent must confirm it.',
  createdNotFound: 'An account was created, but Jira doesn’t show it yet.',
  unknown: `Jira didn’t respond. ${AGAIN}`,
  failed: 'No account created.',
  notConfirmed: `Jira answered, but the account couldn’t be read. ${AGAIN}`,
  notTried: `The time ran out. ${AGAIN}`,
} as const satisfies Record<
  Exclude<AccountResult['outcome'], 'created' | 'existed' | 'thereNow' | 'notAllowed'>,
  Sentence
>;

/** Replaces `notTried` if something changed or failed. */
export const API_STOPPED = `Stopped before anything was done ({why}). ${AGAIN}`;
