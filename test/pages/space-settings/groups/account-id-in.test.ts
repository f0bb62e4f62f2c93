import { expect, test } from 'vitest';

import { accountIdIn } from '../../../../static/space-settings/groups/account-id-in';

const ID = '712020:5b10ac8d-82e0-4b22-93bd-d4c7a1b1f4e5';
const OLD_ID = '5b10ac8d82e05b22cc7d4ef5';

test.each([
  ['an account ID', ID],
  ['one with space around it', `  ${ID}\n`],
  ['a profile in Confluence', `https://acme.atlassian.net/wiki/people/${ID}?ref=confluence`],
  ['the same, escaped', `https://acme.atlassian.net/wiki/people/${encodeURIComponent(ID)}`],
  ['a profile in Jira', `https://acme.atlassian.net/jira/people/${ID}`],
  ['a profile at home', `https://home.atlassian.com/o/2a1b3c4d-1111-2222-3333-444455556666/people/${ID}?cloudId=1`],
  ['a person in Atlassian Administration', `https://admin.atlassian.com/s/4711/users/${ID}`],
])('%s names the account', (_what, pasted) => {
  expect(accountIdIn(pasted)).toBe(ID);
});

test('an ID of older accounts is one, too', () => {
  expect(accountIdIn(`https://acme.atlassian.net/wiki/people/${OLD_ID}`)).toBe(OLD_ID);
});

test.each([
  ['nothing', ''],
  ['an email', 'ada@example.com'],
  ['a name', 'Ada Lovelace'],
  ['another page', 'https://acme.atlassian.net/wiki/spaces/DEMO/overview'],
  ['an address without an id', 'https://acme.atlassian.net/wiki/people/'],
  ['an address with a broken escape', 'https://acme.atlassian.net/wiki/people/%E0%A4%A'],
  ['another scheme', `javascript:people/${ID}`],
])('%s names none', (_what, pasted) => {
  expect(accountIdIn(pasted)).toBeUndefined();
});
