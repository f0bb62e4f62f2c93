import type { Changed, ForbiddenReason } from '../../src/shared/result';
import type { Failure } from '../api';
import { forbiddenText } from './forbidden-text';
import { unavailableText } from './unavailable-text';

/** What a failure says: what happened, then why, what was changed, and what to do. */
export interface FailureText {
  title: string;
  text: string;
  appearance: 'error' | 'warning';
  /** Reading the page again is what helps. */
  reload: boolean;
}

const changedText = (changed: Changed): string => {
  switch (changed) {
    case 'nothing':
      return 'Nothing was changed.';
    case 'some':
      return 'A part was changed: look at the list before you try again.';
    case 'unknown':
      return 'It is not known yet whether it took effect: the audit tells within the hour. Look at the list before you try again.';
  }
};

const notFoundText = (what: 'group' | 'space' | 'account' | 'record' | 'function'): string => {
  switch (what) {
    case 'group':
      return 'The group no longer exists, or you may not see it.';
    case 'space':
      return 'There is no such space, or you may not see it.';
    case 'account':
      return 'There is no such account on this site, or you may not see it.';
    case 'record':
      return 'The app has no record of this group: somebody may have released or deleted it meanwhile.';
    case 'function':
      return 'This page is older than the app behind it.';
  }
};

const conflictText = (what: 'settings' | 'groupName' | 'record'): string => {
  switch (what) {
    case 'settings':
      return 'Another administrator has saved since you opened this page. Nothing was changed. Reload to see the present settings; what you typed is kept until then.';
    case 'groupName':
      return 'A group of this name exists on the site already, here or elsewhere. Nothing was changed. Choose another name; if it should be this space’s group, ask a Confluence administrator to adopt it.';
    case 'record':
      return 'Somebody has changed this group’s record meanwhile. Nothing was changed. Reload and look again.';
  }
};

/** Reasons that keep somebody from a whole page or tab. */
const PAGE_REASONS: readonly ForbiddenReason[] = [
  'NOT_SIGNED_IN',
  'NOT_SPACE_ADMIN',
  'NOT_CONFLUENCE_ADMIN',
  'NOT_SUPPORT_READER',
];

const forbiddenTitle = (reason: ForbiddenReason): string =>
  PAGE_REASONS.includes(reason) ? 'You can’t use this page' : 'You can’t do this';

const failed = (title: string, text: string): FailureText => ({ title, text, appearance: 'error', reload: false });
const stopped = (title: string, text: string, reload = false): FailureText => ({
  title,
  text,
  appearance: 'warning',
  reload,
});

/** The words for every way in which a call can fail. */
export const failureText = (failure: Failure): FailureText => {
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
        `${why} Nothing was changed. ${help}`,
        failure.reason === 'NOT_NOMINATED',
      );
    }
    case 'NOT_FOUND':
      return stopped('Not found', `${notFoundText(failure.what)} Nothing was changed. Reload the page.`, true);
    case 'CONFLICT':
      return stopped(
        failure.what === 'groupName' ? 'This name is in use' : 'Not saved',
        conflictText(failure.what),
        failure.what !== 'groupName',
      );
    case 'PRIVILEGED_USER_UNAVAILABLE':
      return failed(
        'Groups can’t be changed now',
        `${unavailableText(failure.cause)} Ask a Confluence administrator: the settings of this app say what to do.`,
      );
    case 'ATLASSIAN_REFUSED':
      return failed(
        'Atlassian refused',
        `Atlassian did not let the privileged user do this. ${changedText(failure.changed)} Trying again won’t help: ask a Confluence administrator to look at the check results in this app’s settings.`,
      );
    case 'RATE_LIMITED':
      return stopped(
        'Too much at once',
        `Atlassian asks this app to slow down. ${changedText(failure.changed)} Try again in ${String(failure.retryAfterSeconds)} seconds.`,
      );
    case 'UPSTREAM_UNAVAILABLE':
      return failed(
        'Confluence gives no answer',
        `Confluence is not reachable or too slow at the moment. ${changedText(failure.changed)} Try again in a minute.`,
      );
    case 'UPSTREAM_CONTRACT':
      return failed(
        'Confluence’s answer was not understood',
        `Confluence answered in a form that this version of the app does not know. ${changedText(failure.changed)} Ask a Confluence administrator to send the support report to the app’s support.`,
      );
    case 'AUDIT_UNAVAILABLE':
      return failed(
        'Nothing was changed',
        'The app could not write the audit entry, and it changes nothing without one. Try again in a minute; if it goes on, ask a Confluence administrator.',
      );
    case 'STORAGE_UNAVAILABLE':
      return failed(
        'The app’s storage gives no answer',
        `The app could not read or write its own records. ${changedText(failure.changed)} Try again in a minute.`,
      );
    case 'INTERNAL':
      return failed(
        'Something went wrong in the app',
        `This is a fault of the app, not yours. ${changedText(failure.changed)} Try again; if it goes on, give a Confluence administrator this number for the app’s support: ${failure.correlationId}.`,
      );
    case 'NO_ANSWER':
      return failed(
        'The app gives no answer',
        'Your connection may be down, or the app took too long. If you were changing something, look whether it took effect before you try again.',
      );
  }
};
