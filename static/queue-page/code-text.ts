import type { StopCode } from '../../src/shared/customers/results';
import type { ErrorCode } from '../../src/shared/result';
import { SETTINGS_IN_JIRA } from '../feedback/product';

const BROKEN = 'Something went wrong. Try again; if it keeps happening, contact a Jira administrator.';

const FAILURES: Record<ErrorCode, string> = {
  ATLASSIAN_REFUSED: `Atlassian did not let the privileged user do it. Ask a Jira administrator to look at ${SETTINGS_IN_JIRA}.`,
  NOT_FOUND: 'The service project or the account no longer exists, or is hidden.',
  RATE_LIMITED: 'Atlassian asked this app to slow down. Try again in a minute.',
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user can’t be used at the moment. Ask a Confluence administrator.',
  CONSENT_MISSING:
    'You haven’t allowed this app to act for you. Reload the page, agree if Atlassian asks, and try again.',
  AUDIT_UNAVAILABLE: 'The audit entry could not be written, and nothing is changed without one. Try again in a minute.',
  UPSTREAM_UNAVAILABLE: 'Jira gave no answer. Try again in a minute.',
  STORAGE_UNAVAILABLE: 'The app’s storage gave no answer. Try again in a minute.',
  INVALID_INPUT: BROKEN,
  FORBIDDEN: BROKEN,
  CONFLICT: BROKEN,
  UPSTREAM_CONTRACT: BROKEN,
  INTERNAL: BROKEN,
};

/** Says why something about one person did not work, and what to do. Whatever is no failure is a rule that changed meanwhile. */
export function codeText(code: StopCode): string {
  return isFailure(code) ? FAILURES[code] : 'A right or a rule changed meanwhile. Reload the page and try again.';
}

function isFailure(code: StopCode): code is ErrorCode {
  return Object.hasOwn(FAILURES, code);
}
