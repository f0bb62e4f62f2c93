import type { ForbiddenReason } from '../../src/shared/result';
import type { Failure } from '../api';
import { changedText, conflictText, notFoundText, testGroupText } from './failure-details';
import { forbiddenText } from './forbidden-text';
import { PRODUCT_WORDS } from './product';
import type { ProductName } from './product';
import { unavailableText } from './unavailable-text';

/** What a failure says: what happened, then why, what was changed, and what to do. */
export interface FailureText {
  title: string;
  text: string;
  appearance: 'error' | 'warning';
  /** Reading the page again is what helps. */
  reload: boolean;
}

/** Reasons that keep somebody from a whole page or tab. */
const PAGE_REASONS: readonly ForbiddenReason[] = [
  'NOT_SIGNED_IN',
  'NOT_SPACE_ADMIN',
  'NOT_CONFLUENCE_ADMIN',
  'NOT_SUPPORT_READER',
  'NOT_JIRA_ADMIN',
  'NOT_AGENT',
];

/** The words for every way in which a call can fail, on a page in one product. */
export function failureText(failure: Failure, product: ProductName = 'Confluence'): FailureText {
  const { admin, blocked, lookAt } = PRODUCT_WORDS[product];
  switch (failure.code) {
    case 'INVALID_INPUT':
      return stopped(
        'Something in your input can’t be accepted',
        `Nothing was changed. ${failure.fields.map(({ message }) => message).join(' ')}`,
      );
    case 'FORBIDDEN': {
      const { why, help } = forbiddenText(failure.reason);
      return stopped(
        forbiddenTitle(failure.reason),
        `${why} ${testGroupText(failure.testGroup)} ${help}`,
        failure.reason === 'NOT_NOMINATED',
      );
    }
    case 'NOT_FOUND':
      if (failure.notChecked === true) {
        return stopped(
          'Not checked',
          'Confluence doesn’t show you this group. It may be gone or hidden from you: without a privileged user who works, nobody can check. Nothing was changed.',
          true,
        );
      }
      return stopped('Not found', `${notFoundText(failure.what)} Nothing was changed. Reload the page.`, true);
    case 'CONFLICT':
      return stopped(
        failure.what === 'groupName' ? 'This name is in use' : 'Not saved',
        conflictText(failure.what),
        failure.what !== 'groupName',
      );
    case 'PRIVILEGED_USER_UNAVAILABLE':
      return failed(
        blocked,
        `${unavailableText(failure.cause)} Ask a Confluence administrator: the settings of this app in Confluence say what to do.`,
      );
    case 'CONSENT_MISSING':
      return stopped(
        'Space Steward needs your consent',
        `You haven’t allowed this app to act for you in ${product}. Nothing was changed. Reload the page, agree if Atlassian asks, and try again. If it keeps happening, contact a ${admin}.`,
        true,
      );
    case 'ATLASSIAN_REFUSED':
      return failed(
        'Atlassian refused',
        `Atlassian did not let the privileged user do this. ${changedText(failure.changed)} Trying again won’t help: ask a ${admin} to look at ${lookAt}.`,
      );
    case 'RATE_LIMITED':
      return stopped(
        'Too much at once',
        `Atlassian asks this app to slow down. ${changedText(failure.changed)} Try again in ${String(failure.retryAfterSeconds)} seconds.`,
      );
    case 'UPSTREAM_UNAVAILABLE':
      return failed(
        `${product} gives no answer`,
        `${product} is not reachable or too slow at the moment. ${changedText(failure.changed)} Try again in a minute.`,
      );
    case 'UPSTREAM_CONTRACT':
      return failed(
        `${product}’s answer was not understood`,
        `${product} answered in a form that this version of the app does not know. ${changedText(failure.changed)} Ask a Confluence administrator to send the support report to the app’s support.`,
      );
    case 'AUDIT_UNAVAILABLE':
      return failed(
        'Nothing was changed',
        `The app could not write the audit entry, and it changes nothing without one. Try again in a minute; if it goes on, ask a ${admin}.`,
      );
    case 'STORAGE_UNAVAILABLE':
      return failed(
        'The app’s storage gives no answer',
        `The app could not read or write its own records. ${changedText(failure.changed)} Try again in a minute.`,
      );
    case 'INTERNAL':
      return failed(
        'Something went wrong in the app',
        `This is a fault of the app, not yours. ${changedText(failure.changed)} Try again; if it goes on, give a ${admin} this number for the app’s support: ${failure.correlationId}.`,
      );
    case 'NO_ANSWER':
      return failed(
        'The app gives no answer',
        'Your connection may be down, or the app took too long. If you were changing something, look whether it took effect before you try again.',
      );
  }
}

function stopped(title: string, text: string, reload = false): FailureText {
  return {
    title,
    text,
    appearance: 'warning',
    reload,
  };
}

function forbiddenTitle(reason: ForbiddenReason): string {
  return PAGE_REASONS.includes(reason) ? 'You can’t use this page' : 'You can’t do this';
}

function failed(title: string, text: string): FailureText {
  return { title, text, appearance: 'error', reload: false };
}
