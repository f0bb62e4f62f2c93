// Sentences about groups that are taken over in one go.
import type { Sentence } from './format';

/** Holds the words of the ways to name groups. */
export const TAKE_OVER = {
  heading: 'Take over groups',
  text: 'Once you take over an existing group, the admins of its space can add people to it and remove them. People in it have everything it gives, also in other spaces and products, which this app can’t see. Deleting stays off until you allow it.',
  reading: 'Reading what was taken over',
  byPattern: 'Find groups that match the pattern',
  search: 'Part of a name',
  searchHelp: 'Uppercase and lowercase count.',
  searchFor: 'Search',
  searchMissing: 'Enter part of a name.',
  bring: 'Bring a list of groups',
  list: 'Groups and spaces',
  listHelp:
    'A line for each group: its name, then the key of its space. With a header such as “group, space”, in any order. Paste it from a spreadsheet or a CSV file.',
  listEmpty: 'Paste at least one group.',
  fileNames: { one: '{name} names {count} group.', other: '{name} names {count} groups.' },
  fileEmpty: 'This file doesn’t name a group. Choose another one.',
  pasteInstead: 'Paste groups instead',
  findListed: 'Look up groups',
  startOver: 'Start over',
  tooMany: 'A list can have at most {limit} groups. This one has {n}: split it.',
} as const satisfies Record<string, Sentence>;

/** Holds the words while groups are looked for. */
export const SEARCHING = {
  label: 'Looking for groups',
  progress: { one: '{n} group found among {lookedAt} so far.', other: '{n} groups found among {lookedAt} so far.' },
  listed: '{done} of {total} lines looked up.',
  endedEarly: '{left} of {total} lines weren’t looked up',
  tooManyRequests: 'Atlassian asked this app to slow down, or isn’t responding. Wait a little, then go on.',
  goOn: 'Go on',
} as const satisfies Record<string, Sentence>;

/** Names the groups of a plan by what there is to decide, with their number. */
export const BUCKETS = {
  ready: { one: 'Ready: {n} group', other: 'Ready: {n} groups' },
  space: { one: 'Choose a space: {n} group', other: 'Choose a space: {n} groups' },
  access: { one: 'Gives product access: {n} group', other: 'Gives product access: {n} groups' },
  elsewhere: { one: 'Managed elsewhere: {n} group', other: 'Managed elsewhere: {n} groups' },
  managed: { one: 'Already managed: {n} group', other: 'Already managed: {n} groups' },
  notAllowed: { one: 'Can’t be taken over: {n} group', other: 'Can’t be taken over: {n} groups' },
  leftOut: { one: 'Left out: {n} group', other: 'Left out: {n} groups' },
} as const satisfies Record<string, Sentence>;

/** Says what holds for all groups of one kind. */
export const BUCKET_TEXTS: Readonly<Partial<Record<keyof typeof BUCKETS, string>>> = {
  space:
    'Their names don’t tell a space, or the one that was named can’t have them. They are left out until you choose one.',
  access:
    'Space admins then decide who can use an Atlassian product, which may cost licenses. Such groups are left out until you say that you know it.',
  elsewhere: 'An identity provider or Atlassian itself decides who is in these groups. They stay there.',
  managed: 'These groups belong to a space already.',
};

/** Holds the words of a plan. */
export const PLAN = {
  status: {
    one: 'This takes over {n} group. Nothing has changed yet.',
    other: 'This takes over {n} groups. Nothing has changed yet.',
  },
  none: 'Nothing is ready to be taken over yet.',
  foundNone: 'No group found.',
  searched: { one: '{n} group was looked at.', other: '{n} groups were looked at.' },
  notSearchedAll: 'The search was stopped: there may be more groups.',
  continue: 'Continue searching',
  changedKeys:
    'If a space’s key was changed, groups named after the new key may be missing: only {count} spaces were searched for changed keys.',
  mostAtOnce: 'At most {most} groups can be taken over at a time. The others stay for the next time.',
  problems: { one: '{n} line can’t be taken', other: '{n} lines can’t be taken' },
  problem: 'Line {line}: {problem}',
  takeOver: { one: 'Take over {n} group', other: 'Take over {n} groups' },
  keep: 'Keep for 14 days',
  kept: 'Kept until {when}',
  getFile: 'Get as a file',
  file: 'Groups and spaces as CSV',
  fileName: 'groups to take over',
  fileHelp: 'Change it in a spreadsheet if you like, and bring it back as a list.',
  group: 'Group',
  space: 'Space',
  actions: 'Actions',
  why: 'Why',
  noSpace: 'None yet',
  spaceOf: '{name} ({key})',
  chooseSpace: 'Choose space…',
  changeSpace: 'Change space…',
  chooseForAll: { one: 'Choose a space for {n} group…', other: 'Choose one space for all {n} groups…' },
  acknowledge: 'I know this',
  acknowledgeAll: { one: 'I know this of {n} group', other: 'I know this of all {n} groups' },
  leaveOut: 'Leave out',
  putBack: 'Put back',
  previous: 'Previous groups',
  next: 'Next groups',
  chooseTitle: { one: 'Choose a space for {n} group', other: 'Choose a space for {n} groups' },
  chooseOne: 'Choose a space for {group}',
  useSpace: 'Use this space',
  spaceHelp: 'Its admins get the groups.',
  spaceMissing: 'Pick a space first.',
} as const satisfies Record<string, Sentence>;

