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
  leftovers: { one: '{n} test group couldn’t be deleted yet.', other: '{n} test groups couldn’t be deleted yet.' },
} as const satisfies Record<string, Sentence>;
