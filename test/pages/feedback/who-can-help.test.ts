// Whom a sentence sends people to must hold the right that is needed.
import { expect, test } from 'vitest';

import { operations } from '../../../src/entry/call/operations';
import type { ForbiddenReason } from '../../../src/shared/result';
import { CONFLICT } from '../../../src/shared/words/failures';
import { REASONS } from '../../../src/shared/words/reasons';

const BY_SITE_ADMINS: ForbiddenReason[] = [
  'GROUP_OF_ANOTHER_SPACE',
  'GROUP_GIVES_PRODUCT_ACCESS',
  'GROUP_NOT_DELETABLE',
  'PERSONAL_SPACE_NO_CREATE',
  'NOT_SITE_ADMIN',
];

test.each(BY_SITE_ADMINS)('%s sends to a site admin, who alone can take over, move and allow deleting', (reason) => {
  expect(
    [operations.adoptGroup, operations.transferGroup, operations.setGroupDeletable].map(({ needs }) => needs),
  ).toEqual(Array.from({ length: 3 }, () => 'siteAdmin'));
  expect(REASONS[reason].help).toContain('site admin');
  expect(REASONS[reason].help).not.toContain('Confluence admin');
});

const BY_JIRA_ADMINS: ForbiddenReason[] = [
  'NOT_JIRA_ADMIN',
  'CUSTOMERS_OFF',
  'RULES_OFF',
  'NOT_IN_CUSTOMER_GROUP',
  'JIRA_RIGHT_MISSING',
];

test.each(BY_JIRA_ADMINS)('%s sends to a Jira administrator, who sets the rules for customers', (reason) => {
  expect(REASONS[reason].help).toContain('Jira administrator');
  expect(REASONS[reason].help).not.toContain('Confluence');
});

test('a name in use sends to a site admin, who can take the group over', () => {
  expect(CONFLICT.groupName).toContain('ask a site admin to take it over');
});

test('only a site admin can put somebody into a group that the rules for customers name', () => {
  expect(REASONS.NOT_IN_CUSTOMER_GROUP.help).toContain('a site admin to add you to one');
});
