import {
  MAX_AFFIX,
  MAX_FREE_PART,
  MAX_GROUPS,
  MAX_NAMED_SPACES,
  MAX_PEOPLE,
  MOST_GROUPS,
  MOST_LINES,
  MOST_TAKEN_OVER,
} from './limits';

/** Says what is wrong with a field and how to correct it, for the schemas of payloads. Kept beside the schemas, which don't use any other words. */
export const FIELD_PROBLEMS = {
  reload: 'Reload the page.',
  account: 'Pick a person from the list.',
  group: 'Choose a group from the list.',
  space: 'Choose a space from the list.',
  project: 'Choose a project from the list.',
  projectKey: 'Enter a project key, such as SUP.',
  organization: 'Enter the ID of an organization: digits only.',
  spaceKey: 'Enter a space key, such as DEMO.',

  // Picked people and groups.
  pickSome: 'Pick at least one person.',
  pickAtMost: `Pick at most ${String(MAX_PEOPLE)} people at a time.`,
  personTwice: 'Name each person once.',
  listedPerson: 'Enter a name, an email or an account ID, with visible characters only.',
  lineTwice: 'Name each line once.',
  listAtMost: `List at most ${String(MOST_LINES)} people at a time.`,
  otherGroup: 'Choose another group than the one that you change.',
  groupsSome: 'Choose at least one group.',
  groupsAtMost: `Choose at most ${String(MAX_GROUPS)} groups at a time.`,
  takeOverAtMost: `Take over at most ${String(MOST_TAKEN_OVER)} groups at a time.`,
  changesSome: 'Choose at least one change.',
  changesAtMost: `Undo at most ${String(MAX_PEOPLE)} changes at a time.`,
  changeTwice: 'Name each change once.',
  groupTwice: 'Name each group once.',

  // Names of groups.
  name: 'Enter a name.',
  nameLength: `Use at most ${String(MAX_FREE_PART)} characters.`,
  nameCharacters:
    'Use letters a to z, digits, hyphen, underscore, dot and space. Start with a letter or digit, and end without a space.',

  // Rules.
  pattern: 'Use the word SPACEKEY exactly once, in the prefix or in the suffix.',
  patternStart: 'Start with a character other than a space.',
  patternEnd: 'End with a character other than a space.',
  patternAfter: 'Put a hyphen, underscore, dot or space right after SPACEKEY.',
  patternBefore: 'Put a hyphen, underscore, dot or space right before SPACEKEY.',
  patternLength: `Use at most ${String(MAX_AFFIX)} characters.`,
  patternCharacters: 'Use lower-case letters a to z, digits, hyphen, underscore, dot and space, and the word SPACEKEY.',
  spaceText: 'Type a name or a key of a space, 255 characters at most.',
  groupName: 'Enter a group name.',
  groupNameLength: 'Use at most 255 characters.',
  visibleCharacters: 'Use visible characters only.',
  asterisk: 'Use an asterisk only at the end, after at least one character.',
  blockListLength: 'Use at most 200 lines.',
  wholeNumber: 'Enter a whole number.',
  oneOrMore: 'Enter 1 or more.',
  longestList: `Enter ${String(MOST_LINES)} or less.`,
  mostGroups: `Enter ${String(MOST_GROUPS)} or less.`,
  spacesAtMost: `Name at most ${String(MAX_NAMED_SPACES)} spaces.`,
  spaceTwice: 'Name each space once.',
  supportReaders: 'Name at most 50 people.',
} as const;
