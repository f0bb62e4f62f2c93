import type { StopCode } from '../../src/shared/customer-results';
import { SETTINGS_IN_JIRA } from '../components/product';

/** Why something about one person did not work, and what to do. */
export const codeText = (code: StopCode): string => {
  switch (code) {
    case 'ATLASSIAN_REFUSED':
      return `Atlassian did not let the privileged user do it. Ask a Jira administrator to look at ${SETTINGS_IN_JIRA}.`;
    case 'NOT_FOUND':
      return 'The service project or the account no longer exists, or is hidden.';
    case 'RATE_LIMITED':
      return 'Atlassian asked this app to slow down. Try again in a minute.';
    case 'PRIVILEGED_USER_UNAVAILABLE':
      return 'The privileged user can’t be used at the moment. Ask a Confluence administrator.';
    case 'CONSENT_MISSING':
      return 'You haven’t allowed this app to act for you. Reload the page, agree if Atlassian asks, and try again.';
    case 'AUDIT_UNAVAILABLE':
      return 'The audit entry could not be written, and nothing is changed without one. Try again in a minute.';
    case 'UPSTREAM_UNAVAILABLE':
      return 'Jira gave no answer. Try again in a minute.';
    case 'STORAGE_UNAVAILABLE':
      return 'The app’s storage gave no answer. Try again in a minute.';
    case 'INVALID_INPUT':
    case 'FORBIDDEN':
    case 'CONFLICT':
    case 'UPSTREAM_CONTRACT':
    case 'INTERNAL':
      return 'Something went wrong. Try again; if it goes on, ask a Jira administrator.';
    default:
      return 'A right or a rule changed meanwhile. Reload the page and try again.';
  }
};
