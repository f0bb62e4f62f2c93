import type { GroupOrder } from '../groups/views';
import type { Sentence } from './format';

/** Names the orders of the list. */
export const ORDERS: Readonly<Record<GroupOrder, string>> = {
  name: 'Name',
  change: 'Last change',
};

/** Holds the words of the list of a space's groups. */
export const GROUP_LIST = {
  table: 'Groups of this space',
  reading: 'Reading the groups of this space',
  group: 'Group',
  members: 'Members',
  lastChange: 'Last change',
  by: 'by',
  closedAccount: 'a closed account',

  takenOver: 'Taken over',
  givesAccess: 'Gives product access',
  refused: 'Atlassian refused',
  refusedText: 'Atlassian refused to change it on {when}. You can try again.',
  blocked: 'Can’t be changed',

  search: 'Group name',
  searchHelp: 'Any part of the name.',
  find: 'Find',
  clear: 'Show all groups',
  sort: 'Sort by',
  found: { one: '{n} group found', other: '{n} groups found' },
  foundHere: { one: '{n} group on this page', other: '{n} groups on this page' },
  foundSoFar: {
    one: '{n} group found so far. The rest hasn’t been searched yet.',
    other: '{n} groups found so far. The rest hasn’t been searched yet.',
  },
  noMatch: 'No group of this space has “{text}” in its name.',
  noMatchSoFar: 'No group with “{text}” in its name so far. The rest hasn’t been searched yet.',
  noneHere: 'No more groups.',

  previous: 'Previous groups',
  next: 'Next groups',
  goOn: 'Continue searching',

  counting: 'Counting…',
  notCounted: 'Not counted',
  notKnown: 'Not known',
  notCountedTitle: 'Members couldn’t be counted',
} as const satisfies Record<string, Sentence>;
