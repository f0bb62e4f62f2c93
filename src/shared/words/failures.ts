import type { ApiError, Changed, ErrorCode } from '../result';
import type { Sentence } from './format';

type What<Code extends ErrorCode> = Extract<ApiError, { code: Code; what: unknown }>['what'];

interface FailureWords {
  /** Title of a message: what happened. */
  title: string;
  /** Text of a message: the reason, what was changed, and what to do. */
  text: string;
  /** The same for one line of a list. */
  line: string;
}

const BROKEN = 'Something went wrong. Try again; if it keeps happening, contact a {admin}.';
const UNANSWERED = 'If you were changing something, check whether it took effect before you try again.';

/** Explains each failure of a call on a page. `NO_ANSWER`: the call never reached the app, or its answer got lost. */
export const FAILURES = {
  INVALID_INPUT: {
    title: 'Check the highlighted fields',
    text: 'Nothing was changed. {problems}',
    line: BROKEN,
  },
  FORBIDDEN: { title: 'You can’t do this', text: '{why} {changed} {help}', line: BROKEN },
  NOT_FOUND: {
    title: 'Not found',
    text: '{what} Nothing was changed. Reload the page.',
    line: '{missing} no longer exists, or is hidden.',
  },
  CONFLICT: { title: 'Not saved', text: '{what}', line: BROKEN },
  PRIVILEGED_USER_UNAVAILABLE: {
    title: '{blocked}',
    text: '{why} Ask a Confluence administrator: the settings of this app in Confluence say what to do.',
    line: 'The privileged user can’t be used right now. Ask a Confluence administrator.',
  },
  CONSENT_MISSING: {
    title: 'Space Steward needs your consent',
    text: 'You haven’t allowed this app to act for you in {product}. Nothing was changed. Reload the page, agree if Atlassian asks, and try again. If it keeps happening, contact a {admin}.',
    line: 'You haven’t allowed this app to act for you. Reload the page, agree if Atlassian asks, and try again.',
  },
  ATLASSIAN_REFUSED: {
    title: 'Atlassian refused',
    text: 'Atlassian didn’t let the privileged user do this. {changed} Trying again won’t help: ask a {admin} to look at {where}.',
    line: 'Atlassian didn’t let the privileged user do it. Ask a {admin} to look at {where}.',
  },
  RATE_LIMITED: {
    title: 'Too many requests',
    text: 'Atlassian asks this app to slow down. {changed} {wait}',
    line: 'Atlassian asked this app to slow down.',
  },
  UPSTREAM_UNAVAILABLE: {
    title: '{product} isn’t responding',
    text: '{product} can’t be reached or is too slow right now. {changed} Try again in a minute.',
    line: '{product} isn’t responding. Try again in a minute.',
  },
  UPSTREAM_CONTRACT: {
    title: 'Unexpected answer from {product}',
    text: '{product} answered in a form that this version of the app doesn’t know. {changed} Ask a Confluence administrator to send the support report to the app’s support.',
    line: BROKEN,
  },
  AUDIT_UNAVAILABLE: {
    title: 'Nothing was changed',
    text: 'The app couldn’t write the audit entry, and it changes nothing without one. Try again in a minute; if it keeps happening, contact a {admin}.',
    line: 'The audit entry couldn’t be written, and nothing is changed without one. Try again in a minute.',
  },
  STORAGE_UNAVAILABLE: {
    title: 'The app’s storage isn’t responding',
    text: 'The app couldn’t read or write its own records. {changed} Try again in a minute.',
    line: 'The app’s storage isn’t responding. Try again in a minute.',
  },
  INTERNAL: {
    title: 'Something went wrong in the app',
    text: 'This is a fault of the app, not yours. {changed} Try again; if it keeps happening, contact a {admin} and give them this number for the app’s support: {number}.',
    line: BROKEN,
  },
  NO_ANSWER: {
    title: 'The app isn’t responding',
    text: `Your connection may be down, or the app took too long. ${UNANSWERED}`,
    line: `The app isn’t responding. ${UNANSWERED}`,
  },
} as const satisfies Record<ErrorCode | 'NO_ANSWER', FailureWords>;

/** Replaces a title or text if a failure means something narrower. */
export const NARROWER = {
  pageRefused: 'You can’t use this page',
  nameInUse: 'This name is in use',
  notChecked: 'Not checked',
  notCheckedText:
    'Confluence doesn’t show you this group. It may be gone or hidden from you: without a privileged user who works, nobody can check. Nothing was changed.',
} as const;

/** Names the things in the sentences above for each product. */
export const PRODUCTS = {
  Confluence: {
    admin: 'Confluence administrator',
    blocked: 'Groups can’t be changed right now',
    where: 'the checks in this app’s settings',
    missing: 'The account or the group',
  },
  Jira: {
    admin: 'Jira administrator',
    blocked: 'Customers can’t be created right now',
    // Jira doesn't list them in its sidebar. https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/
    where: 'the settings of Space Steward in Jira (Manage apps > Configure)',
    missing: 'The service project or the account',
  },
} as const;

export const WAIT = {
  one: 'Try again in {n} second.',
  other: 'Try again in {n} seconds.',
} as const satisfies Sentence;

/** Says what a failed call changed, and what that means for trying again. */
export const CHANGED: Readonly<Record<Changed, string>> = {
  nothing: 'Nothing was changed.',
  some: 'A part was changed: check the list before you try again.',
  unknown:
    'It’s not known yet whether it took effect: the audit tells within the hour. Check the list before you try again.',
};

/** Says whether the group of a write test is left over after a refusal. */
export const TEST_GROUP: Readonly<Record<'deleted' | 'stays', string>> = {
  deleted: 'A test group was created and deleted. Nothing was saved.',
  stays: 'A test group was created and couldn’t be deleted: the app tries again daily. Nothing was saved.',
};

export const NOT_FOUND: Readonly<Record<What<'NOT_FOUND'>, string>> = {
  group: 'The group no longer exists, or you can’t see it.',
  space: 'There isn’t such a space, or you can’t see it.',
  account: 'There isn’t such an account on this site, or you can’t see it.',
  record: 'The app doesn’t manage this group: somebody may have deleted it or stopped managing it meanwhile.',
  function: 'This page is older than the app behind it.',
  project: 'There isn’t such a service project, or you can’t see it.',
  organization: 'The organization no longer exists, or you can’t see it.',
  issue: 'There isn’t such a work item, or you can’t see it.',
  run: 'There isn’t such a change, or you can’t see it. Changes are kept for 30 days.',
};

const SAME_REQUEST =
  'The same request was sent before. Nothing was changed by this one. Reload to see what came of the first.';

export const CONFLICT: Readonly<Record<What<'CONFLICT'>, string>> = {
  settings:
    'Another administrator saved since you opened this page. Nothing was changed. Reload to see the present settings; what you typed is kept until then.',
  groupName:
    'A group with this name already exists on the site, here or elsewhere. Nothing was changed. Choose another name; if it should be this space’s group, ask a site admin to take it over.',
  record: 'Somebody else changed this group in the app meanwhile. Nothing was changed. Reload and look again.',
  account: 'An account with this email address already exists. Nothing was changed.',
  requestBody: SAME_REQUEST,
  requestRunning: SAME_REQUEST,
  run: 'This change went on, or somebody ended it, meanwhile. Nothing was changed by this. Reload and look again.',
};
