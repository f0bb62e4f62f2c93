// Sentences about lists of changes: what would happen, what happens, and what happened.
import type { Sentence } from './format';

/** Counts what happened, in the order in which it's told. `so`: was already as it should be. */
export const COUNTS = {
  added: '{n} added',
  removed: '{n} removed',
  alreadyMembers: { one: '{n} was a member already', other: '{n} were members already' },
  alreadyNone: { one: '{n} wasn’t a member', other: '{n} weren’t members' },
  already: { one: '{n} was so already', other: '{n} were so already' },
  notAllowed: '{n} not allowed',
  failed: '{n} failed',
  unknown: '{n} not known',
  notTried: '{n} not tried',
  leftAlone: {
    one: '{n} stays as they are: it isn’t known whether the change took effect',
    other: '{n} stay as they are: it isn’t known whether the change took effect',
  },
  adds: { one: 'adds {n} person', other: 'adds {n} people' },
  removes: { one: 'removes {n} person', other: 'removes {n} people' },
  nothing: 'nothing changed',
} as const satisfies Record<string, Sentence>;

/** Names a list by where it came from. */
export const SOURCES = {
  list: 'List for {group}',
  wholeGroup: 'Whole group {group}',
  membersOf: 'Members of another group, for {group}',
  everybody: 'Remove everyone from {group}',
  undo: 'Undo in {group}',
} as const satisfies Record<string, Sentence>;

/** Holds the words about what would happen. */
export const PLAN = {
  planning: 'Working out what will change',
  title: 'What will change',
  sentence: 'This {what}.',
  nothing: 'Nothing changes: everybody is as the list wants them, or isn’t allowed.',
  minute: {
    one: 'It takes about {n} minute. You can close this page meanwhile.',
    other: 'It takes about {n} minutes. You can close this page meanwhile.',
  },
  membersNotKnown:
    'Confluence doesn’t list all members of this group, so some of these people may be members already, or not.',
  outside: 'Changes that were made outside this app since then can’t be seen.',
  ready: 'Ready to start. Nothing has changed yet.',
  lapses: 'You can do it until {when}.',
  add: { one: 'Add {n} person', other: 'Add {n} people' },
  remove: { one: 'Remove {n} person', other: 'Remove {n} people' },
  change: { one: 'Change {n} person', other: 'Change {n} people' },
  typeNumber: 'To confirm, type the number of people to remove: {n}',
  numberWrong: 'Type {n}.',
  discard: 'Discard',
  lapsed: 'This can’t be done anymore',
  lapsedText: 'It waited too long, or it was changed meanwhile. Nothing was changed. Start it again.',
} as const satisfies Record<string, Sentence>;

/** Holds the words about a list under way. */
export const UNDER_WAY = {
  label: 'Changing people',
  queued: 'Starting. You can close this page: it goes on.',
  running: '{done} of {total} done. You can close this page: it goes on.',
  soFar: '{done} of {total} done.',
  timeLeft: { one: 'About {n} minute left.', other: 'About {n} minutes left.' },
  waits: 'Waiting: {why}',
  until: 'It goes on by itself at {when}.',
  paused: 'All changes were paused. Resume this list to go on: it doesn’t by itself.',
  resume: 'Resume',
  cancel: 'Cancel',
  ofOther: 'Somebody else started this list.',
  refresh: 'Refresh',
  notRead: 'The progress can’t be read right now. The list goes on by itself.',
} as const satisfies Record<string, Sentence>;

/** Names how far a list has come. */
export const STATES = {
  planned: 'Not started',
  queued: 'Starting',
  running: 'In progress',
  waiting: 'Waiting',
  done: 'Done',
  stopped: 'Stopped',
  cancelled: 'Canceled',
} as const;

/** Says why a list waits. */
export const WAITS = {
  PAUSED: 'a Confluence administrator paused all changes.',
  CONFIRM_AGAIN: 'a site admin must confirm again that they’re one.',
  LOOK_AGAIN: 'some answers of Confluence were lost, and the app looks what came of them.',
  POINTS_SPENT: 'this site has used up what this app can do within an hour.',
  RATE_LIMITED: 'Atlassian asked this app to slow down.',
  UPSTREAM_UNAVAILABLE: 'Confluence isn’t responding.',
  STORAGE_UNAVAILABLE: 'the app’s storage isn’t responding.',
  other: 'something has to pass first.',
} as const;

/** Holds the words about a list that came to its end. */
export const ENDED = {
  done: 'Done: {counts}',
  stopped: 'Stopped: {counts}',
  cancelled: 'Canceled: {counts}',
  why: 'Why it stopped: {why}',
  PLAN_LAPSED: 'It waited too long to be started. Start it again.',
  TOO_LONG: 'It waited too long for Atlassian. Start it again for those who are left.',
  NOT_SPACE_ADMIN:
    'The person who started this no longer administers the space. Start it again yourself for those who are left.',
  undo: 'Undo',
  undone: 'This was undone later.',
  finish: 'Done',
  message: 'Message to copy',
  messageText: '{group}: {counts}. Nobody was notified by this app.',
  notified: 'Nobody was notified.',
  copyMessage: 'Select all of it and copy it to tell people.',
  showMessage: 'Copy message',
} as const satisfies Record<string, Sentence>;

/** Holds the words of the details, one person a line. */
export const LINES = {
  readingChange: 'Reading the list',
  willAdd: 'Will be added.',
  willRemove: 'Will be removed.',
  isMember: 'Is a member already.',
  isNone: 'Isn’t a member.',
  notAllowed: 'Not allowed. {why}',
  choose: 'It isn’t known whether this took effect. Decide yourself: it isn’t undone.',
  added: 'Added.',
  removed: 'Removed.',
  wasMember: 'Was a member already.',
  wasNone: 'Wasn’t a member.',
  failed: 'Not changed. {why}',
  unknown: 'The answer was lost.',
  unknownAt: 'The answer was lost. It was as asked for at {when}; it isn’t known whether because of this list.',
  notTried: 'Not tried.',
} as const satisfies Record<string, Sentence>;

/** Holds the words of a change as a file. */
export const RESULT_FILE = {
  get: 'Get all as a file',
  reading: 'Reading the details',
  progress: { one: 'Read {n} row.', other: 'Read {n} rows.' },
  stopped: 'Stopped. There isn’t a file.',
  ready: {
    one: '{n} row. It can be brought back as a list.',
    other: '{n} rows. They can be brought back as a list.',
  },
  file: 'Details as CSV',
  name: '{group} {date}',
} as const satisfies Record<string, Sentence>;

/** Holds the words of the other ways to change many people, and of the lists of a space. */
export const MORE = {
  more: 'Other ways',
  membersOf: 'Add the members of another group',
  fromGroup: 'Group of this space',
  chooseGroup: 'Choose a group.',
  removeAll: 'Remove everyone…',
  removeAllHelp: 'Shows first who would be removed. Apps, and people whom Confluence doesn’t list, stay.',
  seeMembersOf: 'See who would be added',
  lists: 'Lists of this space',
  open: '{title}, {when}',
  older: 'Older lists',
  newer: 'Newer lists',
  paused: {
    one: '{n} list of this space waits. After changes are resumed, resume the list, too.',
    other: '{n} lists of this space wait. After changes are resumed, resume each list, too.',
  },
} as const satisfies Record<string, Sentence>;