/** Says why a line of a list can't be taken. */
export const LINE_PROBLEMS = {
  noGroup: 'it doesn’t name a group.',
  repeated: 'it names the group of line {first} again.',
  openQuote: 'a quotation mark isn’t closed.',
  tooLong: 'a name has at most 255 characters.',
  none: 'there’s no group named “{group}”, or you can’t see it.',
  tooMany: 'too many groups have “{group}” in their names. Search for it under “Part of a name”.',
} as const satisfies Record<string, Sentence>;

/** Counts what happened, in the order in which it's told. */
export const COUNTS = {
  takenOver: '{n} taken over',
  stopped: '{n} no longer managed',
  already: { one: '{n} was so already', other: '{n} were so already' },
  notAllowed: '{n} not allowed',
  failed: '{n} failed',
  notTried: '{n} not tried',
  noSpace: '{n} without a space',
  nothing: 'nothing changed',
} as const satisfies Record<string, Sentence>;

/** Holds the words about groups that are being taken over, and that were. */
export const TAKING = {
  titleTake: { one: 'Taking over {n} group', other: 'Taking over {n} groups' },
  titleStop: { one: 'Stop managing {n} group', other: 'Stop managing {n} groups' },
  stopText:
    'The groups, their members and permissions stay. Their spaces’ admins can no longer change them with this app.',
  stopRest: '{n} stay as they are: they were changed since, or aren’t managed anymore.',
  stop: { one: 'Stop managing {n} group', other: 'Stop managing {n} groups' },
  nothingToStop: 'Nothing to do: none of these groups is managed as it was taken over.',
  discard: 'Discard',
  label: 'Taking over groups',
  running: '{done} of {total} done. You can close this page: it goes on.',
  soFar: '{done} of {total} done.',
  timeLeft: { one: 'About {n} minute left.', other: 'About {n} minutes left.' },
  waits: 'Waiting: {why}',
  confirmText: 'The hour is over in which you count as a site admin. Confirm it again, and the rest goes on.',
  confirmOther: 'Whoever started this must confirm it again on this page.',
  confirmAgain: 'Confirm again',
  paused: 'All changes were paused. Resume this to go on: it doesn’t by itself.',
  until: 'It goes on by itself at {when}.',
  resume: 'Resume',
  cancel: 'Cancel',
  ofOther: 'Somebody else started this.',
  refresh: 'Refresh',
  notRead: 'The progress can’t be read right now. It goes on by itself.',
  done: 'Done: {counts}',
  stopped: 'Stopped: {counts}',
  cancelled: 'Canceled: {counts}',
  why: 'Why it stopped: {why}',
  undone: 'This was undone later.',
  undo: 'Stop managing these groups…',
  rest: 'Decide about the others',
  finish: 'Done',
  line: '{group} → {space}: {outcome}',
  lineHidden: '{group}: {outcome}',
  lapsed: 'This can’t be done anymore',
  lapsedText: 'It waited too long, or it was changed meanwhile. Nothing was changed. Start it again.',
  earlier: 'Earlier',
  titleTaken: { one: 'Take over {n} group', other: 'Take over {n} groups' },
  open: '{title}, {when}',
  older: 'Older',
  newer: 'Newer',
} as const satisfies Record<string, Sentence>;

/** Says what happens to one group, or what happened. */
export const OUTCOMES = {
  willTake: 'will be taken over.',
  willStop: 'will no longer be managed.',
  isSo: 'nothing to do.',
  choose: 'no space chosen.',
  tookOver: 'taken over.',
  stopped: 'no longer managed.',
  notAllowed: 'not allowed. {why}',
  failed: 'not changed. {why}',
  notTried: 'not tried.',
} as const satisfies Record<string, Sentence>;
