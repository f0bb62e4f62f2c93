import type { Sentence } from './format';

/** Holds the words of buttons and fields that several pages share. */
export const CONTROLS = {
  cancel: 'Cancel',
  close: 'Close',
  reload: 'Reload',
  tryAgain: 'Try again',
  stop: 'Stop',
  stopping: 'Stopping. What’s in progress is finished first.',
  showFirst: 'Show the first {n}',
  showAll: 'Show all {n}',
  showSection: 'Show: {title}',
  hideSection: 'Hide: {title}',
  copyReport: 'Select all of it and copy it into your ticket. It doesn’t hold names, account IDs or secrets.',
  any: 'Any',
  line: 'Line {line}: {problem}',
  wholeNumber: 'Enter a whole number.',
  allOrganizations: { one: 'The organization is loaded.', other: 'All {n} organizations are loaded.' },
  moreOrganizations: 'Load more organizations',
  someOrganizations: 'The first {count} are loaded. Searching in the field looks through these only.',
} as const satisfies Record<string, Sentence>;
