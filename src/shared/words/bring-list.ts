import type { Sentence } from './format';

/** Says what a list does to a group. */
export const EFFECTS = {
  add: 'Add these people',
  remove: 'Remove these people',
  wholeGroup: 'Make this list the whole group: everybody else is removed',
} as const;

/** Holds the words of the field for a list, and the reasons why a line or all of it can't be taken. */
export const LIST_FORM = {
  bring: 'Bring a list',
  heading: 'Bring a list of people',
  people: 'People',
  help: 'Paste names, emails or account IDs, one a line or separated by commas or semicolons, or cells from a spreadsheet. Up to 300 by name or email, or 2,000 by account ID.',
  kept: 'The list stays in your browser, and nothing is stored until you see what will change. If you leave before that, the list is gone.',
  effect: 'What to do',
  find: 'Find people',
  empty: 'Enter at least one person.',
  problem: 'Line {line}: {problem}',
  moreProblems: { one: '{first} And {n} more line.', other: '{first} And {n} more lines.' },
  otherGroup: 'This line is for another group, “{group}”. Open that group to change it.',
  elsewhere: {
    one: '{n} person is listed for another group: {groups}. Open that group and bring the same list there.',
    other: '{n} people are listed for another group: {groups}. Open that group and bring the same list there.',
  },
  inSeveral:
    '{n} people are listed for other groups: {groups}. Open each of these groups and bring the same list there.',
  groupCount: '{group} ({n})',
  moreGroups: { one: 'and {n} more group', other: 'and {n} more groups' },
  removesInWhole: 'A list that becomes the whole group can’t remove people. Choose another action, or leave it empty.',
  tooMany: {
    one: 'This list names {count} people. A Confluence administrator allows {n} person with one list.',
    other: 'This list names {count} people. A Confluence administrator allows at most {n} people with one list.',
  },
  tooLong: 'This is too long to be a name or an email.',
} as const satisfies Record<string, Sentence>;

/** Holds the words about finding the people of a list. */
export const FINDING = {
  label: 'Finding people',
  progress: 'Finding people: {done} of {total}. Keep this page open; nothing is stored yet.',
  ended: 'Stopped: {left} of {total} people not looked up',
  tooManyRequests: 'Atlassian asked this app to slow down.',
  goOn: 'Continue',
  back: 'Back to the list',
} as const satisfies Record<string, Sentence>;

/** Holds the words about whom a list names. */
export const FOUND_PEOPLE = {
  heading: 'People in this list',
  found: 'Found {n}',
  confirm: 'Confirm {n}',
  choose: 'Choose for {n}',
  none: 'No account found for {n}',
  cantBeAdded: 'Can’t be added: {n}',
  notUnderstood: 'Not understood: {n}',
  notLookedUp: 'Not looked up: {n}',
  repeated: {
    one: '{n} line names somebody who is listed above it.',
    other: '{n} lines name somebody who is listed above them.',
  },
  contradictory: {
    one: '{n} person is listed to be added and to be removed, and is left out.',
    other: '{n} people are listed to be added and to be removed, and are left out.',
  },
  confirmHelp:
    'Found by a name, or by an email that Jira doesn’t show. Is this who the list means? People whom you don’t confirm are left out.',
  probable: 'by email',
  suggested: 'by name',
  confirmOne: '“{text}” is this person',
  confirmPage: { one: 'Confirm {n} person', other: 'Confirm these {n}' },
  chooseHelp: 'More than one account matches. Tick the right one, or leave all empty to leave this person out.',
  chooseOne: 'Account {number} for “{text}”',
  others: 'There are more accounts. If none of these is right, use the email or the account ID.',
  line: 'Line {line}: {text}',
  previous: 'Previous people',
  next: 'Next people',
  jiraNotConnected: 'Emails can’t be looked up: Jira isn’t connected. Names work.',
  mayNotSearch: 'Emails can’t be looked up: you may not search for people in Jira. Names work.',
  nobodyLeft: 'Nobody in this list can be changed. Go back, correct the list, and try again.',
  unresolved: {
    one: '{n} line isn’t settled. A list becomes the whole group only when every line names one person: settle it above, or go back and correct it.',
    other:
      '{n} lines aren’t settled. A list becomes the whole group only when every line names one person: settle them above, or go back and correct them.',
  },
  toPlan: 'See what will change',
  status: { one: '{n} person to change, {left} left out.', other: '{n} people to change, {left} left out.' },
} as const satisfies Record<string, Sentence>;
