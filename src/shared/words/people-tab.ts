// Sentences of the People tab, and of changes of one person's groups.
import type { Sentence } from './format';

export const PEOPLE_TAB = {
  tab: 'People',
  intro: 'Look up one person to see which groups of this space they’re in.',
  person: 'Person to look up',
  looking: 'Looking up their groups',
  groups: { one: 'In {n} group of this space', other: 'In {n} groups of this space' },
  none: 'Not in any group that {space} manages. They may have access in other ways.',
  notAll: 'Groups that {space} manages. They may have access in other ways.',
  incomplete: 'They’re in more groups than this app reads, so groups of this space may be missing here.',
  deactivated: 'This account is deactivated. Once removed, they can’t be added back while they’re deactivated.',
  hidden: 'Confluence doesn’t show you who this is.',
  group: 'Group',
  table: 'Their groups in this space',
  remove: { one: 'Remove from this group…', other: 'Remove from these {n} groups…' },
  removeHelp: 'Shows first what would change. You can undo it later.',
  again: 'Look again',
} as const satisfies Record<string, Sentence>;

/** Holds what a change of one person's groups says in other words than a list of people: it counts groups. */
export const PERSON_CHANGE = {
  title: 'Remove from all groups',
  undoTitle: 'Undo a removal from all groups',
  adds: { one: 'adds them to {n} group', other: 'adds them to {n} groups' },
  removes: { one: 'removes them from {n} group', other: 'removes them from {n} groups' },
  add: { one: 'Add to {n} group', other: 'Add to {n} groups' },
  remove: { one: 'Remove from {n} group', other: 'Remove from {n} groups' },
  nothing: 'Nothing changes: they’re in or out already, or it isn’t allowed.',
  typeNumber: 'To confirm, type the number of groups: {n}',
  membersNotKnown: 'They may be in more groups of this space. Look again when this is done.',
  loseIt: 'I’m removing myself, and I lose what these groups give me',
  lostGroup: 'A group that this space doesn’t manage anymore',
} as const satisfies Record<string, Sentence>;
