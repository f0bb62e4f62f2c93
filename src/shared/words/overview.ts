import type { Sentence } from './format';

/** Holds the words of the Overview tab of the site's settings. */
export const OVERVIEW = {
  heading: 'Overview',
  madeAs: 'Changes are made as',
  openSetup: 'Open Setup',

  // What waits for somebody.
  waits: { one: '{n} thing waits', other: '{n} things wait' },
  nothingWaits: 'Nothing waits for you.',
  request: 'Somebody hasn’t answered the request to be the privileged user yet.',
  token: 'The old API token must be revoked by its owner.',
  credentials: 'An old email address and API token couldn’t be deleted yet.',
  takeoversWait: { one: '{n} list of groups to take over waits.', other: '{n} lists of groups to take over wait.' },
  openGroups: 'Open Groups',
  listsWait: { one: '{n} list of people waits in {space}.', other: '{n} lists of people wait in {space}.' },
  listsWaitHidden: {
    one: '{n} list of people waits in a space that was deleted, or that you can’t see.',
    other: '{n} lists of people wait in a space that was deleted, or that you can’t see.',
  },
  openSpace: 'Open {space}',
  moreLists: 'More lists wait than are counted here.',
  leftovers: { one: '{n} test group couldn’t be deleted yet.', other: '{n} test groups couldn’t be deleted yet.' },
} as const satisfies Record<string, Sentence>;
