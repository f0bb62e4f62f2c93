import { MAX_A_DAY, MAX_CUSTOMERS, MAX_ORGANIZATIONS } from '../limits';

/** Says what is wrong with a field about customers, on pages, to scripts and in a rule's log. Kept beside the schemas, which don't use any other words. */
export const CUSTOMER_FIELDS = {
  wholeNumber: 'Enter a whole number.',
  atLeastZero: 'Enter 0 or more.',
  atMost: `Enter ${String(MAX_A_DAY)} or less.`,
  group: 'Choose at least one group.',
  tooManyGroups: 'Choose at most 20 groups.',
  domain: 'Enter a domain, such as example.com.',
  tooLong: 'Use at most 253 characters.',
  tooManyLines: 'Use at most 200 lines.',
  organization: 'Choose at least one organization.',
  tooManyOrganizations: `Choose at most ${String(MAX_ORGANIZATIONS)} organizations.`,
  tooManyListed: 'Choose at most 200 organizations.',
  organizationTwice: 'Name each organization once.',
  nobody: 'Enter at least one email address.',
  tooManyPeople: `Enter at most ${String(MAX_CUSTOMERS)} people at a time.`,
  email: 'Enter an email address.',
  oneEmail: 'Enter one email address, such as ada@example.com.',
  idempotencyKey: 'Send 8 to 128 visible characters.',
  workItem: 'Enter a work item key, such as SUP-12.',
  tooLarge: 'Too large to store: {size} KiB, and the limit is {limit} KiB. Use fewer or shorter entries.',
  noSuchGroup: 'Jira doesn’t have this group. Choose it from the list again.',
  noSuchOrganization: 'Jira doesn’t show you the organization “{name}”. Remove it.',
} as const;
